/** `later`: something newer is to be taken back first. */
export type BookErrorCode = 'blocked' | 'migration' | 'newer' | 'closed' | 'quota' | 'later' | 'unknown';

/** Why the book could not be opened, read or written. Nothing of a failed write is in the book. */
export class BookError extends Error {
  readonly code: BookErrorCode;

  constructor(code: BookErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BookError';
    this.code = code;
  }
}

const codes: Record<string, BookErrorCode> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer',
  InvalidStateError: 'closed',
  AbortError: 'closed',
};

/** Any failure as a `BookError`; the browser's own error is its cause. */
export function toBookError(cause: unknown): BookError {
  if (cause instanceof BookError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  return new BookError(codes[name] ?? 'unknown', message, cause);
}
