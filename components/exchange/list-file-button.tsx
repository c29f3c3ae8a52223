import { useRef } from 'react';
import { i18n } from '#i18n';
import { fileTypes } from '../import/file-types.ts';
import { Button } from '../ui/button.tsx';
import { sayError } from '../ui/toast.tsx';

/** Chooses the file of a list to be checked. */
export function ListFileButton({ onSource }: { onSource: (source: { name: string; bytes: Uint8Array }) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    file?.arrayBuffer().then(
      (buffer) => onSource({ name: file.name, bytes: new Uint8Array(buffer) }),
      (cause: unknown) => sayError(i18n.t('handover.failed', [cause instanceof Error ? cause.message : String(cause)])),
    );
  };
  return (
    <>
      <Button look="primary" className="self-start" onClick={() => input.current?.click()}>
        {i18n.t('handover.lists.add')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={fileTypes}
        aria-label={i18n.t('handover.lists.add')}
        className="hidden"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
