import { lazy, Suspense, useEffect, useState } from 'react';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const asked = new EventTarget();

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Shows the keys of the page that is open, for those who do not know the key for it. */
export const showKeys = (): void => void asked.dispatchEvent(new Event('asked'));

/** `?` lists the keys of the page. In: the surface, and the page that is open on it. */
export function WithKeys({ surface, page }: { surface: 'workspace' | 'panel'; page: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event.target))
        return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', onKey);
    asked.addEventListener('asked', show);
    return () => {
      document.removeEventListener('keydown', onKey);
      asked.removeEventListener('asked', show);
    };
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <KeysDialog surface={surface} page={page} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
