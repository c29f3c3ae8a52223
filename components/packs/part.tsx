import type { ReactNode } from 'react';

/** A part of the page under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col items-stretch gap-2">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
