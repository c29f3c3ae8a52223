import { i18n } from '#i18n';
import { doubtfulBelow } from '../../lib/domain/schema/draft.ts';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import { listedWords } from '../exchange/listed-words.ts';
import type { DraftStanding } from '../hooks/use-tray.ts';
import { firstText, shownField } from './draft-values.ts';

/** What a row says at its right. */
export type RowState =
  | { is: 'new' }
  /** Read, but not surely. */
  | { is: 'doubtful' }
  | { is: 'yours'; since: number | undefined }
  /** `adds`: the book knows nothing there yet. */
  | { is: 'differs'; field: string; count: number; adds: boolean }
  /** Perhaps the same as a lead that is there: the user says. */
  | { is: 'check'; name: string }
  | { is: 'skipped' };

const isDoubtful = (item: TrayItem) =>
  item.draft.confidence < doubtfulBelow && Object.keys(item.edits).length === 0 && item.sameAs === undefined;

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** How a draft stands, in one word of state. In: the item and what the book says of it (undefined while it is being asked). */
export function rowState(item: TrayItem, standing: DraftStanding | undefined): RowState {
  if (item.state === 'skipped') return { is: 'skipped' };
  const difference = standing?.differences[0];
  if (standing?.state === 'differs' && difference) {
    const adds = standing.differences.every(({ ours }) => isEmpty(ours));
    return { is: 'differs', field: difference.field, count: standing.differences.length, adds };
  }
  if (standing?.state === 'known' || standing?.state === 'differs' || item.state === 'saved') {
    return { is: 'yours', since: standing?.since };
  }
  if (standing?.state === 'check') return { is: 'check', name: standing.maybe[0]?.lead.name ?? '' };
  return isDoubtful(item) ? { is: 'doubtful' } : { is: 'new' };
}

/**
 * Whether a row is ticked: the user's own tick, else new and sure rows of people and of firms that the page is about, and the
 * firm whose record is being filled (`filling`).
 */
export function isTicked(item: TrayItem, state: RowState, compared: boolean, filling = false): boolean {
  if (state.is === 'skipped') return false;
  if (item.ticked !== undefined) return item.ticked;
  if (filling && state.is === 'differs') return true;
  if (!compared || state.is !== 'new') return false;
  const { draft } = item;
  return draft.kind === 'person' || draft.role === 'own' || draft.role === 'listed';
}

export type Row = {
  id: string;
  item: TrayItem;
  standing: DraftStanding | undefined;
  state: RowState;
  ticked: boolean;
  title: string;
  /** Second line. */
  about: string[];
  marks: { phone: boolean; mail: boolean; chat: boolean; web: boolean };
  /** Stands under its company. */
  nested: boolean;
};

const has = (item: TrayItem, ...fields: Parameters<typeof shownField>[1][]) =>
  fields.some((field) => shownField(item, field).values.length > 0);

function placeOf(item: TrayItem): string {
  const value = shownField(item, 'addresses').values[0]?.value;
  return typeof value === 'object' && 'city' in value ? (value.city ?? '') : '';
}

function aboutOf(item: TrayItem, withFirm: boolean): string[] {
  const parts =
    item.draft.kind === 'person'
      ? [firstText(item, 'jobTitle'), withFirm ? '' : firstText(item, 'companyName')]
      : [firstText(item, 'industry') || firstText(item, 'products'), placeOf(item), firstText(item, 'stand')];
  if (item.draft.phoneIsPicture && !has(item, 'phones')) parts.push(i18n.t('qr.phonePicture'));
  const known = parts.filter((part) => part !== '');
  if (known.length > 0) return known;
  const way = firstText(item, 'emails') || firstText(item, 'phones') || firstText(item, 'domain');
  return way === '' || way === nameOf(item) ? [] : [way];
}

const nameOf = (item: TrayItem) =>
  firstText(item, 'name') ||
  firstText(item, 'emails') ||
  firstText(item, 'phones') ||
  firstText(item, 'domain') ||
  firstText(item, 'whatsapp') ||
  firstText(item, 'wechat') ||
  firstText(item, 'links');

/**
 * Rows in the order in which they are shown: each firm followed by its people, then people of no firm on this page. With one
 * firm its people are not set in: everyone there is of that firm. In: also the lead whose record is being filled, if any.
 */
export function rowsOf(
  items: readonly TrayItem[],
  standings: ReadonlyMap<string, DraftStanding>,
  fillingId?: string,
): Row[] {
  const toRow = (item: TrayItem, withFirm: boolean, nested: boolean): Row => {
    const standing = standings.get(item.draft.id);
    const state = rowState(item, standing);
    return {
      id: item.draft.id,
      item,
      standing,
      state,
      ticked: isTicked(
        item,
        state,
        standing !== undefined,
        fillingId !== undefined && standing?.lead?.id === fillingId,
      ),
      title: nameOf(item),
      about: [...listedWords(standing?.listed), ...aboutOf(item, withFirm)],
      marks: {
        phone: has(item, 'phones'),
        mail: has(item, 'emails'),
        chat: has(item, 'wechat', 'qq', 'whatsapp'),
        web: has(item, 'links') || (item.draft.kind === 'company' && has(item, 'website', 'domain')),
      },
      nested,
    };
  };
  const companies = items.filter((item) => item.draft.kind === 'company');
  const people = items.filter((item) => item.draft.kind === 'person');
  const known = new Set(companies.map((item) => item.draft.id));
  const firmOf = (item: TrayItem) => (item.draft.kind === 'person' ? item.draft.companyDraftId : undefined);
  const under = Map.groupBy(people, (item) => {
    const firm = firmOf(item);
    return firm !== undefined && known.has(firm) ? firm : '';
  });
  const nest = companies.length > 1;
  return [
    ...companies.flatMap((company) => [
      toRow(company, false, false),
      ...(under.get(company.draft.id) ?? []).map((item) => toRow(item, true, nest)),
    ]),
    ...(under.get('') ?? []).map((item) => toRow(item, false, false)),
  ];
}

export type RowCounts = { people: number; firms: number; fresh: number; yours: number; check: number; ticked: number };

/** What the top line counts. What the user put aside is not counted. */
export function countRows(rows: readonly Row[]): RowCounts {
  const counts = { people: 0, firms: 0, fresh: 0, yours: 0, check: 0, ticked: 0 };
  for (const { item, state, ticked } of rows) {
    if (state.is === 'skipped') continue;
    if (item.draft.kind === 'person') counts.people += 1;
    else counts.firms += 1;
    if (state.is === 'new') counts.fresh += 1;
    else if (state.is === 'yours') counts.yours += 1;
    else counts.check += 1;
    if (ticked) counts.ticked += 1;
  }
  return counts;
}
