import { i18n } from '#i18n';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import type { DraftStanding } from '../hooks/use-tray.ts';
import { Button } from '../ui/button.tsx';
import { type FieldName, type FieldValue, valueText } from './draft-values.ts';
import { fieldWord } from './words.ts';

type Difference = DraftStanding['differences'][number];

const listOf = (value: unknown): FieldValue[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).filter(
    (one): one is FieldValue => typeof one === 'string' || (typeof one === 'object' && one !== null && 'text' in one),
  );
const textOf = (value: unknown) => listOf(value).map(valueText).join(', ');

/** What the field becomes when the reading is taken: beside ours where it holds many, else instead of it. */
export function takenValue({ ours, read }: Difference): unknown {
  if (!Array.isArray(ours) && !Array.isArray(read)) return read;
  const kept = listOf(ours);
  const seen = new Set(kept.map(valueText));
  return [...kept, ...listOf(read).filter((value) => !seen.has(valueText(value)))];
}

/** What a page says otherwise than the book, field by field: keep ours, or take what was read. */
export function Differences({
  differences,
  onEdits,
  item,
}: {
  differences: readonly Difference[];
  item: TrayItem;
  onEdits: (edits: TrayItem['edits'], ticked: boolean) => void;
}) {
  const keep = ({ field, ours }: Difference) => onEdits({ ...item.edits, [field]: ours ?? null }, item.ticked ?? false);
  const take = (difference: Difference) => onEdits({ ...item.edits, [difference.field]: takenValue(difference) }, true);
  return (
    <section
      aria-label={i18n.t('capture.differ.title')}
      className="my-1 flex flex-col gap-1 border-s-2 border-doubt ps-2"
    >
      <h4 className="text-sm font-medium text-doubt">{i18n.t('capture.differ.title')}</h4>
      {differences.map((difference) => {
        const mine = textOf(difference.ours);
        const taken = item.edits[difference.field] !== undefined;
        const name = fieldWord(difference.field as FieldName);
        return (
          <div key={difference.field} className="flex flex-col gap-0.5">
            <dl className="grid grid-cols-[4.75rem_1fr] gap-x-1">
              <dt className="truncate text-sm text-soft">{name}</dt>
              <dd className="break-words">{textOf(difference.read)}</dd>
              <dt className="text-sm text-soft">{i18n.t('capture.differ.ours')}</dt>
              <dd className="break-words text-soft">{mine === '' ? i18n.t('capture.differ.unknown') : mine}</dd>
            </dl>
            <div className="flex items-center gap-1 ps-19">
              {taken && <span className="text-sm text-soft">{i18n.t('capture.differ.taken')}</span>}
              {!taken && (
                <Button
                  size="small"
                  onClick={() => take(difference)}
                  aria-label={`${i18n.t('capture.differ.take')}: ${name}`}
                >
                  {i18n.t(mine === '' ? 'capture.differ.add' : 'capture.differ.take')}
                </Button>
              )}
              <Button
                size="small"
                look="quiet"
                onClick={() => keep(difference)}
                aria-label={`${i18n.t('capture.differ.keep')}: ${name}`}
              >
                {i18n.t('capture.differ.keep')}
              </Button>
            </div>
          </div>
        );
      })}
    </section>
  );
}
