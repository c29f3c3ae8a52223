import { useState } from 'react';
import { i18n } from '#i18n';
import { type ContactRule, countryRules } from '../../lib/privacy/country-rules.ts';
import { type Controller, usePrivacySettings } from '../hooks/use-privacy.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Section } from '../settings/section.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { attempt } from './act.ts';
import { LockSettings } from './lock-settings.tsx';
import { countryName } from './words.ts';

const periods = [6, 12, 18, 24, 36, 48, 60, 120] as const;

/** How long people are kept, who keeps them, the screen lock, and what countries ask for. */
export function RulesPart() {
  const { settings, putMonths, putController } = usePrivacySettings();
  if (!settings) return <p className="p-4 text-soft">{i18n.t('privacy.loading')}</p>;
  const months = new Set<number>([...periods, settings.months]);
  return (
    <div className="max-w-200 px-1">
      <Section title={i18n.t('privacy.retention')}>
        <p className="text-soft">{i18n.t('privacy.retentionHint')}</p>
        <Select
          aria-label={i18n.t('privacy.retention')}
          className="max-w-48"
          value={settings.months}
          onChange={(event) => void attempt(() => putMonths(Number(event.target.value)))}
        >
          {[...months]
            .sort((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {i18n.t('privacy.months', count)}
              </option>
            ))}
        </Select>
      </Section>
      <ControllerFields controller={settings.controller} onPut={putController} />
      <LockSettings />
      <Section title={i18n.t('privacy.countryRules')}>
        <p className="text-soft">{i18n.t('privacy.countryRulesHint')}</p>
        <CountryTable />
      </Section>
    </div>
  );
}

const controllerFields = [
  ['name', 'privacy.controllerName'],
  ['address', 'privacy.controllerAddress'],
  ['contact', 'privacy.controllerContact'],
] as const;

function ControllerFields({
  controller,
  onPut,
}: {
  controller: Controller;
  onPut: (controller: Controller) => Promise<void>;
}) {
  const [typed, setTyped] = useState<Partial<Controller>>({});
  const keep = (field: keyof Controller) => {
    const value = typed[field];
    if (value === undefined || value === controller[field]) return;
    void attempt(() => onPut({ ...controller, ...typed }));
  };
  return (
    <Section title={i18n.t('privacy.controller')}>
      <div className="grid gap-2 three:grid-cols-3">
        {controllerFields.map(([field, label]) => (
          <Field key={field} label={i18n.t(label)}>
            {(props) => (
              <Input
                {...props}
                maxLength={300}
                value={typed[field] ?? controller[field]}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
                onBlur={() => keep(field)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep(field);
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </Section>
  );
}

function CountryTable() {
  const rule = ({ is, law }: { is: ContactRule; law: string }) => (
    <>
      {i18n.t(`privacy.rule.${is}`)}
      <span className="block text-sm text-soft">{law}</span>
    </>
  );
  return (
    <FiguresTable
      label={i18n.t('privacy.countryRules')}
      columns={[
        { head: i18n.t('privacy.country') },
        { head: i18n.t('privacy.mail') },
        { head: i18n.t('privacy.call') },
        { head: i18n.t('privacy.customers') },
      ]}
      rows={Object.entries(countryRules)
        .map(([code, rules]) => ({ code, name: countryName(code), rules }))
        .sort((a, b) => a.name.localeCompare(b.name, i18n.t('panel.locale')))
        .map(({ code, name, rules }) => ({
          key: code,
          cells: [
            name,
            rule(rules.email),
            rule(rules.call),
            rules.customers ? i18n.t('privacy.customersYes', [rules.customers]) : '–',
          ],
        }))}
    />
  );
}
