import { fold } from '../../domain/normalize/fold.ts';
import type { Stage } from '../../domain/schema/stage.ts';
import { outcomeWord } from './words.ts';

/** What stages that the user gave no name are called, here and elsewhere. */
const usual: Record<string, RegExp> = {
  new: /^(?:new|neu|open|offen|新建|新|待跟进|未联系|not contacted|noch nicht kontaktiert)$/,
  contacted: /^(?:contacted|attempted to contact|reached|kontaktiert|angesprochen|已联系|初步接触)$/,
  talking:
    /^(?:in talks|talks|talking|in progress|working|qualified|negotiation|in negotiation|im gesprach|in verhandlung|verhandlung|qualifiziert|洽谈中|跟进中|沟通中|谈判)$/,
  offer:
    /^(?:offer|offer sent|proposal|proposal sent|quote|quoted|quotation|angebot|angebot gesendet|已报价|报价|方案报价)$/,
};

/**
 * The stage that a value of a file means: by the user's own name of it, else by what it is usually called; `won` and `lost` where it
 * says so. In: the value, the stages of the pipeline. Out: an id; '' where nobody can tell.
 */
export function stageWord(value: string, stages: readonly Pick<Stage, 'id' | 'name'>[]): string {
  const plain = fold(value).trim();
  if (plain === '') return '';
  const named = stages.find(({ id, name }) => (name ? fold(name).trim() === plain : usual[id]?.test(plain)));
  if (named) return named.id;
  const end = outcomeWord(value);
  return end === 'won' || end === 'lost' ? end : '';
}

/** The stages that the values of a column mean, each once. In: the values, the stages of the pipeline. */
export const stagesOf = (
  values: readonly string[],
  stages: readonly Pick<Stage, 'id' | 'name'>[],
): Record<string, string> =>
  Object.fromEntries([...new Set(values)].slice(0, 40).map((value) => [value, stageWord(value, stages)]));

/** Whether a column tells of stages, and not only of ends: one under a heading that says so, else two at least. */
export function tellsStages(stages: Record<string, string>, heading = ''): boolean {
  const open = new Set(Object.values(stages).filter((id) => id !== '' && id !== 'won' && id !== 'lost'));
  return open.size > (/stage|phase|阶段/i.test(heading) ? 0 : 1);
}
