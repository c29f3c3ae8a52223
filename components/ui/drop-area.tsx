import type { LucideIcon } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/**
 * A place where a file is dropped or chosen. In: its name, its picture, what the button says, the types it offers, what to do with
 * a file and with dropped text. `children` stand under the icon, `more` beside the button, `below` under it.
 */
export function DropArea({
  label,
  icon: Icon,
  choose,
  accept,
  onFile,
  onText,
  children,
  more,
  below,
}: {
  label: string;
  icon: LucideIcon;
  choose: string;
  accept: string;
  onFile: (file: File) => void;
  onText?: (text: string) => void;
  children?: ReactNode;
  more?: ReactNode;
  below?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
    else onText?.(event.dataTransfer.getData('text/plain'));
  };
  return (
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-center',
        over ? 'border-accent bg-accent-wash' : 'border-edge',
      )}
    >
      <Icon size={24} strokeWidth={1.5} aria-hidden="true" className="text-soft" />
      {children}
      <div className="flex flex-wrap justify-center gap-2 pt-1">
        <Button look="primary" onClick={() => input.current?.click()}>
          {choose}
        </Button>
        {more}
      </div>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={choose}
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      {below}
    </section>
  );
}
