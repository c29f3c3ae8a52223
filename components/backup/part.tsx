import type { ReactNode } from 'react';

/** A part of the page under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col items-start gap-2 border-b border-line px-4 py-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
