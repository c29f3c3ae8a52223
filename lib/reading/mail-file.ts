import { createCollection, senderIn, told } from '../capture/mail-files/collect.ts';
import { readMbox, unescapeFrom } from '../capture/mail-files/mbox.ts';
import { type Census, createCensus, type Own, type Place } from '../capture/mail-files/senders.ts';
import { type MailFileKind, sniff, sniffSize } from '../capture/mail-files/sniff.ts';
import type { Reading } from '../domain/schema/draft.ts';
import type { ReadOutcome, Request } from '../messaging/protocol.ts';

export type { Own };

/** How far the reading of a mailbox file is: messages seen and the share of the whole work done, 0 to 1. */
export type MailFileProgress = { messages: number; share: number };

export type MailFileRequest = {
  file: Blob;
  name: string;
  /** Address under which its drafts are kept; begins with `pasted:`. */
  url: string;
  /** Whether they are kept in the tray at all. */
  keep: boolean;
  own: Own;
  country?: string;
  signal?: AbortSignal;
  onProgress?: (progress: MailFileProgress) => void;
};

export type MailFileDeps = {
  now(): number;
  /** Reads one text or message, where the readers are. */
  read(request: Request<'text.read'>): Promise<ReadOutcome>;
  /** Puts the reading of many messages into the tray. */
  keep(reading: Reading): Promise<void>;
};

/** Messages of a mailbox file, and those left out: of lists, of programs, the user's own. */
export type MailFileCount = { messages: number } & Census['left'];
export type MailFileOutcome =
  | { ok: true; kind: MailFileKind; reading: Reading; count?: MailFileCount }
  | { ok: false; why: 'empty' | 'notMail' | 'broken' | 'tooBig' | 'cancelled' | 'failed'; detail: string };

/** What the way of messages carries at once. */
const mostText = 4_900_000;
const mostMail = 120_000_000;
/** Outlook's format is opened as a whole, at many times its size. */
const mostOutlook = 50_000_000;
/** Of a mailbox file; what is older or more is said to be left out. */
const mostSenders = 2000;
/** Messages of one sender that are looked into for a signature. */
const mostTries = 3;
/** Share of the work that finding the messages is. */
const scanShare = 0.3;

const failure = (why: Extract<MailFileOutcome, { ok: false }>['why'], detail = ''): MailFileOutcome => ({
  ok: false,
  why,
  detail,
});

/** Bytes as a text of one character each, as messages to the background carry them. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A message small enough to be sent to its reader. */
async function mailText(bytes: Uint8Array): Promise<string> {
  const text = binaryText(bytes);
  if (text.length <= mostText) return text;
  const { slimMail } = await import('../capture/mail-files/slim.ts');
  return slimMail(text).slice(0, mostText);
}

async function outcomeOf(kind: MailFileKind, reading: Promise<ReadOutcome>): Promise<MailFileOutcome> {
  const outcome = await reading;
  return outcome.ok
    ? { ok: true, kind, reading: outcome.reading }
    : failure('failed', outcome.detail || outcome.refusal);
}

const common = ({ name, url, keep, country }: MailFileRequest) => ({ name, url, keep, ...(country && { country }) });

async function readOne(kind: 'eml' | 'msg', bytes: Uint8Array, request: MailFileRequest, deps: MailFileDeps) {
  let text: string;
  let binary = true;
  if (kind === 'msg') {
    // Outlook's format needs readers of its own: they are loaded with the first such file.
    const { msgToEml } = await import('../capture/mail-files/msg.ts');
    try {
      text = msgToEml(bytes).slice(0, mostText);
      binary = false;
    } catch (cause) {
      return failure('broken', cause instanceof Error ? cause.message : String(cause));
    }
  } else text = await mailText(bytes);
  return outcomeOf(kind, deps.read({ ...common(request), text, as: 'eml', binary }));
}

async function readCards(request: MailFileRequest, deps: MailFileDeps): Promise<MailFileOutcome> {
  const { vcardPieces } = await import('../capture/mail-files/vcard-text.ts');
  const pieces = vcardPieces(await bytesOf(request.file), mostText);
  const [first = ''] = pieces;
  if (pieces.length <= 1) return outcomeOf('vcard', deps.read({ ...common(request), text: first, as: 'vcard' }));
  const collection = createCollection(request.url, () => false);
  let last: Reading | undefined;
  for (const [done, text] of pieces.entries()) {
    if (request.signal?.aborted) return failure('cancelled');
    const outcome = await deps.read({ ...common(request), text, as: 'vcard', keep: false });
    if (!outcome.ok) return failure('failed', outcome.detail || outcome.refusal);
    last = outcome.reading;
    collection.add(last);
    request.onProgress?.({ messages: collection.size, share: (done + 1) / pieces.length });
  }
  const reading = { ...(last as Reading), ...collection.result() };
  if (request.keep) await deps.keep(reading);
  return { ok: true, kind: 'vcard', reading };
}

/** Reads all headers of a mailbox file while it streams. Throws what reading the file throws. */
async function census(request: MailFileRequest, total: { messages: number }): Promise<Census | undefined> {
  const { file, own, signal, onProgress } = request;
  const { readEml } = await import('../capture/mail/eml.ts');
  const counted = createCensus(own, request.name);
  let seen = 0;
  for await (const { start, end, head, hasCard } of readMbox(file, (bytes) => {
    seen = bytes;
  })) {
    if (signal?.aborted) return undefined;
    const mail = await readEml(head);
    const at = Date.parse(mail.date ?? '');
    // What tells no date is as old as its place says.
    counted.add(mail, { start, end, at: Number.isNaN(at) ? total.messages : at }, hasCard);
    total.messages++;
    if (total.messages % 50 === 0)
      onProgress?.({ messages: total.messages, share: (scanShare * seen) / Math.max(1, file.size) });
  }
  return counted.result();
}

async function readMailbox(request: MailFileRequest, deps: MailFileDeps): Promise<MailFileOutcome> {
  const { file, url, name, signal, onProgress } = request;
  const started = deps.now();
  const total = { messages: 0 };
  const who = await census(request, total);
  if (!who || signal?.aborted) return failure('cancelled');
  const senders = who.senders.slice(0, mostSenders);
  const theirs = new Set(who.senders.map(({ address }) => address));
  const mine = new Set(request.own.addresses.map((address) => address.toLowerCase()));
  const collection = createCollection(url, (address) => mine.has(address) || who.isOwn(address));
  const readAt = async ({ start, end }: Place) => {
    const bytes = unescapeFrom(await bytesOf(file.slice(start, Math.min(end, start + mostMail))));
    const outcome = await deps.read({
      ...common(request),
      text: await mailText(bytes),
      as: 'eml',
      binary: true,
      keep: false,
    });
    return outcome.ok ? outcome.reading : undefined;
  };
  const jobs = senders.length + who.cards.length + who.machines.length;
  let done = 0;
  let country: string | undefined;
  const step = (): boolean => {
    done++;
    onProgress?.({ messages: total.messages, share: scanShare + ((1 - scanShare) * done) / Math.max(1, jobs) });
    return signal?.aborted === true;
  };
  for (const { address, newest, name: called } of senders) {
    let best: Reading | undefined;
    for (const place of newest.slice(0, mostTries)) {
      const reading = await readAt(place);
      const person = reading && senderIn(reading, address);
      if (!reading || !person) continue;
      const before = best && senderIn(best, address);
      if (!before || told(person) > told(before)) best = reading;
      if (told(person) > 0) break;
    }
    if (best) {
      collection.add(best, senderIn(best, address));
      country ??= best.country;
    } else collection.addParty({ name: called, address }, deps.now());
    if (step()) return failure('cancelled');
  }
  for (const place of [...who.cards, ...who.machines]) {
    const reading = await readAt(place);
    // The machine that sent it, and whoever wrote already, are no news.
    if (reading) collection.add({ ...reading, people: reading.people.filter((person) => !isOneOf(person, theirs)) });
    if (step()) return failure('cancelled');
  }
  const reading: Reading = {
    url,
    title: name,
    at: started,
    ...(country && { country }),
    ...collection.result(),
    closedFrames: [],
    truncated: who.truncated || who.senders.length > senders.length,
    msPage: 0,
    ms: deps.now() - started,
  };
  if (request.keep && reading.people.length > 0) await deps.keep(reading);
  return { ok: true, kind: 'mbox', reading, count: { messages: total.messages, ...who.left } };
}

const isOneOf = (person: Reading['people'][number], addresses: ReadonlySet<string>) =>
  person.fields.emails.some(({ value }) => addresses.has(value.toLowerCase()));

/**
 * Reads a mail file: a message (.eml, .msg), a mailbox (.mbox), address cards (.vcf), by what it holds and not by its name.
 * A mailbox is streamed: people are found in its headers, and only their newest messages are read whole. In: the file and
 * where its drafts belong. Out: one reading, or why there is none; throws only what keeping it in the tray throws.
 */
export async function readMailFile(request: MailFileRequest, deps: MailFileDeps): Promise<MailFileOutcome> {
  const { file, name } = request;
  if (file.size === 0) return failure('empty');
  let found: ReturnType<typeof sniff>;
  try {
    found = sniff(await bytesOf(file.slice(0, sniffSize)), name);
  } catch (cause) {
    // moved, or never to be read
    return failure('failed', cause instanceof Error ? cause.message : String(cause));
  }
  if (!found) return failure('notMail');
  if (found.kind === 'mbox') return readMailbox(request, deps);
  if (file.size > (found.kind === 'msg' ? mostOutlook : mostMail)) return failure('tooBig');
  if (found.kind === 'vcard') return readCards(request, deps);
  return readOne(found.kind, await bytesOf(file.slice(found.skip)), request, deps);
}
