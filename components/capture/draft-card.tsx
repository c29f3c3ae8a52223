import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { ListedLine } from '../exchange/listed-line.tsx';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import type { TrayPatch } from '../hooks/use-tray.ts';
import { BriefLine } from '../leads/brief-line.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/input.tsx';
import { AddField } from './add-field.tsx';
import { Differences } from './differences.tsx';
import { type FieldValue, shownFields, withoutEdit, withValue } from './draft-values.ts';
import type { Row } from './row-state.ts';
import { SameAs } from './same-as.tsx';
import { ValueLine } from './value-line.tsx';

/** The part of a card that the user asked for; a new object each time they do. */
export type CardFocus = { on: 'values' | 'note' };

/** What a card may ask of the page it was read from. */
export type SpotActions = {
  /** Opens a web address in a new tab. */
  open: (address: string) => void;
  show: (place: Provenance) => void;
  selection: () => Promise<string>;
};

/**
 * One draft with all its values, editable in place. In: the row, and which part wants the focus when it opens. What the user
 * does comes back as patches of the tray item.
 */
export function DraftCard({
  row,
  brief,
  focus,
  spot,
  onPatch,
  onLeave,
}: {
  row: Row;
  /** What it would be scored, were it saved now; of a lead that is known, its score. */
  brief?: ScoreBrief | undefined;
  focus?: CardFocus | undefined;
  spot: SpotActions;
  onPatch: (patch: TrayPatch) => void;
  /** Back to the row (Esc, or Enter in the note). */
  onLeave: () => void;
}) {
  const { item, standing } = row;
  const root = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<string>();
  useEffect(() => {
    if (focus?.on === 'note') root.current?.querySelector('textarea')?.focus();
    if (focus?.on === 'values') root.current?.querySelector<HTMLElement>('[data-value]')?.focus();
  }, [focus]);

  const setEdits = (edits: Row['item']['edits'], ticked?: boolean) =>
    // Whoever edits a lead that is already theirs, or writes a note to it, means to keep that.
    onPatch({ edits, ...((ticked ?? row.state.is === 'yours') && { ticked: true }) });

  const onNoteKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
  };

  return (
    <div ref={root} className="flex flex-col gap-px py-1">
      {brief && <BriefLine brief={brief} />}
      <ListedLine listed={standing?.listed} />
      <SameAs
        item={item}
        maybe={standing?.maybe ?? []}
        onPatch={(patch) => {
          onPatch(patch);
          onLeave();
        }}
      />
      {standing !== undefined && standing.differences.length > 0 && (
        <Differences item={item} differences={standing.differences} onEdits={setEdits} />
      )}
      {shownFields(item).flatMap(({ field, spec, values, alternatives }) =>
        values.map((shown, index) => (
          <ValueLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a value keeps its place (and the focus) while its text is edited
            key={`${field}|${index}`}
            kind={item.draft.kind}
            field={field}
            spec={spec}
            shown={shown}
            alternatives={alternatives}
            actions={{
              set: (value: FieldValue | undefined) => {
                setEdits(withValue(item, field, index, value));
                if (value === undefined) onLeave();
              },
              restore: () => setEdits(withoutEdit(item, field)),
              ...spot,
            }}
          />
        )),
      )}
      <div className="flex items-center justify-between">
        <AddField item={item} selection={spot.selection} onEdits={setEdits} />
        <Button
          look="quiet"
          size="small"
          onClick={() => onPatch({ state: item.state === 'skipped' ? 'open' : 'skipped' })}
          hidden={item.state === 'saved'}
        >
          {i18n.t(item.state === 'skipped' ? 'capture.card.unskip' : 'capture.card.skip')}
        </Button>
      </div>
      <TextArea
        aria-label={i18n.t('capture.card.note')}
        placeholder={i18n.t('capture.card.notePlaceholder')}
        rows={1}
        maxLength={10_000}
        value={note ?? item.note}
        onChange={(event) => {
          setNote(event.target.value);
          onPatch({ note: event.target.value, ...(row.state.is === 'yours' && { ticked: true }) });
        }}
        onBlur={() => setNote(undefined)}
        onKeyDown={onNoteKey}
      />
    </div>
  );
}
