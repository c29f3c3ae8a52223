import { Popover as Radix } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { floats } from './floats.ts';

/** Something small that floats at its button. Esc and a click outside close it. Give it a name with `label`. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  ...rest
}: {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
} & Pick<ComponentProps<typeof Radix.Root>, 'open' | 'onOpenChange'>) {
  return (
    <Radix.Root {...rest}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floats()}>
        <Radix.Content
          align={align}
          aria-label={label}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-72 max-w-[calc(100vw-16px)] rounded-lg bg-raised p-3 shadow-float outline-none forced-colors:border"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
