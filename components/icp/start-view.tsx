import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import { compileProfile } from '../../lib/scoring/compile.ts';
import { proposeRules } from '../../lib/scoring/starter-from-examples.ts';
import { type Example, useExamples } from '../hooks/use-examples.ts';
import { useHistogram } from '../hooks/use-score-figures.ts';
import { useRemembered } from '../leads/use-remembered.ts';
import { Button } from '../ui/button.tsx';
import { TierCountRow } from './histogram.tsx';
import { type Answers, noAnswers, profileFrom } from './start-answers.ts';
import { StartExamples } from './start-examples.tsx';
import { MarketQuestions, Question, type QuestionProps, SizeQuestions } from './start-questions.tsx';
import { TokenInput } from './token-input.tsx';

/** A first profile in two minutes: from a few questions, from customers pasted as they are at hand, or from both. */
export function StartView({ published, onTake }: { published: IcpProfile; onTake: (profile: IcpProfile) => void }) {
  const [answers, setAnswers] = useRemembered<Answers>('icp.answers', noAnswers);
  const [goodText, setGoodText] = useRemembered('icp.good', '');
  const [badText, setBadText] = useRemembered('icp.bad', '');
  const [left, setLeft] = useRemembered<string[]>('icp.left', []);
  const examples = useExamples(goodText, badText);
  const proposal = useMemo(
    () => proposeRules(examples.good.map(inputOf), examples.bad.map(inputOf), Date.now()),
    [examples.good, examples.bad],
  );
  const profile = useMemo(
    () =>
      profileFrom(
        answers,
        proposal.rules.filter(({ rule }) => !left.includes(rule.id)),
        published,
      ),
    [answers, proposal, left, published],
  );
  const tierOf = useMemo(() => {
    const compiled = compileProfile(profile);
    return ({ input }: Example) => compiled.score(input, Date.now()).tier;
  }, [profile]);
  const set = (patch: Partial<Answers>) => setAnswers({ ...answers, ...patch });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 p-4 wide:grid-cols-[repeat(2,minmax(0,1fr))]">
          <AllQuestions answers={answers} onChange={set} />
          <StartExamples
            {...{ goodText, badText, examples, proposal, left, tierOf }}
            onGood={setGoodText}
            onBad={setBadText}
            onLeft={setLeft}
          />
        </div>
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-paper px-4 py-2">
        <BookUnder profile={profile} />
        <span className="flex-1" />
        <Button look="primary" size="large" onClick={() => onTake(profile)}>
          {i18n.t('icp.start.take')}
        </Button>
      </div>
    </div>
  );
}

const inputOf = ({ input }: Example) => input;

function BookUnder({ profile }: { profile: IcpProfile }) {
  const { value } = useHistogram(profile);
  if (!value || value.n === 0) return <p className="text-soft">{i18n.t('icp.start.noLeads')}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-soft">{i18n.t('icp.start.yourLeads', value.n)}</span>
      <TierCountRow counts={value.tiers} />
    </div>
  );
}

function AllQuestions(asked: QuestionProps) {
  return (
    <section aria-label={i18n.t('icp.start.questions')} className="flex flex-col gap-4">
      <h2 className="font-semibold">{i18n.t('icp.start.questions')}</h2>
      <MarketQuestions {...asked} />
      <SizeQuestions {...asked} />
      <Question text={i18n.t('icp.start.never')}>
        <TokenInput
          label={i18n.t('icp.start.never')}
          values={asked.answers.notBusiness}
          onChange={(notBusiness) => asked.onChange({ notBusiness })}
        />
      </Question>
    </section>
  );
}
