import { ChevronDownIcon, LocateIcon } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isChatCode } from '../../lib/capture/code/chat-code.ts';
import type { FieldSpec } from '../../lib/domain/schema/field.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/menu.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { ChatCode } from './chat-code.tsx';
import { type FieldName, type FieldValue, type ShownValue, typedValue, valueText } from './draft-values.ts';
import { ValueInput } from './value-input.tsx';
import { placeWord, valueLabel } from './words.ts';

export type ValueActions = {
  set: (value: FieldValue | undefined) => void;
  restore: () => void;
  open: (address: string) => void;
  show: (place: Provenance) => void;
  selection: () => Promise<string>;
};

/** Where a value was read: its words, in plain words how, and when. */
function WhereRead({ places }: { places: readonly Provenance[] }) {
  const place = places[0];
  if (!place) return i18n.t('capture.card.mine');
  return (
    <span className="flex flex-col">
      <span className="break-words">“{place.snippet}”</span>
      <span className="opacity-75">{placeWord(place)}</span>
    </span>
  );
}

/**
 * One value of a card: its label, the value (a press edits it), where it was read on hover and focus, and a menu with the other
 * readings (Arrow down on the value opens it).
 */
export function ValueLine({
  kind,
  field,
  spec,
  shown,
  alternatives,
  actions,
}: {
  kind: 'person' | 'company';
  field: FieldName;
  spec: FieldSpec;
  shown: ShownValue;
  alternatives: readonly { value: FieldValue; provenance: Provenance[] }[];
  actions: ValueActions;
}) {
  const [editing, setEditing] = useState(false);
  const [menu, setMenu] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const place = shown.provenance[0];
  const label = valueLabel(field, shown.value, kind);

  const leave = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      setMenu(true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      actions.set(undefined);
    }
  };

  const line = (
    <div className="group/value relative flex items-start gap-1">
      <span className="w-20 shrink-0 truncate py-1 text-sm leading-4 text-soft" title={label}>
        {label}
      </span>
      {editing ? (
        <ValueInput
          label={i18n.t('capture.card.edit', [label])}
          value={shown.text}
          selection={actions.selection}
          onDone={(text) => {
            if (text !== shown.text) actions.set(typedValue(spec, text, shown.value));
            leave();
          }}
          onCancel={leave}
        />
      ) : (
        <>
          <Tooltip text={<WhereRead places={shown.provenance} />}>
            <button
              ref={button}
              type="button"
              data-value={field}
              aria-label={`${label}: ${shown.text}${shown.doubtful ? ` ${i18n.t('capture.card.doubtful')}` : ''}`}
              onClick={() => setEditing(true)}
              onKeyDown={onKeyDown}
              className="-ms-1 min-w-0 flex-1 rounded-sm px-1 py-[0.1875rem] text-start hover:bg-press"
            >
              <span
                className={
                  shown.doubtful
                    ? 'break-words underline decoration-doubt decoration-dotted decoration-2 underline-offset-3'
                    : 'break-words'
                }
              >
                <bdi>{shown.text}</bdi>
              </span>
              {shown.doubtful && ' '}
              {shown.doubtful && <span className="ms-0.5 text-sm text-doubt">{i18n.t('capture.card.doubtful')}</span>}
            </button>
          </Tooltip>
          <span
            className={
              alternatives.length > 0
                ? 'flex shrink-0'
                : 'absolute end-0 top-0 hidden bg-wash group-focus-within/value:flex group-hover/value:flex has-data-[state=open]:flex'
            }
          >
            {place && (
              <IconButton
                icon={LocateIcon}
                size="small"
                label={`${i18n.t('capture.card.show')}: ${shown.text}`}
                className={
                  alternatives.length > 0
                    ? 'hidden group-focus-within/value:inline-flex group-hover/value:inline-flex'
                    : ''
                }
                onClick={() => actions.show(place)}
              />
            )}
            <Menu
              open={menu}
              onOpenChange={setMenu}
              onCloseAutoFocus={(event) => {
                event.preventDefault();
                button.current?.focus();
              }}
              trigger={<IconButton icon={ChevronDownIcon} size="small" label={i18n.t('capture.card.menu', [label])} />}
            >
              {alternatives.length > 0 && <MenuLabel>{i18n.t('capture.card.others')}</MenuLabel>}
              {alternatives.map((other) => (
                <MenuItem key={valueText(other.value)} onSelect={() => actions.set(other.value)}>
                  <span className="flex min-w-0 flex-col">
                    <span className="break-words">{valueText(other.value)}</span>
                    {other.provenance[0] && (
                      <span className="truncate text-sm text-soft">{placeWord(other.provenance[0])}</span>
                    )}
                  </span>
                </MenuItem>
              ))}
              {alternatives.length > 0 && <MenuLine />}
              <MenuItem onSelect={() => setEditing(true)}>{i18n.t('capture.card.edit', [label])}</MenuItem>
              {/^https?:/.test(shown.text) && (
                <MenuItem onSelect={() => actions.open(shown.text)}>{i18n.t('capture.card.open')}</MenuItem>
              )}
              {place && <MenuItem onSelect={() => actions.show(place)}>{i18n.t('capture.card.show')}</MenuItem>}
              <MenuItem onSelect={() => void navigator.clipboard.writeText(shown.text)}>
                {i18n.t('capture.card.copy')}
              </MenuItem>
              {shown.doubtful && (
                <MenuItem onSelect={() => actions.set(shown.value)}>{i18n.t('capture.card.confirmed')}</MenuItem>
              )}
              {shown.mine && <MenuItem onSelect={actions.restore}>{i18n.t('capture.card.restore')}</MenuItem>}
              <MenuItem danger onSelect={() => actions.set(undefined)}>
                {i18n.t('capture.card.remove')}
              </MenuItem>
            </Menu>
          </span>
        </>
      )}
    </div>
  );
  if (field !== 'links' || !isChatCode(shown.text)) return line;
  return (
    <>
      {line}
      <ChatCode link={shown.text} className="ms-20" />
    </>
  );
}
