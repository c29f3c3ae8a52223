import { ToggleGroup as Radix } from 'radix-ui';

/** A few exclusive views side by side ("All · People · Companies"), each with its count. One is always chosen. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: { value: T; text: string; count?: number }[];
  onChange: (value: T) => void;
}) {
  return (
    <Radix.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className="flex min-w-0 items-center gap-0.5"
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className="h-6 min-w-0 truncate rounded-md px-2 max-slim:px-1 max-least:px-0.5 text-sm max-least:text-xs text-soft hover:bg-wash hover:text-ink data-[state=on]:bg-accent-wash data-[state=on]:text-accent forced-colors:data-[state=on]:outline"
        >
          {option.text}
          {option.count !== undefined && ` ${option.count}`}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
