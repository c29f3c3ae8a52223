import { TextCursorInputIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';

/**
 * A value being typed. Enter and leaving it keep what was typed, Esc does not. The button puts in the words now selected on the
 * page.
 */
export function ValueInput({
  label,
  value,
  selection,
  onDone,
  onCancel,
}: {
  label: string;
  value: string;
  selection: () => Promise<string>;
  onDone: (text: string) => void;
  onCancel: () => void;
}) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const takeSelection = async () => {
    const selected = await selection();
    if (selected === '') say(i18n.t('capture.card.selectionEmpty'));
    else setText(selected);
    input.current?.focus();
  };

  return (
    <fieldset
      aria-label={label}
      className="flex min-w-0 flex-1 items-center gap-1"
      onBlur={(event) => {
        if (over.current || event.currentTarget.contains(event.relatedTarget)) return;
        // Going to the page to select something there is not leaving: the panel itself lost the focus then.
        if (!document.hasFocus()) return;
        over.current = true;
        onDone(text);
      }}
    >
      <Input
        ref={input}
        aria-label={label}
        value={text}
        className="h-6"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          over.current = true;
          if (event.key === 'Enter') onDone(text);
          else onCancel();
        }}
      />
      <IconButton
        icon={TextCursorInputIcon}
        size="small"
        label={i18n.t('capture.card.selection')}
        onClick={() => void takeSelection()}
      />
    </fieldset>
  );
}
