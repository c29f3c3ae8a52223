import { lazy, Suspense, useEffect, useState } from 'react';
import type { PaletteContext } from './command.ts';
import { useCurrentSubject } from './subject.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Ctrl+K (⌘K) shows the palette wherever one is; it is loaded with the first time. In: the surface, and the ways it can go. */
export function WithPalette(ways: Omit<PaletteContext, 'subject'>) {
  const [open, setOpen] = useState<{ from: Element | null }>();
  const subject = useCurrentSubject();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      const from = document.activeElement;
      setOpen((before) => (before ? undefined : { from }));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <Palette at={{ ...ways, subject }} from={open.from} onClose={() => setOpen(undefined)} />
    </Suspense>
  );
}
