import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { countryToIso } from '../../lib/domain/normalize/country.ts';
import { scoreField } from '../../lib/scoring/fields.ts';
import { starterTemplates } from '../../lib/scoring/starter.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/input.tsx';
import { countries } from './countries.ts';
import { choiceName } from './field-words.ts';
import type { Answers, Template } from './start-answers.ts';
import { TokenInput } from './token-input.tsx';
import { NumberInput } from './value-fields.tsx';

const templates = Object.keys(starterTemplates) as Template[];
export type QuestionProps = { answers: Answers; onChange: (patch: Partial<Answers>) => void };

/** What is sold, where, and the words that tell the right line of business. */
export function MarketQuestions({ answers, onChange }: QuestionProps) {
  return (
    <>
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
    </>
  );
}

/** How large the right firms are, and who in them. */
export function SizeQuestions({ answers, onChange }: QuestionProps) {
  const departments = scoreField('people.department', [])?.choices ?? [];
  return (
    <>
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
    </>
  );
}

/** A question over the fields that answer it; each field has the question as its own name. */
export function Question({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <p aria-hidden="true">{text}</p>
      {children}
    </div>
  );
}
