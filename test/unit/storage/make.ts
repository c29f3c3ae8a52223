import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { companyDraft, type Draft, personDraft, type Reading, reading } from '../../../lib/domain/schema/draft.ts';
import { type Batch, batch, type TrayItem, trayItem } from '../../../lib/domain/schema/tray.ts';
import type { Phone, Provenance } from '../../../lib/domain/schema/value.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';

export const page = 'https://www.glasbau-lindner.example/team';
export const noBatch: Batch = batch.parse({});

/** A book in an empty database of its own. */
export function emptyBook(): Promise<Book> {
  globalThis.indexedDB = new IDBFactory();
  return openBookAt({ now: 1000 });
}

export const place = (snippet = 'as written', url = page): Provenance => ({ url, at: 1000, detector: 'text', snippet });
export const phone = (e164: string, kind: Phone['kind'] = 'work'): Phone => ({ e164, text: e164, kind });

type Values = Record<string, unknown>;

function fieldsOf(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      (Array.isArray(value) ? value : [value]).map((v) => ({
        value: v,
        confidence: 0.9,
        provenance: [place(String(v))],
      })),
    ]),
  );
}

export const personOf = (id: string, values: Values, more: Values = {}): Draft =>
  personDraft.parse({ kind: 'person', id, confidence: 0.9, fields: fieldsOf(values), ...more });
export const companyOf = (id: string, values: Values, more: Values = {}): Draft =>
  companyDraft.parse({ kind: 'company', id, confidence: 0.9, fields: fieldsOf(values), ...more });
export const itemOf = (draft: Draft, more: Partial<TrayItem> = {}): TrayItem => trayItem.parse({ draft, ...more });
export const person = (id: string, values: Values, more: Values = {}): TrayItem => itemOf(personOf(id, values, more));
export const company = (id: string, values: Values, more: Values = {}): TrayItem => itemOf(companyOf(id, values, more));

export function readingOf(drafts: Draft[], more: Partial<Reading> = {}): Reading {
  return reading.parse({
    url: page,
    title: 'Team',
    at: 1000,
    people: drafts.filter(({ kind }) => kind === 'person'),
    companies: drafts.filter(({ kind }) => kind === 'company'),
    ...more,
  });
}
