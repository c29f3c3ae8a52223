import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const looks = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border border-transparent font-medium',
  /** Also to be done here: a line around it. */
  line: 'border border-edge hover:bg-wash active:bg-press',
  /** In passing: only words. */
  quiet: 'border border-transparent text-accent hover:bg-accent-wash',
  danger: 'border border-danger text-danger hover:bg-danger-wash',
} as const;

const sizes = {
  small: 'h-6 px-2 text-sm gap-1',
  usual: 'h-7 px-3 gap-1.5',
  large: 'h-9 px-4 gap-2',
} as const;

export type ButtonProps = ComponentProps<'button'> & { look?: keyof typeof looks; size?: keyof typeof sizes };

/** A button with words. For one that is only a picture see IconButton. */
export function Button({ look = 'line', size = 'usual', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md select-none disabled:opacity-50 disabled:pointer-events-none forced-colors:border-[ButtonBorder]',
        looks[look],
        sizes[size],
        className,
      )}
    />
  );
}
