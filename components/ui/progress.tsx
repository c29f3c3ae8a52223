/** How far a job is: `value` of `max`; without value it only says that something is under way. */
export function Progress({ value, max = 1, label }: { value?: number; max?: number; label: string }) {
  const share = value === undefined || max <= 0 ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className="h-1 w-full overflow-hidden rounded-full bg-press forced-colors:border"
    >
      <div
        className={
          share === undefined
            ? 'h-full w-1/3 motion-safe:animate-pulse rounded-full bg-accent'
            : 'h-full rounded-full bg-accent motion-safe:transition-[width] duration-100 forced-colors:bg-[Highlight]'
        }
        style={share === undefined ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
