import { classNames } from './class-names.ts';

/** A key to press, shown as a hint: `<Kbd keys="Enter" />`. Screen readers get it from aria-keyshortcuts instead. */
export function Kbd({ keys, inverse = false }: { keys: string; inverse?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-sm border px-1 font-sans text-[0.625rem] leading-none',
        inverse ? 'border-current/40' : 'border-current/35',
      )}
    >
      {keys}
    </span>
  );
}
