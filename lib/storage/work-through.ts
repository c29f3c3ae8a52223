import type { Company } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';

const notYet = (): Promise<never> => Promise.reject(new Error('not built yet'));

export type WorkState = 'open' | 'done' | 'skipped';
export type WorkEntry = { lead: Company; state: WorkState };

export const workQueue: (book: Book, list: string) => Promise<WorkEntry[]> = notYet;
export const nextToWork: (book: Book, list: string) => Promise<Company | undefined> = notYet;
export const markWork: (book: Book, leadId: string, state: WorkState) => Promise<void> = notYet;
export const setWorkingOn: (book: Book, leadId: string | undefined) => Promise<void> = notYet;
export const getWorkingOn: (book: Book) => Promise<Company | undefined> = notYet;
