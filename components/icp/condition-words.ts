import { i18n } from '#i18n';
import type { Condition, Decay, FieldOperator, FieldTest, IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { dayMs, decayed } from '../../lib/scoring/decay.ts';
import { type ScoreField, scoreField } from '../../lib/scoring/fields.ts';
import { choiceName, fieldName } from './field-words.ts';
import { numberText, pointsText } from './points-words.ts';

type Own = readonly OwnFieldDefinition[];
type Within = Pick<IcpProfile, 'fields' | 'definitions'>;

const locale = () => i18n.t('panel.locale');

/** A share as whole percent: "40 %". */
export const shareText = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

const anyOf = (words: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction', style: 'long' }).format(words);
const allOf = (words: string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction', style: 'long' }).format(words);

/** The values of a test as a list, none where it takes none. */
export const valuesOf = ({ value }: FieldTest): (string | number | boolean)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function valueText(test: FieldTest, value: string | number | boolean, field: ScoreField | undefined, own: Own): string {
  if (test.op === 'within' || test.op === 'older') return String(value);
  if (field?.type === 'date') {
    const at = typeof value === 'number' ? value : Date.parse(String(value));
    return Number.isFinite(at)
      ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
      : String(value);
  }
  if (field?.type === 'number' && Number.isFinite(Number(value)))
    return test.field === 'company.founded' ? String(value) : numberText(Number(value));
  return choiceName(test.field, String(value), own);
}

function testText(test: FieldTest, own: Own): string {
  const field = scoreField(test.field, own);
  const name = field ? fieldName(test.field, own) : i18n.t('icp.say.goneField', [test.field]);
  const words = valuesOf(test).map((value) => valueText(test, value, field, own));
  const [first = '…', second = '…'] = words;
  const some = words.length > 0 ? anyOf(words) : '…';
  switch (test.op) {
    case 'known':
    case 'missing':
      return i18n.t(`icp.say.${test.op}`, [name]);
    case 'between':
      return i18n.t('icp.say.between', [name, first, second]);
    case 'within':
    case 'older':
      return i18n.t(`icp.say.${test.op}`, [name, first]);
    case 'is':
    case 'in':
      if (test.field === 'people.role') return i18n.t('icp.say.role', [some]);
      return i18n.t('icp.say.is', [name, some]);
    default:
      return i18n.t(`icp.say.${test.op}`, [name, some]);
  }
}

const isJoined = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);

function joined(parts: readonly Condition[], how: 'and' | 'or', profile: Within): string {
  const words = parts.map((part) => {
    const text = conditionText(part, profile);
    return isJoined(part) ? i18n.t('icp.say.bracket', [text]) : text;
  });
  if (words.length === 0) return how === 'and' ? i18n.t('icp.say.always') : i18n.t('icp.say.never');
  return words.reduce((sentence, word) => i18n.t(how === 'and' ? 'icp.say.and' : 'icp.say.or', [sentence, word]));
}

/** A condition as one sentence: "Country is Germany or Austria and Employees is between 50 and 500". */
export function conditionText(condition: Condition, profile: Within): string {
  if ('all' in condition) return joined(condition.all, 'and', profile);
  if ('any' in condition) return joined(condition.any, 'or', profile);
  if ('not' in condition) {
    const { not } = condition;
    if ('field' in not && not.op === 'known') return conditionText({ ...not, op: 'missing' }, profile);
    return i18n.t('icp.say.not', [conditionText(not, profile)]);
  }
  if ('named' in condition) return i18n.t('icp.say.named', [condition.named]);
  return testText(condition, profile.fields);
}

/** An operator by itself, for choosing it. `is` and `in` are one: a list of one value is that value. */
export function operatorText(op: FieldOperator, type: ScoreField['type'] | undefined): string {
  if (op === 'is' || op === 'in') return type === 'yesNo' ? i18n.t('icp.op.yesNo') : i18n.t('icp.op.is');
  return i18n.t(`icp.op.${op}`);
}

export function decayText(decay: Decay): string {
  switch (decay.kind) {
    case 'none':
      return i18n.t('icp.decay.none');
    case 'window':
      return i18n.t('icp.decay.window', [numberText(decay.days)]);
    case 'linear':
      return i18n.t('icp.decay.linear', [numberText(decay.percentPerMonth)]);
    case 'halfLife':
      return i18n.t('icp.decay.halfLife', [numberText(decay.days)]);
  }
}

/** What a decay does to these points, at two moments: "10 now, 5 after 30 days, 3 after 60 days". */
export function decayExample(points: number, decay: Decay): string | undefined {
  if (decay.kind === 'none') return undefined;
  const step = decay.kind === 'linear' ? 30 : decay.days;
  const after = (days: number) => Math.round(decayed(points, decay, days * dayMs));
  const late = decay.kind === 'window' ? step + 1 : step * 2;
  return i18n.t('icp.decay.example', [
    pointsText(points),
    pointsText(after(step)),
    numberText(step),
    pointsText(after(late)),
    numberText(late),
  ]);
}

/** When a rule counts, without its points: for steps the words of each, for an event what is counted. */
export function ruleLines(rule: IcpRule, profile: Within): { points?: number; text: string }[] {
  if (rule.kind === 'points') return [{ points: rule.points, text: conditionText(rule.when, profile) }];
  if (rule.kind === 'gate') return [{ text: conditionText(rule.when, profile) }];
  if (rule.kind === 'tiers')
    return rule.tiers.map(({ points, when }) => ({ points, text: conditionText(when, profile) }));
  const kinds = rule.events.map((kind) => choiceName('interactions.kinds', kind));
  const what = kinds.length === 0 ? i18n.t('icp.event.any') : anyOf(kinds);
  const parts = [
    i18n.t('icp.event.each', [what]),
    ...(rule.most === undefined ? [] : [i18n.t('icp.event.most', rule.most, [numberText(rule.most)])]),
    ...(rule.decay.kind === 'none' ? [] : [decayText(rule.decay)]),
  ];
  return [{ points: rule.points, text: parts.join(i18n.t('icp.say.comma')) }];
}

/** Names in a row: "Germany, Austria and Switzerland". */
export const listText = allOf;
