import { ChevronDownIcon } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { fold } from '../../lib/domain/normalize/fold.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { scoreFieldNames } from '../../lib/scoring/fields.ts';
import { classNames } from '../ui/class-names.ts';
import { Input } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { fieldName } from './field-words.ts';

type Area = 'company' | 'people' | 'lead' | 'interactions' | 'own';
type Option = { name: string; text: string; area: Area };

const areas: readonly Area[] = ['company', 'people', 'lead', 'interactions', 'own'];
const areaText = (area: Area): string => i18n.t(`icp.area.${area}`);

const optionsOf = (own: readonly OwnFieldDefinition[]): Option[] =>
  [...scoreFieldNames, ...own.map(({ key }) => `own.${key}`)].map((name) => ({
    name,
    text: fieldName(name, own),
    area: areas.find((area) => name.startsWith(`${area}.`)) ?? 'lead',
  }));

/** A field of lead or company, found by typing a part of its name or by going through the groups. */
export function FieldPicker({
  value,
  own,
  onChange,
}: {
  value: string;
  own: readonly OwnFieldDefinition[];
  onChange: (field: string) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={i18n.t('icp.builder.field')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={i18n.t('icp.builder.fieldIs', [fieldName(value, own)])}
          className="inline-flex h-7 min-w-0 max-w-full items-center gap-1 rounded-md border border-edge bg-raised px-2 hover:bg-wash"
        >
          <span className="truncate">{fieldName(value, own)}</span>
          <ChevronDownIcon size={14} aria-hidden="true" className="shrink-0 text-soft" />
        </button>
      }
    >
      <FieldList
        value={value}
        own={own}
        onPick={(field) => {
          setOpen(false);
          if (field !== value) onChange(field);
        }}
      />
    </Popover>
  );
}

function FieldList({
  value,
  own,
  onPick,
}: {
  value: string;
  own: readonly OwnFieldDefinition[];
  onPick: (field: string) => void;
}) {
  const [text, setText] = useState('');
  const all = useMemo(() => optionsOf(own), [own]);
  const wanted = fold(text);
  const shown = all.filter((option) => fold(`${option.text} ${areaText(option.area)} ${option.name}`).includes(wanted));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      all.findIndex(({ name }) => name === value),
    ),
  );
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const active = Math.min(at, shown.length - 1);
  useLayoutEffect(() => {
    // It opens at the field that is chosen.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'center' });
  }, []);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    const option = shown[active];
    if (step !== undefined) go(active + step);
    else if (event.key === 'Enter' && option) onPick(option.name);
    else return;
    event.preventDefault();
  };
  return (
    <div className="-m-1 flex flex-col gap-2">
      <Input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[active] ? `${id}-${shown[active].name}` : undefined}
        aria-label={i18n.t('icp.builder.findField')}
        placeholder={i18n.t('icp.builder.findField')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={i18n.t('icp.builder.field')}
        className="max-h-72 overflow-y-auto"
      >
        {areas.map((area) => {
          const options = shown.filter((option) => option.area === area);
          if (options.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox
            <div key={area} role="group" aria-label={areaText(area)}>
              <p aria-hidden="true" className="px-1 pt-1 text-sm text-soft">
                {areaText(area)}
              </p>
              {options.map((option) => {
                const index = shown.indexOf(option);
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the keys stay in the search field
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay in the search field
                  <div
                    key={option.name}
                    id={`${id}-${option.name}`}
                    role="option"
                    data-at={index}
                    aria-selected={option.name === value}
                    onClick={() => onPick(option.name)}
                    onPointerMove={() => setAt(index)}
                    className={classNames(
                      'rounded-sm px-2 py-1 aria-selected:font-medium',
                      index === active && 'bg-accent-wash',
                    )}
                  >
                    {option.text}
                  </div>
                );
              })}
            </div>
          );
        })}
        {shown.length === 0 && <p className="p-2 text-soft">{i18n.t('icp.builder.noField')}</p>}
      </div>
    </div>
  );
}
