import { useEffect, useState } from 'react';
import { type Facets, search } from './use-leads.ts';

type Offer = { value: string; text: string };

/** The fields of rules whose values the book can list. */
const listed: Record<string, keyof Facets> = { 'lead.tags': 'tags', 'lead.list': 'lists', 'lead.owner': 'owners' };
const none: readonly Offer[] = [];
let known: Promise<[Facets, Facets]> | undefined;

/**
 * Values of the user's own book to choose from while a rule is written. In: the rule's field. Out: none until they are there,
 * none for a field that the book does not list, and none where the book cannot be read: they are a help, what is typed counts.
 */
export function useOffered(field: string): readonly Offer[] {
  const facet = Object.hasOwn(listed, field) ? listed[field] : undefined;
  const [offers, setOffers] = useState(none);
  useEffect(() => {
    if (!facet) return;
    let stopped = false;
    known ??= Promise.all([search().facets('company'), search().facets('person')]);
    known.then(
      (both) => {
        const values = new Set(both.flatMap((facets) => facets[facet].map(({ value }) => value)));
        if (!stopped) setOffers([...values].map((value) => ({ value, text: value })));
      },
      () => {
        known = undefined;
        if (!stopped) setOffers(none);
      },
    );
    return () => {
      stopped = true;
    };
  }, [facet]);
  return facet ? offers : none;
}
