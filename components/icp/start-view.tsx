import { useMemo } from 'react';
import { i18n } from '#i18n';
import { countryToIso } from '../../lib/domain/normalize/country.ts';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import { compileProfile } from '../../lib/scoring/compile.ts';
import { scoreField } from '../../lib/scoring/fields.ts';
import { type StarterAnswers, starterProfile, starterTemplates } from '../../lib/scoring/starter.ts';
import { type ProposedRule, proposeRules } from '../../lib/scoring/starter-from-examples.ts';
import { type Example, useExamples } from '../hooks/use-examples.ts';
import { useHistogram } from '../hooks/use-score-figures.ts';
import { useRemembered } from '../leads/use-remembered.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/input.tsx';
import { countries } from './countries.ts';
import { choiceName } from './field-words.ts';
import { TierCountRow } from './histogram.tsx';
import { StartExamples } from './start-examples.tsx';
import { TokenInput } from './token-input.tsx';
import { NumberInput } from './value-fields.tsx';

type Template = keyof typeof starterTemplates;
const templates = Object.keys(starterTemplates) as Template[];
type Answers = {
  template: Template | '';
  countries: string[];
  business: string[];
  notBusiness: string[];
  from?: number | undefined;
  to?: number | undefined;
  departments: string[];
};
const nothing: Answers = { template: '', countries: [], business: [], notBusiness: [], departments: [] };

const answered = ({ from, to, ...rest }: Answers): StarterAnswers => ({
  ...rest,
  ...((from !== undefined || to !== undefined) && {
    employees: [from ?? 1, Math.max(to ?? 1_000_000, from ?? 1)] as const,
  }),
});

/** The group of rules that the pasted customers speak for, names in the user's language. */
const groupOf = (rules: readonly ProposedRule[]): IcpProfile['groups'][number] => ({
  id: 'examples',
  name: i18n.t('icp.start.group'),
  axis: 'fit',
  max: 60,
  rules: rules.map(({ rule, about }) => ({
    ...rule,
    name: i18n.t(rule.points > 0 ? 'icp.start.like' : 'icp.start.unlike', [i18n.t(`icp.start.about.${about}`)]),
  })),
});

function profileFrom(answers: Answers, rules: readonly ProposedRule[], published: IcpProfile): IcpProfile {
  const starter = starterProfile(answered(answers));
  return {
    ...starter,
    id: published.id,
    revision: published.revision,
    name: published.name,
    fields: published.fields,
    groups: rules.length > 0 ? [groupOf(rules), ...starter.groups] : starter.groups,
  };
}

/** A first profile in two minutes: from a few questions, from customers pasted as they are at hand, or from both. */
export function StartView({ published, onTake }: { published: IcpProfile; onTake: (profile: IcpProfile) => void }) {
  const [answers, setAnswers] = useRemembered<Answers>('icp.answers', nothing);
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
        <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 p-4 min-[1100px]:grid-cols-[repeat(2,minmax(0,1fr))]">
          <Questions answers={answers} onChange={set} />
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

function Questions({ answers, onChange }: { answers: Answers; onChange: (patch: Partial<Answers>) => void }) {
  const departments = scoreField('people.department', [])?.choices ?? [];
  return (
    <section aria-label={i18n.t('icp.start.questions')} className="flex flex-col gap-4">
      <h3 className="font-semibold">{i18n.t('icp.start.questions')}</h3>
      <Question text={i18n.t('icp.start.template')}>
        <Select
          aria-label={i18n.t('icp.start.template')}
          className="w-auto! self-start"
          value={answers.template}
          onChange={(event) => {
            const template = templates.find((one) => one === event.target.value);
            if (!template) return onChange({ template: '' });
            const { business, employees, departments: who } = starterTemplates[template];
            onChange({
              template,
              business: [...business],
              from: employees[0],
              to: employees[1],
              departments: [...who],
            });
          }}
        >
          <option value="">{i18n.t('icp.start.templates.none')}</option>
          {templates.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`icp.start.templates.${one}`)}
            </option>
          ))}
        </Select>
      </Question>
      <Question text={i18n.t('icp.start.countries')}>
        <TokenInput
          label={i18n.t('icp.start.countries')}
          values={answers.countries}
          suggestions={countries()}
          textOf={(value) => choiceName('company.country', value)}
          parse={(text) =>
            /^(?:DACH|EU)$/i.test(text) ? text.toUpperCase() : (countryToIso(text) ?? countryToIso(text.toUpperCase()))
          }
          onChange={(list) => onChange({ countries: list })}
        />
      </Question>
      <Question text={i18n.t('icp.start.business')}>
        <TokenInput
          label={i18n.t('icp.start.business')}
          values={answers.business}
          onChange={(business) => onChange({ business })}
        />
      </Question>
      <Question text={i18n.t('icp.start.size')}>
        <span className="flex items-center gap-2">
          <NumberInput
            label={i18n.t('icp.builder.from', [i18n.t('icp.start.size')])}
            whole
            min={0}
            value={answers.from}
            onChange={(from) => onChange({ from })}
          />
          –
          <NumberInput
            label={i18n.t('icp.builder.to', [i18n.t('icp.start.size')])}
            whole
            min={0}
            value={answers.to}
            onChange={(to) => onChange({ to })}
          />
          <span className="text-soft">{i18n.t('icp.start.employees')}</span>
        </span>
      </Question>
      <fieldset className="flex flex-wrap gap-x-3 gap-y-1">
        <legend className="pb-0.5">{i18n.t('icp.start.departments')}</legend>
        {departments.map((one) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the tick box is inside
          <label key={one} className="flex min-h-7 items-center gap-1.5">
            <Checkbox
              checked={answers.departments.includes(one)}
              onChange={(event) =>
                onChange({
                  departments: event.target.checked
                    ? [...answers.departments, one]
                    : answers.departments.filter((other) => other !== one),
                })
              }
            />
            {choiceName('people.department', one)}
          </label>
        ))}
      </fieldset>
      <Question text={i18n.t('icp.start.never')}>
        <TokenInput
          label={i18n.t('icp.start.never')}
          values={answers.notBusiness}
          onChange={(notBusiness) => onChange({ notBusiness })}
        />
      </Question>
    </section>
  );
}

function Question({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <p aria-hidden="true">{text}</p>
      {children}
    </div>
  );
}
