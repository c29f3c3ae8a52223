import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type Consent, type ConsentChannel, consentChannels } from '../../lib/domain/schema/privacy.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { KeptInput } from '../leads/kept-input.tsx';
import { Field, Select } from '../ui/input.tsx';

const labels = { email: 'privacy.consentEmail', call: 'privacy.consentCall' } as const;

/** What they said to mails and calls, and how they said so. */
export function ConsentFields({ lead, onPatch }: { lead: Lead; onPatch: (patch: LeadPatch) => void }) {
  const { consent = {} } = lead;
  const put = (channel: ConsentChannel, said: Consent[ConsentChannel]) => {
    const { [channel]: _before, ...rest } = consent;
    const next: Consent = said ? { ...rest, [channel]: said } : rest;
    onPatch({ consent: Object.keys(next).length > 0 ? next : null });
  };
  const said = consentChannels.filter((channel) => consent[channel]);
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="text-sm text-soft">{i18n.t('privacy.consentOf')}</legend>
      {consentChannels.map((channel) => (
        <Field key={channel} label={i18n.t(labels[channel])}>
          {(props) => (
            <Select
              {...props}
              value={consent[channel]?.state ?? ''}
              onChange={(event) => {
                const state = event.target.value;
                const isSaid = state === 'given' || state === 'withdrawn';
                put(channel, isSaid ? { ...consent[channel], state, at: Date.now() } : undefined);
              }}
            >
              <option value="">{i18n.t('privacy.consentState.none')}</option>
              <option value="given">{i18n.t('privacy.consentState.given')}</option>
              <option value="withdrawn">{i18n.t('privacy.consentState.withdrawn')}</option>
            </Select>
          )}
        </Field>
      ))}
      {said.map((channel) => {
        const word = `${i18n.t(labels[channel])}: ${i18n.t('privacy.consentHow')}`;
        return (
          <div key={channel} className="col-span-2">
            <KeptInput
              aria-label={word}
              placeholder={word}
              value={consent[channel]?.how ?? ''}
              onKeep={(how) => {
                const { state = 'given', at = Date.now() } = consent[channel] ?? {};
                put(channel, { state, at, ...(how && { how }) });
              }}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
