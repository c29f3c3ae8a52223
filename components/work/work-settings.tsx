import { i18n } from '#i18n';
import type { WorkSettings } from '../../lib/domain/schema/work.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { useReminderPermission } from '../hooks/use-reminders.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt } from '../leads/act.ts';
import { KeptInput } from '../leads/kept-input.tsx';
import { Section } from '../settings/section.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/input.tsx';

/** The user's name, hours of calls, when silence is told, where birthdays stand, and leave to remind. */
export function WorkSettingsSection() {
  const [settings, put] = useSetting('work');
  const { fields } = useOwnFields();
  const permission = useReminderPermission();
  if (!settings) return null;
  const set = (patch: Partial<WorkSettings>) => void attempt(() => put({ ...settings, ...patch }));
  const whole = (text: string, least: number, most: number, keep: (value: number) => void) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) keep(value);
  };
  const days = fields.filter(({ type, of }) => of !== 'company' && (type === 'date' || type === 'text'));
  return (
    <Section title={i18n.t('work.settings.title')}>
      <Field label={i18n.t('work.settings.myName')} hint={i18n.t('work.settings.myNameHint')}>
        {(props) => (
          <KeptInput {...props} maxLength={200} value={settings.myName} onKeep={(myName) => set({ myName })} />
        )}
      </Field>
      <div className="grid grid-cols-3 items-end gap-2">
        <Field label={i18n.t('work.settings.silentDays')}>
          {(props) => (
            <KeptInput
              {...props}
              type="number"
              min={1}
              max={3650}
              value={String(settings.silentDays)}
              onKeep={(text) => whole(text, 1, 3650, (silentDays) => set({ silentDays }))}
            />
          )}
        </Field>
        <Field label={i18n.t('work.settings.callFrom')}>
          {(props) => (
            <KeptInput
              {...props}
              type="number"
              min={0}
              max={23}
              value={String(settings.callFrom)}
              onKeep={(text) => whole(text, 0, 23, (callFrom) => set({ callFrom }))}
            />
          )}
        </Field>
        <Field label={i18n.t('work.settings.callUntil')}>
          {(props) => (
            <KeptInput
              {...props}
              type="number"
              min={1}
              max={24}
              value={String(settings.callUntil)}
              onKeep={(text) => whole(text, 1, 24, (callUntil) => set({ callUntil }))}
            />
          )}
        </Field>
      </div>
      <Field label={i18n.t('work.settings.birthday')} hint={i18n.t('work.settings.birthdayHint')}>
        {(props) => (
          <Select
            {...props}
            value={settings.birthdayField ?? ''}
            onChange={({ target: { value } }) => {
              const { birthdayField: _before, ...rest } = settings;
              void attempt(() => put(value ? { ...rest, birthdayField: value } : rest));
            }}
          >
            <option value="">{i18n.t('work.settings.noBirthday')}</option>
            {days.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {permission.state !== 'yes' && (
        <div className="flex flex-col items-start gap-1">
          <Button onClick={() => void permission.ask()}>{i18n.t('work.settings.allowReminders')}</Button>
          {permission.state === 'no' && <p className="text-sm text-doubt">{i18n.t('work.remindRefused')}</p>}
        </div>
      )}
    </Section>
  );
}
