import { type ComponentProps, lazy, Suspense, useEffect } from 'react';

const load = () => import('./lead-detail.tsx');
const LeadDetail = lazy(async () => ({ default: (await load()).LeadDetail }));

/** `LeadDetail` for pages that first of all show a list: what a lead's page is made of is no part of what the list waits for. */
export function LeadDetailLater(props: ComponentProps<typeof LeadDetail>) {
  return (
    <Suspense>
      <LeadDetail {...props} />
    </Suspense>
  );
}

/** Loads it once the list stands and the page has time to spare, so that the first lead opens as fast as the next. In: whether it stands. */
export function useDetailAhead(isListThere: boolean): void {
  useEffect(() => {
    if (!isListThere) return;
    const soon = requestIdleCallback(() => {
      // Where it cannot be loaded, opening a lead says so.
      load().catch(() => undefined);
    });
    return () => cancelIdleCallback(soon);
  }, [isListThere]);
}
