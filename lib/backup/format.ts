import { z } from 'zod';

/**
 * A backup: gzip over lines of JSON (UTF-8), which may be sealed with a passphrase as a whole (lib/exchange/sealed-file.ts).
 *
 *     { "format": "leadlight-backup", "version": 1, "database": 9, "at": …, "origin": "…", "app": "…", "counts": {…}, "permissions": {…} }
 *     { "store": "people" }          the rows that follow are of this store
 *     [ row ]                        one row; what JSON has no word for is written as `{ "$bytes": … }` and the like (values.ts)
 *     { "end": { "counts": {…}, "digest": "…" } }
 *
 * `database` is the version of the database's structure: an older one is brought up by the same migrations as a book. The digest
 * is a chain of SHA-256 over each `digestLines` lines after the head, so that it can be made and checked as the lines flow.
 */
export const backupVersion = 1;
export const digestLines = 1000;

/** Stores that are of this machine alone. */
export const neverInBackup: readonly string[] = ['vault'];

const counts = z.record(z.string(), z.number().int().nonnegative());

const permissions = z.object({
  permissions: z.array(z.string().max(200)).max(100).default([]),
  origins: z.array(z.string().max(2000)).max(10_000).default([]),
});

export const backupHead = z.object({
  format: z.literal('leadlight-backup'),
  version: z.literal(backupVersion),
  /** Number of migrations that the book had been through. */
  database: z.number().int().min(1),
  at: z.number(),
  /** The install that wrote it. */
  origin: z.string().max(200),
  app: z.string().max(50),
  /** How many rows each store had when it was begun. */
  counts,
  /** What the user allowed: to be given again after a restore on another machine. */
  permissions,
});
export type BackupHead = z.infer<typeof backupHead>;
export type GivenPermissions = BackupHead['permissions'];

export const storeLine = z.object({ store: z.string().min(1).max(100) });
export const endLine = z.object({ end: z.object({ counts, digest: z.string() }) });
export type BackupEnd = z.infer<typeof endLine>['end'];

/** Why a file cannot be used as a backup. `truncated` stands for cut short or damaged: the two cannot be told apart for sure. */
export type BackupProblem = 'otherFile' | 'newer' | 'truncated' | 'passphrase' | 'needsPassphrase';

export class BackupFileError extends Error {
  readonly problem: BackupProblem;
  constructor(problem: BackupProblem, detail = '', options?: ErrorOptions) {
    super(`${problem}${detail && `: ${detail}`}`, options);
    this.name = 'BackupFileError';
    this.problem = problem;
  }
}

/** The running digest of the lines: the same on both sides. */
export class LineDigest {
  #chain = Promise.resolve('');
  #lines: string[] = [];

  /** Takes a line; every `digestLines` of them go into the chain, in the background and in order. */
  add(line: string): void {
    if (this.#lines.push(line) >= digestLines) this.#close();
  }

  /** The digest of all lines, as hexadecimal digits. */
  end(): Promise<string> {
    this.#close();
    return this.#chain;
  }

  #close(): void {
    const lines = this.#lines;
    this.#lines = [];
    this.#chain = this.#chain.then(async (before) => {
      const bytes = new TextEncoder().encode(`${before}\n${lines.join('\n')}`);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    });
  }
}
