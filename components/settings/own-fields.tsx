import { ChevronDownIcon, ChevronUpIcon, PencilIcon, Undo2Icon, XIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type OwnFieldType, ownFieldType } from '../../lib/domain/schema/own-field.ts';
import { type OwnFieldDefinition, ownFieldActions, useOwnFields } from '../hooks/use-own-fields.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { Section } from './section.tsx';

type Whose = OwnFieldDefinition['of'];
const whose: readonly Whose[] = ['both', 'person', 'company'];

const sayFailed = (cause: unknown) =>
  sayError(i18n.t('own.failed', [cause instanceof Error ? cause.message : String(cause)]));

function WhoseSelect(props: { id?: string; 'aria-label'?: string; value: Whose; onChange: (of: Whose) => void }) {
  const { value, onChange, ...rest } = props;
  return (
    <Select
      {...rest}
      value={value}
      onChange={(event) => onChange(whose.find((one) => one === event.target.value) ?? 'both')}
    >
      {whose.map((one) => (
        <option key={one} value={one}>
          {i18n.t(`own.whose.${one}`)}
        </option>
      ))}
    </Select>
  );
}

/** Name and whose it is, under edit. */
function EditField({ field, onDone }: { field: OwnFieldDefinition; onDone: () => void }) {
  const [name, setName] = useState(field.name);
  const [of, setOf] = useState(field.of);
  const keep = () => {
    if (name.trim() !== '') ownFieldActions.change(field.key, { name: name.trim(), of }).then(onDone, sayFailed);
  };
  return (
    <form
      className="flex min-h-9 flex-wrap items-center gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Input
        aria-label={i18n.t('own.name')}
        autoFocus
        className="min-w-40 flex-1"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <span className="w-44">
        <WhoseSelect aria-label={i18n.t('own.of')} value={of} onChange={setOf} />
      </span>
      <Button type="submit" disabled={name.trim() === ''}>
        {i18n.t('own.keep')}
      </Button>
    </form>
  );
}

/** One field: what it is, and what can be done with it. Rules that ask for it are named before it goes. */
function FieldLine({ field, place, last }: { field: OwnFieldDefinition; place: number; last: boolean }) {
  const [editing, setEditing] = useState(false);
  const [rules, setRules] = useState<string[]>();
  const { key, name, type, of } = field;
  const remove = () =>
    ownFieldActions.remove(key).then(
      () =>
        say(i18n.t('own.deleted', [name]), {
          label: i18n.t('own.undo'),
          run: () => void ownFieldActions.restore(key).catch(sayFailed),
        }),
      sayFailed,
    );
  const ask = async () => {
    const found = await ownFieldActions.rulesUsing(key);
    if (found.length > 0) setRules(found);
    else await remove();
  };
  const move = (to: number) => void ownFieldActions.move(key, to).catch(sayFailed);
  if (editing)
    return (
      <li className="border-b border-line">
        <EditField field={field} onDone={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="border-b border-line">
      <div className="flex min-h-9 items-center">
        <span className="flex min-w-0 flex-1 flex-col py-0.5">
          <span className="truncate" title={name}>
            {name}
          </span>
          <span className="truncate text-sm text-soft">
            {i18n.t(`own.types.${type}`)} · {i18n.t(`own.whose.${of}`)}
          </span>
        </span>
        <IconButton
          icon={ChevronUpIcon}
          size="small"
          label={i18n.t('own.up', [name])}
          disabled={place === 0}
          onClick={() => move(place - 1)}
        />
        <IconButton
          icon={ChevronDownIcon}
          size="small"
          label={i18n.t('own.down', [name])}
          disabled={last}
          onClick={() => move(place + 1)}
        />
        <IconButton
          icon={PencilIcon}
          size="small"
          label={i18n.t('own.rename', [name])}
          onClick={() => setEditing(true)}
        />
        <IconButton
          icon={XIcon}
          size="small"
          label={i18n.t('own.delete', [name])}
          onClick={() => void ask().catch(sayFailed)}
        />
      </div>
      {rules && (
        <div role="alert" className="flex flex-col items-start gap-2 pb-2">
          <p>{i18n.t('own.used', rules.length, [String(rules.length), name, rules.slice(0, 5).join('; ')])}</p>
          <div className="flex gap-2">
            <Button look="danger" onClick={() => void remove()}>
              {i18n.t('own.deleteAnyway')}
            </Button>
            <Button autoFocus onClick={() => setRules(undefined)}>
              {i18n.t('own.cancel')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function AddField({ taken }: { taken: readonly string[] }) {
  const [name, setName] = useState('');
  const [type, setType] = useState<OwnFieldType>('text');
  const [of, setOf] = useState<Whose>('both');
  const isTaken = taken.some((one) => one.toLowerCase() === name.trim().toLowerCase());
  const add = () => {
    if (name.trim() === '' || isTaken) return;
    ownFieldActions.add({ name: name.trim(), type, of }).then(() => setName(''), sayFailed);
  };
  return (
    <form
      className="grid grid-cols-[repeat(auto-fit,minmax(8.125rem,1fr))] items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field label={i18n.t('own.name')} {...(isTaken && { error: i18n.t('own.taken') })}>
        {(props) => <Input {...props} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={i18n.t('own.type')}>
        {(props) => (
          <Select
            {...props}
            value={type}
            onChange={(event) => setType(ownFieldType.catch('text').parse(event.target.value))}
          >
            {ownFieldType.options.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`own.types.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={i18n.t('own.of')}>{(props) => <WhoseSelect id={props.id} value={of} onChange={setOf} />}</Field>
      <Button type="submit" className="mt-[1.125rem]" disabled={name.trim() === '' || isTaken}>
        {i18n.t('own.add')}
      </Button>
    </form>
  );
}

/** The user's own fields: add, name, order, delete with undo; those deleted lately can be brought back. */
export function OwnFields() {
  const { fields, deleted, isRead, failure } = useOwnFields();
  return (
    <Section title={i18n.t('own.title')}>
      <p className="text-soft">{i18n.t('own.hint')}</p>
      {failure && <p role="alert">{i18n.t('own.failed', [failure.detail])}</p>}
      {isRead && fields.length === 0 && <p>{i18n.t('own.none')}</p>}
      {fields.length > 0 && (
        <ul className="border-t border-line">
          {fields.map((field, place) => (
            <FieldLine key={field.key} field={field} place={place} last={place === fields.length - 1} />
          ))}
        </ul>
      )}
      <AddField taken={fields.map(({ name }) => name)} />
      {deleted.length > 0 && (
        <details>
          <summary className="text-soft">{i18n.t('own.gone')}</summary>
          <ul>
            {deleted.map(({ definition: { key, name } }) => (
              <li key={key} className="flex min-h-7 items-center">
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <IconButton
                  icon={Undo2Icon}
                  size="small"
                  label={i18n.t('own.restore', [name])}
                  onClick={() => void ownFieldActions.restore(key).catch(sayFailed)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
