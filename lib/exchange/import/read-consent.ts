import type { ConsentSaid, ImportCommon } from '../../domain/import-row.ts';
import { fold } from '../../domain/normalize/fold.ts';
import { readOwnValue } from '../../domain/own-values.ts';
import { type ConsentChannel, type LawfulBasis, lawfulBasis } from '../../domain/schema/privacy.ts';

/** Words of columns for who is not to be reached, beside yes and no. */
const outWords = /unsubscri|opt(?:ed)?[ -]?out|do not|blacklist|abgemeldet|widerruf|gesperrt|nicht|退订|请勿|拒绝|拉黑/;
const inWords =
  /^(?:subscribed|active|aktiv|bounced|archived|no consent|none|offen|open|opt(?:ed)?[ -]?in|angemeldet|已订阅|订阅)$/;
/** Only whole words are a yes: it also stands in their contraries. */
const stateWords: [ConsentSaid['state'], RegExp][] = [
  [
    'withdrawn',
    /withdrawn|refus|revoked|declined|denied|objected|disagree|unsubscri|opt(?:ed)?[ -]?out|abgelehnt|abgemeldet|verweigert|widerruf|widerspr|拒绝|撤回|退订|不.{0,2}同意/,
  ],
  ['given', /\b(?:given|agreed|subscribed|subscriber|opt(?:ed)?[ -]?in|eingewilligt|erteilt)\b|同意/],
];
/** What was not said is no refusal. */
const unsaid = /\b(?:not|nicht|kein\w*)\b|未/;
/** Nor is a yes what was denied, only asked for, or is over; a refusal beside such a word stays one. */
const unagreed =
  /\b(?:no|non|never|none|without|cannot|nein|nie|niemals|ohne|false|pending|requested|expired|ausstehend|angefragt|abgelaufen)\b|n['’]t\b|无|無|没|沒|待|否/;
const basisWords: [LawfulBasis['basis'], RegExp][] = [
  ['legitimateInterest', /legitimate|berechtigt|正当/],
  ['consent', /consent|einwilligung|同意/],
  ['contract', /contract|vertrag|合同/],
  ['legalObligation', /legal|rechtlich|法定/],
];

/** Whether a cell says that somebody is not to be reached. Out: undefined where it says neither. */
function saysOut(cell: string): boolean | undefined {
  const yesNo = readOwnValue('yesNo', cell);
  if (yesNo.ok) return yesNo.value === true;
  const plain = fold(cell).trim();
  if (inWords.test(plain)) return false;
  return outWords.test(plain) || undefined;
}

/**
 * Takes a yes of a column of those who are not to be reached. A no says nothing: nobody agreed by it. In: what the row says so far,
 * which way is closed (absent: all), the cell. Out: false where it says neither.
 */
export function readOptOut(common: ImportCommon, channel: ConsentChannel | undefined, cell: string): boolean {
  const isOut = saysOut(cell);
  if (isOut && channel)
    common.consent = { ...common.consent, [channel]: { ...common.consent?.[channel], state: 'withdrawn' } };
  else if (isOut) common.doNotContact = true;
  return isOut !== undefined;
}

/** Takes what somebody agreed to or refused. In: what the row says so far, the way to reach them, the cell. Out: false where it says neither. */
export function readConsent(common: ImportCommon, channel: ConsentChannel, cell: string): boolean {
  const yesNo = readOwnValue('yesNo', cell);
  const plain = fold(cell).trim();
  const found = unsaid.test(plain) ? undefined : stateWords.find(([, pattern]) => pattern.test(plain))?.[0];
  const said = found === 'given' && unagreed.test(plain) ? undefined : found;
  const state = said ?? (yesNo.ok && yesNo.value === true ? 'given' : undefined);
  if (state) common.consent = { ...common.consent, [channel]: { ...common.consent?.[channel], state } };
  return state !== undefined || yesNo.ok;
}

/** Takes the day of it. In: what the row says so far, the way to reach them, the moment. */
export function readConsentDay(common: ImportCommon, channel: ConsentChannel, at: number | undefined): boolean {
  if (at !== undefined) common.consent = { ...common.consent, [channel]: { ...common.consent?.[channel], at } };
  return at !== undefined;
}

/** Takes the ground on which they are kept. Out: false where the cell names none. */
export function readBasis(common: ImportCommon, cell: string): boolean {
  const code = lawfulBasis.shape.basis.safeParse(cell).data;
  const plain = fold(cell);
  const basis = code ?? basisWords.find(([, pattern]) => pattern.test(plain))?.[0];
  if (basis) common.lawfulBasis = { basis };
  return basis !== undefined;
}
