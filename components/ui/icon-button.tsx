import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Said by screen readers and shown as tooltip. */
  label: string;
  keys?: string;
  size?: 'small' | 'usual';
  pressed?: boolean;
};

/** A button that is only a picture, named for everyone by its label. */
export function IconButton({ icon: Icon, label, keys, size = 'usual', pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys !== undefined && { keys })}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-md text-soft hover:bg-wash hover:text-ink active:bg-press disabled:opacity-50 disabled:pointer-events-none aria-pressed:bg-accent-wash aria-pressed:text-accent data-[state=open]:bg-wash',
          size === 'small' ? 'size-6' : 'size-7',
          className,
        )}
      >
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
