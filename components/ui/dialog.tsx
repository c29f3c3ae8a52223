import { AlertDialog as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import { floats } from './floats.ts';

/** Asks before something that has no undo. Where undo is possible do it at once and offer undo instead (toast). */
export function Confirm({
  trigger,
  title,
  children,
  confirm,
  cancel,
  onConfirm,
  danger = true,
}: {
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  danger?: boolean;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floats()}>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content className="fixed inset-x-4 top-1/4 z-50 mx-auto max-w-96 rounded-lg bg-raised p-4 shadow-float outline-none forced-colors:border">
          <Radix.Title className="font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1 text-soft">{children}</div>
          </Radix.Description>
          <div className="mt-4 flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{cancel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild onClick={onConfirm}>
              <Button look={danger ? 'danger' : 'primary'}>{confirm}</Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
