import { z } from 'zod';
import { coverageHistories } from '../domain/adapter-coverage.ts';
import { pivotViews, valueSettings } from '../domain/schema/order.ts';
import { sourceName } from '../domain/schema/source.ts';
import { firstPipeline, pipeline } from '../domain/schema/stage.ts';
import { mailTemplate } from '../domain/schema/template.ts';
import { type Batch, batch } from '../domain/schema/tray.ts';
import { workSettings } from '../domain/schema/work.ts';
import type { Book } from './book.ts';
import { read, tell, type WriteTx, write } from './transact.ts';

/** Every setting with its schema and its default. `null` means: go by the browser's language. */
const settings = {
  exportFormat: z.enum(['xlsx', 'csv']).default('xlsx'),
  csvSeparator: z.enum([',', ';', '\t']).nullable().default(null),
  csvEncoding: z.enum(['utf-8', 'utf-16le']).default('utf-8'),
  /** Host names, without www. */
  neverReadSites: z.array(z.string()).default([]),
  readAllowedSites: z.boolean().default(true),
  defaultCountry: z.string().length(2).nullable().default(null),
  welcomeSeen: z.boolean().default(false),
  /** For each site with a reader of its own, how well its fields were found so far. */
  adapterCoverage: coverageHistories,
  /** Match patterns of the mailboxes in which chips are shown. */
  mailboxes: z.array(z.string()).default([]),
  mailRows: z.boolean().default(true),
  /** The user's own addresses, and the domains of their own firm. */
  myAddresses: z.array(z.string()).default([]),
  myDomains: z.array(z.string()).default([]),
  /** Addresses and domains that get no chip and are never captured from mail. */
  mailNever: z.array(z.string()).default([]),
  /** "Who are you?" was answered, or taken from a mailbox and shown. */
  mailMeAsked: z.boolean().default(false),
  /** The stages in which work is done. */
  pipeline: pipeline.default(firstPipeline),
  work: workSettings.prefault({}),
  mailTemplates: z.array(mailTemplate).max(200).default([]),
  customerValue: valueSettings.prefault({}),
  pivotViews: pivotViews.default([]),
  /** The user's own names for how they met people. */
  sources: z.array(sourceName).max(500).default([]),
  /** After how many months it is to be decided whether somebody is still needed. */
  retentionMonths: z.number().int().min(1).max(240).default(24),
  /** Who keeps the data, as notices and reports name them. */
  controller: z
    .object({ name: z.string(), address: z.string(), contact: z.string() })
    .default({ name: '', address: '', contact: '' }),
  /** Minutes without a key or a move after which the pages are covered; `null`: never. The PIN only as a salted hash. */
  screenLock: z
    .object({ minutes: z.number().int().min(1).max(240).nullable(), pin: z.string().nullable() })
    .default({ minutes: null, pin: null }),
} as const satisfies Record<string, z.ZodType>;
export type SettingName = keyof typeof settings;
export type Setting<N extends SettingName> = z.output<(typeof settings)[N]>;

const getMeta = (book: Book, key: string): Promise<unknown> =>
  read(book, ['meta'], async (tx) => (await tx.objectStore('meta').get(key))?.value);

async function setMeta(book: Book, key: string, value: unknown): Promise<void> {
  await write(book, ['meta'], (tx) => tx.objectStore('meta').put({ key, value }));
  tell({ stores: ['meta'] });
}

/** The batch line as last set; an empty one at first. Throws `BookError`. */
export async function getBatch(book: Book): Promise<Batch> {
  return batch.parse((await getMeta(book, 'batch')) ?? {});
}

/** Sets the batch line, until it is set again. Throws `BookError`. */
export async function setBatch(book: Book, value: Batch): Promise<void> {
  await setMeta(book, 'batch', batch.parse(value));
}

/** A setting, or its default where it was never set or is no longer understood. Throws `BookError`. */
export async function getSetting<N extends SettingName>(book: Book, name: N): Promise<Setting<N>> {
  const schema: z.ZodType = settings[name];
  const kept = schema.safeParse(await getMeta(book, `setting:${name}`));
  return (kept.success ? kept.data : schema.parse(undefined)) as Setting<N>;
}

/** Changes a setting within a transaction over `meta`; who asks tells of it. In: its name, what becomes of it. Throws a ZodError for what is no such setting. */
export async function changeSetting<N extends SettingName>(
  tx: WriteTx,
  name: N,
  change: (before: Setting<N>) => Setting<N>,
): Promise<void> {
  const schema: z.ZodType = settings[name];
  const key = `setting:${name}`;
  const kept = schema.safeParse((await tx.objectStore('meta').get(key))?.value);
  const before = (kept.success ? kept.data : schema.parse(undefined)) as Setting<N>;
  await tx.objectStore('meta').put({ key, value: schema.parse(change(before)) });
}

/** Keeps a setting. Throws `BookError`, or a ZodError for what is no such setting. */
export async function setSetting<N extends SettingName>(book: Book, name: N, value: Setting<N>): Promise<void> {
  const schema: z.ZodType = settings[name];
  await setMeta(book, `setting:${name}`, schema.parse(value));
}

/** This install's id, made at the first call: stamps and changes carry it. Throws `BookError`. */
export async function origin(book: Book): Promise<string> {
  const known = await knownOrigin(book);
  if (known !== undefined) return known;
  return write(book, ['meta'], async (tx) => {
    // Two pages may ask at the same moment: the first one's answer stays.
    const kept = await tx.objectStore('meta').get('origin');
    if (typeof kept?.value === 'string') return kept.value;
    const value = crypto.randomUUID();
    await tx.objectStore('meta').put({ key: 'origin', value });
    return value;
  });
}

/** The install's id where the book has one already. Throws `BookError`. */
export async function knownOrigin(book: Book): Promise<string | undefined> {
  const known = await getMeta(book, 'origin');
  return typeof known === 'string' ? known : undefined;
}

/** Makes the book that of an install again which it was before the browser lost it. Throws `BookError`. */
export const setOrigin = (book: Book, id: string): Promise<void> => setMeta(book, 'origin', id);
