import { SlidersHorizontalIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { boundaryPolicies, cutPresets } from '../../lib/value/abc.ts';
import type { Overview, ValueSettings } from '../hooks/use-orders.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { dayInput, dayOfInput } from './words.ts';

const monthChoices = [0, 6, 12, 24, 36] as const;

/** How classes and scores are reckoned, and the day to look back from. */
export function ValueOptions({
  overview,
  settings,
  onSettings,
  onDay,
}: {
  overview: Overview;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => void;
  onDay: (day: number | undefined) => void;
}) {
  const set = (patch: Partial<ValueSettings>) => onSettings({ ...settings, ...patch });
  const preset =
    Object.entries(cutPresets).find(([, cuts]) => cuts.a === settings.cuts.a && cuts.b === settings.cuts.b)?.[0] ?? '';
  return (
    <Popover
      label={i18n.t('value.options')}
      align="end"
      trigger={
        <Button>
          <SlidersHorizontalIcon size={16} strokeWidth={1.75} aria-hidden="true" />
          {i18n.t('value.options')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={i18n.t('value.asOf')} hint={i18n.t('value.asOfHint')}>
          {(props) => (
            <Input
              {...props}
              type="date"
              value={dayInput(overview.asOfDay)}
              onChange={(event) => onDay(dayOfInput(event.target.value))}
            />
          )}
        </Field>
        <Field label={i18n.t('value.by')}>
          {(props) => (
            <Select
              {...props}
              value={settings.by}
              onChange={(event) =>
                set({
                  by:
                    event.target.value === 'margin' ? 'margin' : event.target.value === 'orders' ? 'orders' : 'amount',
                })
              }
            >
              <option value="amount">{i18n.t('value.byAmount')}</option>
              <option value="margin" disabled={!overview.hasMargin}>
                {i18n.t('value.byMargin')}
              </option>
              <option value="orders">{i18n.t('value.byOrders')}</option>
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.period')}>
          {(props) => (
            <Select
              {...props}
              value={settings.months}
              onChange={(event) => set({ months: Number(event.target.value) })}
            >
              {monthChoices.map((months) => (
                <option key={months} value={months}>
                  {months === 0 ? i18n.t('value.allTime') : i18n.t('value.lastMonths', [months])}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.cuts')}>
          {(props) => (
            <Select
              {...props}
              value={preset}
              onChange={(event) => {
                const cuts = Object.entries(cutPresets).find(([name]) => name === event.target.value)?.[1];
                if (cuts) set({ cuts: { ...cuts } });
              }}
            >
              {Object.keys(cutPresets).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
              <option value="" disabled>
                {i18n.t('value.ownCuts')}
              </option>
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.policyLabel')}>
          {(props) => (
            <Select
              {...props}
              value={settings.policy}
              onChange={(event) =>
                set({ policy: boundaryPolicies.find((one) => one === event.target.value) ?? 'recommended' })
              }
            >
              {boundaryPolicies.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`value.policy.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.parts')}>
          {(props) => (
            <Select
              {...props}
              value={settings.fixed ? 'fixed' : settings.parts}
              onChange={(event) => {
                const parts = Number(event.target.value);
                if (event.target.value === 'fixed') set({ fixed: risingOnly(overview.rfm.breaks) });
                else set({ parts: parts === 3 || parts === 4 ? parts : 5, fixed: null });
              }}
            >
              {[3, 4, 5].map((parts) => (
                <option key={parts} value={parts}>
                  {i18n.t('value.partsOf', [parts])}
                </option>
              ))}
              <option value="fixed">{i18n.t('value.fixedCuts')}</option>
            </Select>
          )}
        </Field>
        {settings.fixed && <FixedCuts fixed={settings.fixed} onChange={(fixed) => set({ fixed })} />}
        <Field label={i18n.t('value.moneyAxis')}>
          {(props) => (
            <Select
              {...props}
              value={settings.money}
              onChange={(event) =>
                set({
                  money:
                    (['amount', 'mean', 'quantity', 'margin'] as const).find((one) => one === event.target.value) ??
                    'amount',
                })
              }
            >
              <option value="amount">{i18n.t('value.moneyAmount')}</option>
              <option value="mean">{i18n.t('value.moneyMean')}</option>
              <option value="quantity" disabled={!overview.hasQuantity}>
                {i18n.t('value.moneyQuantity')}
              </option>
              <option value="margin" disabled={!overview.hasMargin}>
                {i18n.t('value.byMargin')}
              </option>
            </Select>
          )}
        </Field>
      </div>
    </Popover>
  );
}

type Fixed = NonNullable<ValueSettings['fixed']>;
const axes = ['recency', 'frequency', 'money'] as const;

/** Rising values, each once: what may be kept as cuts. */
const rising = (cuts: readonly number[]): number[] =>
  [...new Set(cuts.filter(Number.isFinite))].toSorted((a, b) => a - b).slice(0, 8);

/** Cuts to begin with: where the equal parts of these customers end. */
const risingOnly = (breaks: Overview['rfm']['breaks']): Fixed => ({
  recency: rising(breaks.recency),
  frequency: rising(breaks.frequency),
  money: rising(breaks.money),
});

/** Cuts of the user's own, typed as a list. */
function FixedCuts({ fixed, onChange }: { fixed: Fixed; onChange: (fixed: Fixed) => void }) {
  return axes.map((axis) => (
    <Field key={axis} label={i18n.t(`value.fixedOf.${axis}`)} hint={i18n.t('value.fixedHint')}>
      {(props) => (
        <Input
          {...props}
          defaultValue={fixed[axis].join('; ')}
          onBlur={(event) => {
            const cuts = rising(
              event.target.value
                .split(/[;\s]+/)
                .filter(Boolean)
                .map((one) => Number(one.replace(',', '.'))),
            );
            if (cuts.length > 0 && cuts.join() !== fixed[axis].join()) onChange({ ...fixed, [axis]: cuts });
          }}
        />
      )}
    </Field>
  ));
}
