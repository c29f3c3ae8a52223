import { PlusIcon, XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Condition, FieldTest, IcpProfile } from '../../lib/domain/schema/icp.ts';
import { scoreField } from '../../lib/scoring/fields.ts';
import { newTest, offeredOperators, withField, withOperator } from '../../lib/scoring/test-shape.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/input.tsx';
import { conditionText, operatorText } from './condition-words.ts';
import { FieldPicker } from './field-picker.tsx';
import { ValueFields } from './value-fields.tsx';

type Within = Pick<IcpProfile, 'fields' | 'definitions'>;
type Props = {
  condition: Condition;
  profile: Within;
  onChange: (condition: Condition) => void;
  /** Absent where the condition cannot be taken away. */
  onRemove?: (() => void) | undefined;
};

type How = 'all' | 'any' | 'notAll' | 'none';
const hows: readonly How[] = ['all', 'any', 'none', 'notAll'];

/** A condition without the "not" around it, and whether there is one: two of them are none. */
function peeled(condition: Condition): { negated: boolean; inner: Condition } {
  let negated = false;
  let inner = condition;
  while ('not' in inner) {
    negated = !negated;
    inner = inner.not;
  }
  return { negated, inner };
}
const wrapped = (negated: boolean, inner: Condition): Condition => (negated ? { not: inner } : inner);

const partsOf = (inner: Condition): Condition[] | undefined =>
  'all' in inner ? inner.all : 'any' in inner ? inner.any : undefined;
const howOf = (negated: boolean, inner: Condition): How =>
  'all' in inner ? (negated ? 'notAll' : 'all') : negated ? 'none' : 'any';
function joinedBy(how: How, parts: Condition[]): Condition {
  if (how === 'all') return { all: parts };
  if (how === 'any') return { any: parts };
  return { not: how === 'none' ? { any: parts } : { all: parts } };
}

/** What a new condition begins as: the field asked for most. */
const first = (profile: Within): Condition => newTest('company.about', profile.fields);

/** A condition to be built up: tests joined by all, any and none, one in the other as deep as one likes. */
export function ConditionBuilder({ condition, profile, onChange, onRemove }: Props) {
  const { negated, inner } = peeled(condition);
  const parts = partsOf(inner);
  if (parts) return <Joined {...{ profile, onChange, onRemove, parts }} how={howOf(negated, inner)} />;
  const single = <Single {...{ profile, negated, inner, onRemove }} onChange={onChange} />;
  // The single test of a rule: with a second one it becomes "all of".
  if (onRemove) return single;
  return (
    <div className="flex flex-col items-start gap-1">
      {single}
      <Adding
        onTest={() => onChange({ all: [condition, first(profile)] })}
        onGroup={() => onChange({ all: [condition, { any: [first(profile)] }] })}
      />
    </div>
  );
}

function Adding({ onTest, onGroup }: { onTest: () => void; onGroup: () => void }) {
  return (
    <span className="flex flex-wrap gap-1">
      <Button look="quiet" size="small" onClick={onTest}>
        <PlusIcon size={14} aria-hidden="true" />
        {i18n.t('icp.builder.addTest')}
      </Button>
      <Button look="quiet" size="small" onClick={onGroup}>
        <PlusIcon size={14} aria-hidden="true" />
        {i18n.t('icp.builder.addGroup')}
      </Button>
    </span>
  );
}

function Joined({
  parts,
  how,
  profile,
  onChange,
  onRemove,
}: Omit<Props, 'condition'> & { parts: Condition[]; how: How }) {
  const put = (next: Condition[]) => onChange(joinedBy(how, next));
  return (
    <fieldset className="flex w-full min-w-0 flex-col gap-1.5 border-s-2 border-line ps-3">
      <legend className="sr-only">{i18n.t(`icp.builder.how.${how}`)}</legend>
      <div className="flex items-center gap-1">
        <Select
          aria-label={i18n.t('icp.builder.joinedBy')}
          className="w-auto!"
          value={how}
          onChange={(event) => {
            const next = hows.find((one) => one === event.target.value);
            if (next) onChange(joinedBy(next, parts));
          }}
        >
          {hows.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`icp.builder.how.${one}`)}
            </option>
          ))}
        </Select>
        {onRemove && (
          <IconButton icon={XIcon} size="small" label={i18n.t('icp.builder.removeGroup')} onClick={onRemove} />
        )}
      </div>
      {parts.map((part, at) => (
        <ConditionBuilder
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own, and order is all they have
          key={at}
          condition={part}
          profile={profile}
          onChange={(next) => put(parts.with(at, next))}
          onRemove={() => {
            const rest = parts.toSpliced(at, 1);
            const [only] = rest;
            // One test alone needs no "all of".
            if (rest.length === 1 && only && !onRemove && (how === 'all' || how === 'any')) onChange(only);
            else if (rest.length === 0 && onRemove) onRemove();
            else put(rest);
          }}
        />
      ))}
      <Adding
        onTest={() => put([...parts, first(profile)])}
        onGroup={() => put([...parts, how === 'any' ? { all: [first(profile)] } : { any: [first(profile)] }])}
      />
    </fieldset>
  );
}

function Single({
  inner,
  negated,
  profile,
  onChange,
  onRemove,
}: Omit<Props, 'condition'> & { inner: Condition; negated: boolean }) {
  const put = (next: Condition) => onChange(wrapped(negated, next));
  return (
    <div className="flex w-full min-w-0 flex-wrap items-start gap-1">
      <button
        type="button"
        aria-pressed={negated}
        aria-label={i18n.t('icp.builder.negate')}
        onClick={() => onChange(wrapped(!negated, inner))}
        className="h-7 shrink-0 rounded-md border border-edge px-2 text-soft hover:bg-wash aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-medium aria-pressed:text-accent"
      >
        {i18n.t('icp.builder.not')}
      </button>
      {'field' in inner ? (
        <TestFields test={inner} profile={profile} onChange={put} />
      ) : (
        <span className="py-1">{conditionText(inner, profile)}</span>
      )}
      {onRemove && <IconButton icon={XIcon} label={i18n.t('icp.builder.removeTest')} onClick={onRemove} />}
    </div>
  );
}

function TestFields({
  test,
  profile,
  onChange,
}: {
  test: FieldTest;
  profile: Within;
  onChange: (test: FieldTest) => void;
}) {
  const own = profile.fields;
  const field = scoreField(test.field, own);
  const operators = offeredOperators(test.field, own);
  const op = test.op === 'in' ? 'is' : test.op;
  return (
    <>
      <FieldPicker value={test.field} own={own} onChange={(name) => onChange(withField(test, name, own))} />
      <Select
        aria-label={i18n.t('icp.builder.operator')}
        className="w-auto!"
        value={op}
        onChange={(event) => {
          const next = operators.find((one) => one === event.target.value);
          if (next) onChange(withOperator(test, next, own));
        }}
      >
        {/* What an imported file asks though it does not fit is shown as it is. */}
        {!operators.includes(op) && <option value={op}>{operatorText(op, field?.type)}</option>}
        {operators.map((one) => (
          <option key={one} value={one}>
            {operatorText(one, field?.type)}
          </option>
        ))}
      </Select>
      {field && <ValueFields key={`${test.field} ${op}`} test={test} own={own} onChange={onChange} />}
    </>
  );
}
