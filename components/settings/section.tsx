import type { ReactNode } from 'react';

/** A part of the settings under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col items-stretch gap-2 border-b border-line px-3 py-3">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
