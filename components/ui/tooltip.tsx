import { Direction, Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { isRightToLeft } from './direction.ts';
import { floats } from './floats.ts';
import { Kbd } from './kbd.tsx';

/** Wraps the whole panel once, so that after the first tooltip the next ones come at once, and menus know which way text runs. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Direction.Provider dir={isRightToLeft() ? 'rtl' : 'ltr'}>
      <Radix.Provider delayDuration={400} skipDelayDuration={300}>
        {children}
      </Radix.Provider>
    </Direction.Provider>
  );
}

/** A word on what a thing is or does, on hover and focus; never the only place where something is said. */
export function Tooltip({ text, keys, children }: { text: ReactNode; keys?: string; children: ReactElement }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={floats()}>
        <Radix.Content
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-md bg-ink px-2 py-1 text-sm text-paper shadow-float forced-colors:border"
        >
          {text}
          {keys !== undefined && (
            <span className="ms-2">
              <Kbd keys={keys} inverse />
            </span>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
