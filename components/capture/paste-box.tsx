import { MailPlusIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { usePaste } from '../hooks/use-tray-paste.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextArea } from '../ui/input.tsx';

/** The picture in what was pasted or dropped; a sheet's cells come with words as well, and those count. */
const pictureIn = (data: DataTransfer): File | undefined =>
  data.getData('text/plain').trim() === '' ? [...data.files].find(({ type }) => type.startsWith('image/')) : undefined;

/** Text or a table from a chat, a PDF or a sheet becomes drafts of its own page. What is pasted is read at once, and so is the QR code in a picture. */
export function PasteBox({
  autoFocus,
  onRead,
  onFiles,
  onClose,
}: {
  autoFocus: boolean;
  onRead: (url: string) => void;
  onFiles: (files: File[]) => void;
  /** Absent where the box stands open because there is nothing else to show. */
  onClose?: () => void;
}) {
  const { state, paste, pastePicture, reset } = usePaste();
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);
  const read = async (pasted: { text: string; html: string }) => {
    const url = await paste(pasted);
    if (url !== undefined) onRead(url);
  };
  const readPicture = async (picture: File) => {
    const url = await pastePicture(picture);
    if (url !== undefined) onRead(url);
  };
  return (
    <section className="flex shrink-0 flex-col border-t border-line px-3 py-2">
      <div className="flex items-start gap-1">
        <TextArea
          ref={box}
          className="min-w-0 flex-1"
          aria-label={i18n.t('capture.paste.label')}
          placeholder={i18n.t('capture.paste.label')}
          rows={onClose ? 4 : 1}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            reset();
          }}
          onPaste={(event) => {
            const picture = pictureIn(event.clipboardData);
            if (picture) {
              event.preventDefault();
              void readPicture(picture);
              return;
            }
            if (text !== '') return;
            const plain = event.clipboardData.getData('text/plain');
            const html = event.clipboardData.getData('text/html');
            event.preventDefault();
            setText(plain);
            if (plain.trim() !== '' || html !== '') void read({ text: plain, html });
          }}
          onDrop={(event) => {
            const picture = pictureIn(event.dataTransfer);
            if (!picture) return;
            event.preventDefault();
            void readPicture(picture);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') onClose?.();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void read({ text, html: '' });
          }}
        />
        <IconButton icon={MailPlusIcon} label={i18n.t('files.pick')} onClick={() => chooser.current?.click()} />
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          accept=".eml,.emlx,.msg,.oft,.mbox,.mbx,.vcf,.vcard,message/rfc822,text/vcard,application/mbox,application/vnd.ms-outlook"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file again is a choice too.
            event.target.value = '';
          }}
        />
      </div>
      <div className="flex items-center justify-end gap-2 not-has-[p:not(:empty),button]:hidden pt-2">
        <p role="status" className="min-w-0 flex-1 text-sm text-soft empty:hidden">
          {state.at === 'nothing' && i18n.t('capture.paste.nothing')}
          {state.at === 'noCode' && i18n.t('qr.pictureNone')}
          {state.at === 'failed' && (
            <span className="text-danger">{i18n.t('capture.paste.failed', [state.detail])}</span>
          )}
        </p>
        {onClose && <Button onClick={onClose}>{i18n.t('capture.paste.close')}</Button>}
        {text.trim() !== '' && (
          <Button look="primary" disabled={state.at === 'reading'} onClick={() => void read({ text, html: '' })}>
            {i18n.t(state.at === 'reading' ? 'capture.paste.reading' : 'capture.paste.read')}
          </Button>
        )}
      </div>
    </section>
  );
}
