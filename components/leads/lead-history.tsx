import { useState } from 'react';
import { i18n } from '#i18n';
import type { Change, Lead } from '../../lib/domain/schema/lead.ts';
import { AsOf } from '../clean/as-of.tsx';
import { type OwnFieldDefinition, useOwnFields } from '../hooks/use-own-fields.ts';
import { levelsText } from '../match/words.ts';
import { Button } from '../ui/button.tsx';
import { changedWord } from './changed-word.ts';
import { dayAndTime, valueText } from './words.ts';

/** What came and what went of several values; the ones that stayed are not told again. */
export function listDifference(field: string, before: unknown, after: unknown): { gone: string[]; come: string[] } {
  const words = (list: unknown) => (Array.isArray(list) ? list : []).map((value) => valueText(field, value));
  const [old, now] = [words(before), words(after)];
  return { gone: old.filter((text) => !now.includes(text)), come: now.filter((text) => !old.includes(text)) };
}

const textOf = (field: string, value: unknown): string =>
  field === 'capability' ? levelsText(value) : valueText(field, value);

/** The fields of a change in words, without those that say nothing. */
function toldOf(change: Change, own: readonly OwnFieldDefinition[]) {
  return change.fields.flatMap(({ field, before, after }) => {
    const word = changedWord(field, own);
    if (word === undefined) return [];
    const isList = Array.isArray(before) || Array.isArray(after);
    const { gone, come } = listDifference(field, before, after);
    const told = isList
      ? { before: gone.join(', '), after: come.join(', ') }
      : { before: textOf(field, before), after: textOf(field, after) };
    return told.before === told.after ? [] : [{ field, word, ...told }];
  });
}

const shortest = 5;

/** What happened to the lead, the newest first: when, why, which field, from what to what. */
export function LeadHistory({ lead, changes }: { lead: Lead; changes: Change[] }) {
  const [all, setAll] = useState(false);
  const { fields, deleted } = useOwnFields();
  const own = [...fields, ...deleted.map(({ definition }) => definition)];
  const newestFirst = changes.toSorted((a, b) => b.at - a.at || (b.seq ?? 0) - (a.seq ?? 0));
  if (newestFirst.length === 0) return null;
  const shown = all ? newestFirst : newestFirst.slice(0, shortest);
  return (
    <section aria-label={i18n.t('leads.group.history')} className="flex flex-col gap-2 px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('leads.group.history')}</h3>
      <ol className="flex flex-col gap-2">
        {shown.map((change) => (
          <li key={change.seq ?? `${change.actionId} ${change.at}`}>
            <p className="flex gap-2 text-sm">
              <span className="font-medium">{i18n.t(`leads.change.${change.cause}`)}</span>
              <time className="text-soft" dateTime={new Date(change.recordedAt ?? change.at).toISOString()}>
                {dayAndTime(change.recordedAt ?? change.at)}
              </time>
            </p>
            <ul>
              {toldOf(change, own).map(({ field, word, before, after }) => (
                <li key={field} className="text-sm break-words">
                  <span className="text-soft">{i18n.t('leads.from', [word])}</span>{' '}
                  {before !== '' && (
                    <del className="text-soft">
                      <bdi>{before}</bdi>
                    </del>
                  )}
                  {before !== '' && after !== '' && ' → '}
                  {after !== '' && (
                    <ins className="no-underline">
                      <bdi>{after}</bdi>
                    </ins>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {newestFirst.length > shown.length && (
        <Button look="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {i18n.t('leads.more')}
        </Button>
      )}
      <AsOf lead={lead} changes={changes} />
    </section>
  );
}
