import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** Tabs by radix: arrows move between them; content of the others is not mounted. */
export const Tabs = Radix.Root;

export function TabList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return <Radix.List {...rest} className={classNames('flex items-stretch gap-1 max-slim:gap-0', className)} />;
}

export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...rest}
      className={classNames(
        // Firefox opens its side bar at 252 px and lets it be as narrow as 196: no name of a tab breaks into two lines there.
        'focus-inner relative h-8 min-w-0 truncate px-2 max-slim:px-1 max-least:px-0.5 max-least:text-xs text-soft hover:text-ink select-none data-[state=active]:text-ink data-[state=active]:font-medium',
        'after:absolute after:inset-x-2 max-slim:after:inset-x-1 after:bottom-0 after:h-0.5 data-[state=active]:after:bg-accent',
        className,
      )}
    />
  );
}

export function TabPanel({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Content
      {...rest}
      className={classNames('focus-inner flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden', className)}
    />
  );
}
