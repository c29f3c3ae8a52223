import { FileInputIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ImportSource } from '../../lib/exchange/import/session-types.ts';
import { Button } from '../ui/button.tsx';
import { DropArea } from '../ui/drop-area.tsx';
import { TextArea } from '../ui/input.tsx';
import { sayError } from '../ui/toast.tsx';
import { fileTypes } from './file-types.ts';
import { RecentImports } from './recent-imports.tsx';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Where an import begins: drop a file, choose one, or paste rows. Below, the imports so far. */
export function ImportStart({ onSource }: { onSource: (source: ImportSource) => void }) {
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');

  const take = (file: File | undefined) => {
    if (!file) return;
    file.arrayBuffer().then(
      (buffer) => onSource({ name: file.name, bytes: new Uint8Array(buffer) }),
      (cause: unknown) => sayError(i18n.t('import.failed', [cause instanceof Error ? cause.message : String(cause)])),
    );
  };
  const takeText = (pasted: string) => {
    if (pasted.trim()) onSource({ name: i18n.t('import.pastedName'), text: pasted });
  };
  const latest = useRef({ take, takeText });
  latest.current = { take, takeText };
  useEffect(() => {
    // Rows copied from a sheet, or a file copied in the file manager, are pasted anywhere on the page.
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const file = event.clipboardData?.files[0];
      if (file) latest.current.take(file);
      else latest.current.takeText(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  return (
    <div className="flex flex-col gap-4 p-4">
      <DropArea
        label={i18n.t('import.drop')}
        icon={FileInputIcon}
        choose={i18n.t('import.choose')}
        accept={fileTypes}
        onFile={take}
        onText={takeText}
        more={
          <Button aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {i18n.t('import.paste')}
          </Button>
        }
        below={
          pasting && (
            <form
              className="flex w-full max-w-2xl flex-col items-end gap-2 pt-2"
              onSubmit={(event) => {
                event.preventDefault();
                takeText(text);
              }}
            >
              <TextArea
                rows={6}
                autoFocus
                aria-label={i18n.t('import.pasteLabel')}
                placeholder={i18n.t('import.pasteLabel')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button type="submit" look="primary" disabled={text.trim() === ''}>
                {i18n.t('import.pasteRead')}
              </Button>
            </form>
          )
        }
      >
        <p className="font-medium">{i18n.t('import.drop')}</p>
        <p className="max-w-[56ch] text-balance text-soft">{i18n.t('import.dropHint')}</p>
      </DropArea>
      <RecentImports />
    </div>
  );
}
