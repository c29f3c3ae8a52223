import { z } from 'zod';
import type { Batch } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';

const notYet = (): Promise<never> => Promise.reject(new Error('not built yet'));

/** Every setting with its schema and its default. `null` means: go by the browser's language. */
export const settings = {
  exportFormat: z.enum(['xlsx', 'csv']).default('xlsx'),
  csvSeparator: z.enum([',', ';', '\t']).nullable().default(null),
  csvEncoding: z.enum(['utf-8', 'utf-16le', 'windows-1252', 'gbk']).default('utf-8'),
  /** Host names, without www. */
  neverReadSites: z.array(z.string()).default([]),
  readAllowedSites: z.boolean().default(true),
  defaultCountry: z.string().length(2).nullable().default(null),
  welcomeSeen: z.boolean().default(false),
} as const satisfies Record<string, z.ZodType>;
export type SettingName = keyof typeof settings;
export type Setting<N extends SettingName> = z.output<(typeof settings)[N]>;

export const getBatch: (book: Book) => Promise<Batch> = notYet;
export const setBatch: (book: Book, batch: Batch) => Promise<void> = notYet;
export const getSetting: <N extends SettingName>(book: Book, name: N) => Promise<Setting<N>> = notYet;
export const setSetting: <N extends SettingName>(book: Book, name: N, value: Setting<N>) => Promise<void> = notYet;
/** This install's id: stamps and changes carry it. */
export const origin: (book: Book) => Promise<string> = notYet;
