import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { type FieldValue, fieldsOf } from '../../lib/domain/draft-values.ts';
import type { Held } from '../../lib/domain/merge.ts';
import { type MergeField, mergeFields, richest } from '../../lib/domain/merge-leads.ts';
import { isSpelledAlike } from '../../lib/domain/value-key.ts';
import type { DuplicateGroup } from '../hooks/use-duplicates.ts';
import type { MergeChoices, MergeRequest } from '../hooks/use-merging.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { changedWord } from '../leads/changed-word.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText, valueText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { isAgainst, reasonText } from './words.ts';

export type CompareActions = {
  onMerge: (request: MergeRequest) => void;
  onNotSame: (ids: string[]) => void;
  busy: boolean;
};

/** What the user decided of a group: which lead stays, which belong to it, and which values are taken. */
export function useDecisions(held: readonly Held[]) {
  const [kept, setKept] = useState<string>();
  const [out, setOut] = useState<readonly string[]>([]);
  const [choices, setChoices] = useState<MergeChoices>({});
  const part = held.filter(({ lead }) => !out.includes(lead.id));
  const first = part.find(({ lead }) => lead.id === kept) ?? part[richest(part.map(({ lead }) => lead))];
  const ordered = first ? [first, ...part.filter((one) => one !== first)] : [];
  const request: MergeRequest | undefined = first && {
    keptId: first.lead.id,
    leadIds: ordered.map(({ lead }) => lead.id),
    choices,
  };
  return {
    request,
    ordered,
    choices,
    setKept: (id: string) => {
      setKept(id);
      setChoices({});
    },
    choose: (field: string, value: unknown) => setChoices({ ...choices, [field]: value }),
    isOut: (id: string) => out.includes(id),
    toggle: (id: string) => {
      setOut(out.includes(id) ? out.filter((one) => one !== id) : [...out, id]);
      setChoices({});
    },
  };
}
type Decisions = ReturnType<typeof useDecisions>;

/** The leads of a group beside each other, field by field: what each says, and what is taken. */
export function Compare({
  group,
  held,
  decisions,
  actions,
}: {
  group: DuplicateGroup;
  held: readonly Held[];
  decisions: Decisions;
  actions: CompareActions;
}) {
  const { request, ordered } = decisions;
  const canMerge = ordered.length > 1 && !actions.busy;
  const reasons = group.pairs[0]?.reasons ?? [];
  const [pro, contra] = [reasons.filter((one) => !isAgainst(one)), reasons.filter(isAgainst)];
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="primary"
          disabled={!canMerge}
          aria-keyshortcuts="M"
          onClick={() => request && actions.onMerge(request)}
        >
          {i18n.t('clean.merge')} <Kbd keys="M" inverse />
        </Button>
        <Button
          disabled={actions.busy}
          aria-keyshortcuts="N"
          onClick={() => actions.onNotSame(held.map(({ lead }) => lead.id))}
        >
          {i18n.t('clean.notSame')} <Kbd keys="N" />
        </Button>
      </div>
      <p className="text-pretty">
        <span className="sr-only">{i18n.t('clean.why')}: </span>
        {pro.map(reasonText).join(' · ')}
        {contra.length > 0 && (
          <span className="text-doubt">
            <span className="sr-only"> {i18n.t('clean.against')}: </span>
            {pro.length > 0 && ' · '}
            {contra.map(reasonText).join(' · ')}
          </span>
        )}
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-start align-top">
          <Heads held={held} decisions={decisions} />
          <tbody>
            {mergeFields(ordered).map((field) => (
              <FieldRow key={field.field} field={field} held={held} decisions={decisions} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Heads({ held, decisions }: { held: readonly Held[]; decisions: Decisions }) {
  const { ordered, isOut, toggle, setKept } = decisions;
  return (
    <thead>
      <tr className="border-b border-edge">
        <th scope="col" className="w-24 py-1 pe-3 text-start align-top text-sm font-normal text-soft">
          {i18n.t('clean.field')}
        </th>
        {held.map(({ lead }) => {
          const isKept = ordered[0]?.lead.id === lead.id;
          return (
            <th key={lead.id} scope="col" className="min-w-32 py-1 pe-3 text-start align-top font-normal">
              <a href={`/workspace.html#/leads/${lead.id}`} className="font-semibold hover:underline">
                {leadName(lead)}
              </a>
              <span className="block text-sm text-soft">{i18n.t('clean.since', [dayText(lead.createdAt)])}</span>
              <label className="flex w-fit items-center gap-1.5 py-0.5">
                <input
                  type="radio"
                  name="kept"
                  className="accent-accent"
                  checked={isKept}
                  disabled={isOut(lead.id)}
                  onChange={() => setKept(lead.id)}
                />
                {i18n.t('clean.keep')}
              </label>
              {held.length > 2 && (
                <label htmlFor={`part-${lead.id}`} className="flex w-fit items-center gap-1.5 py-0.5">
                  <Checkbox id={`part-${lead.id}`} checked={!isOut(lead.id)} onChange={() => toggle(lead.id)} />
                  {i18n.t('clean.partOf')}
                </label>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** What merging makes of these by itself: no one of them is chosen. */
const madeOfAll = new Set(['note', 'doNotContact']);

function FieldRow({ field, held, decisions }: { field: MergeField; held: readonly Held[]; decisions: Decisions }) {
  const { fields, deleted } = useOwnFields();
  const word = changedWord(field.field, [...fields, ...deleted.map(({ definition }) => definition)]);
  const { ordered, choices, choose } = decisions;
  // Ids and the like: nobody could choose.
  if (word === undefined) return null;
  const said = (id: string) => field.said[ordered.findIndex(({ lead }) => lead.id === id)];
  const known = field.said.filter((value) => value !== undefined);
  const kind = ordered[0]?.lead.kind ?? 'person';
  const same = (a: unknown, b: unknown) =>
    fieldsOf(kind).some(([name]) => name === field.field)
      ? isSpelledAlike(field.field, a as FieldValue, b as FieldValue, kind)
      : JSON.stringify(a) === JSON.stringify(b);
  const taken = Object.hasOwn(choices, field.field) ? choices[field.field] : field.taken;
  const isFree =
    !field.many && !madeOfAll.has(field.field) && known.some((value) => !same(value, known[0]) || value !== known[0]);
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1 pe-3 text-start align-top text-sm font-normal text-soft">
        {word}
      </th>
      {held.map(({ lead }) => {
        const value = said(lead.id);
        return (
          <td key={lead.id} className="py-1 pe-3 align-top wrap-anywhere">
            {value === undefined ? (
              <span className="text-soft">–</span>
            ) : field.many ? (
              <Values
                field={field.field}
                values={value as unknown[]}
                taken={taken as unknown[]}
                same={same}
                onChange={(next) => choose(field.field, next)}
              />
            ) : isFree ? (
              <label className="flex items-baseline gap-1.5">
                <input
                  type="radio"
                  name={`take-${field.field}`}
                  className="accent-accent"
                  checked={value === taken}
                  onChange={() => choose(field.field, value)}
                />
                <span className={value === taken ? 'font-medium' : 'text-soft'}>{valueText(field.field, value)}</span>
              </label>
            ) : (
              <span>{valueText(field.field, value)}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** The values that one of the leads has of many: each is kept while it is ticked. */
function Values({
  field,
  values,
  taken,
  same,
  onChange,
}: {
  field: string;
  values: unknown[];
  taken: unknown[];
  same: (a: unknown, b: unknown) => boolean;
  onChange: (next: unknown[]) => void;
}) {
  const id = useId();
  return (
    <ul className="flex flex-col">
      {values.map((value, at) => {
        const kept = taken.find((one) => same(one, value));
        return (
          <li key={JSON.stringify(value)}>
            <label htmlFor={`${id}-${at}`} className="flex items-baseline gap-1.5">
              <Checkbox
                id={`${id}-${at}`}
                className="translate-y-0.5"
                checked={kept !== undefined}
                onChange={() =>
                  onChange(kept === undefined ? [...taken, value] : taken.filter((one) => !same(one, value)))
                }
              />
              <span className={kept === undefined ? 'text-soft line-through' : ''}>{valueText(field, value)}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
