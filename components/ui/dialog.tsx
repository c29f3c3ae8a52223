import { XIcon } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { i18n } from '#i18n';
import { floats } from './floats.ts';
import { IconButton } from './icon-button.tsx';

/** Something that has to be looked at before one goes on: the page behind waits. Esc, the cross and a click outside close it. */
export function Dialog({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal container={floats()}>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/45" />
        <Radix.Content
          ref={frame}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // On the question itself, not on the cross, whose tooltip would come up. A field that wants the keys has them.
            event.preventDefault();
            if (!frame.current?.contains(document.activeElement)) frame.current?.focus();
          }}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[calc(100vh-32px)] max-w-140 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg bg-raised p-4 shadow-float outline-none forced-colors:border"
        >
          <div className="flex items-start gap-2">
            <Radix.Title className="min-w-0 flex-1 break-words text-lg font-semibold">{title}</Radix.Title>
            <IconButton icon={XIcon} label={i18n.t('privacy.close')} onClick={onClose} />
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
