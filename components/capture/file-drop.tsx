import { MailPlusIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** The whole panel takes files that are dropped on it, and says so while they hang over it. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Each element under the pointer tells of entering and leaving; as many enter as leave.
    let depth = 0;
    const settle = (now: number) => {
      depth = Math.max(0, now);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => holdsFiles(event) && settle(depth + 1);
    const leave = (event: DragEvent) => holdsFiles(event) && settle(depth - 1);
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      settle(0);
      // A picture on the paste box is read there.
      if (event.defaultPrevented) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return (
    <div role="status" className={over ? 'pointer-events-none fixed inset-0 z-40 bg-paper p-3' : 'sr-only'}>
      {over && (
        <div className="flex h-full flex-col items-center justify-center gap-2 rounded-md border-2 border-accent border-dashed px-6 text-center">
          <MailPlusIcon size={28} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <p className="font-medium">{i18n.t('files.drop')}</p>
          <p className="text-balance text-soft">{i18n.t('files.dropHint')}</p>
        </div>
      )}
    </div>
  );
}
