import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Lesson, Suggestion } from '../../lib/scoring/learn/learn.ts';
import { pointsByRule } from '../../lib/scoring/learn/take.ts';
import { pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { Button } from '../ui/button.tsx';
import { FiguresTable } from './figures-table.tsx';

type Props = {
  lesson: Extract<Lesson, { ok: true }>;
  /** The profile in force, and its draft if there is one. */
  published: IcpProfile;
  draft?: IcpProfile | undefined;
  onTake: (points: ReadonlyMap<string, number>) => void;
  onBack: (rule: string) => void;
};

/** Whether chance alone would hardly give a rule such weight (95 %). */
export const isClear = ({ coefficient, standardError }: Suggestion): boolean =>
  Math.abs(coefficient) > 1.96 * standardError;

/** Suggested points beside today's, each to be taken into the draft or put back. */
export function Suggestions({ lesson, published, draft, onTake, onBack }: Props) {
  const names = new Map(published.groups.flatMap(({ rules }) => rules.map((rule) => [rule.id, ruleName(rule)])));
  const nameOf = (rule: string) => names.get(rule) ?? rule;
  const now = pointsByRule(published);
  const tried = pointsByRule(draft ?? published);
  const drafted = lesson.suggestions.some(({ rule }) => tried.get(rule) !== now.get(rule));
  const shown = lesson.suggestions.toSorted((a, b) => Math.abs(b.suggested) - Math.abs(a.suggested));
  const clear = shown.filter((one) => isClear(one) && tried.get(one.rule) !== one.suggested && tried.has(one.rule));
  const rows = shown.map((one) => {
    const { rule, suggested, n } = one;
    const today = now.get(rule);
    const inDraft = tried.get(rule);
    return {
      key: rule,
      cells: [
        <span key="rule">
          {nameOf(rule)} <span className="whitespace-nowrap text-sm text-soft">{i18n.t('learn.heldFor', n)}</span>
        </span>,
        today === undefined ? '–' : pointsText(today),
        ...(drafted ? [inDraft === undefined || inDraft === today ? '–' : pointsText(inDraft)] : []),
        <strong key="learnt">{pointsText(suggested)}</strong>,
        <Act
          key="act"
          name={nameOf(rule)}
          state={
            inDraft === undefined || (inDraft === suggested && inDraft === today)
              ? 'same'
              : inDraft === suggested
                ? 'taken'
                : 'open'
          }
          today={today ?? 0}
          suggested={suggested}
          onTake={() => onTake(new Map([[rule, suggested]]))}
          onBack={() => onBack(rule)}
        />,
        i18n.t(isClear(one) ? 'learn.sureYes' : 'learn.sureNo'),
      ],
    };
  });
  return (
    <div className="flex flex-col gap-2">
      <p className="max-w-prose text-pretty">{i18n.t('learn.suggestedSay')}</p>
      <FiguresTable
        label={i18n.t('learn.suggested')}
        columns={[
          { head: i18n.t('learn.rule') },
          { head: i18n.t('learn.today'), numbers: true },
          ...(drafted ? [{ head: i18n.t('learn.draft'), numbers: true }] : []),
          { head: i18n.t('learn.learnt'), numbers: true },
          { head: '' },
          { head: i18n.t('learn.sure') },
        ]}
        rows={rows}
      />
      <div className="flex flex-wrap items-center gap-2">
        {clear.length > 0 && (
          <Button onClick={() => onTake(new Map(clear.map(({ rule, suggested }) => [rule, suggested])))}>
            {i18n.t('learn.takeSure', clear.length)}
          </Button>
        )}
        {draft && (
          <a href="#/icp" className="text-accent underline underline-offset-2">
            {i18n.t('learn.toDraft')}
          </a>
        )}
      </div>
      {lesson.leftOut.length > 0 && (
        <details className="max-w-prose">
          <summary className="text-soft">{i18n.t('learn.leftOutRules', lesson.leftOut.length)}</summary>
          <ul className="list-disc ps-5">
            {lesson.leftOut.map((rule) => (
              <li key={rule}>{nameOf(rule)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Takes the suggestion, or where it was taken gives the rule back what it has today. */
function Act({
  name,
  state,
  today,
  suggested,
  onTake,
  onBack,
}: {
  name: string;
  state: 'same' | 'open' | 'taken';
  today: number;
  suggested: number;
  onTake: () => void;
  onBack: () => void;
}) {
  if (state === 'same') return null;
  if (state === 'open')
    return (
      <Button size="small" aria-label={i18n.t('learn.takeOne', [name, pointsText(suggested)])} onClick={onTake}>
        {i18n.t('learn.take')}
      </Button>
    );
  return (
    <Button size="small" look="quiet" aria-label={i18n.t('learn.backOne', [name, pointsText(today)])} onClick={onBack}>
      {i18n.t('learn.back')}
    </Button>
  );
}
