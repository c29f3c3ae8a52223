import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PaletteContext } from './command.ts';
import { useCurrentSubject } from './subject.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Ctrl+K (⌘K) shows the palette wherever one is; it is loaded with the first time. In: the surface, and the ways it can go. */
export function WithPalette(ways: Omit<PaletteContext, 'subject'>) {
  const [open, setOpen] = useState<{ from: Element | null }>();
  const ahead = useRef('');
  const subject = useCurrentSubject();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      const from = document.activeElement;
      ahead.current = '';
      setOpen((before) => (before ? undefined : { from }));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={<TypedAhead text={ahead} onLeave={() => setOpen(undefined)} />}>
      <Palette at={{ ...ways, subject }} from={open.from} ahead={ahead} onClose={() => setOpen(undefined)} />
    </Suspense>
  );
}

/** Takes the keys for the palette until it is there: the page beneath would take letters for its own, and act on the lead that is chosen there. */
function TypedAhead({ text, onLeave }: { text: RefObject<string>; onLeave: () => void }) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') onLeave();
      else if (event.key === 'Backspace') text.current = text.current.slice(0, -1);
      else if (event.key.length === 1) text.current += event.key;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });
  return null;
}
