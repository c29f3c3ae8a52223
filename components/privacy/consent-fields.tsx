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
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm text-soft">{i18n.t('privacy.consentOf')}</legend>
      {consentChannels.map((channel) => {
        const said = consent[channel];
        return (
          <div key={channel} className="grid grid-cols-2 items-end gap-2">
            <Field label={i18n.t(labels[channel])}>
              {(props) => (
                <Select
                  {...props}
                  value={said?.state ?? ''}
                  onChange={(event) => {
                    const state = event.target.value;
                    const isSaid = state === 'given' || state === 'withdrawn';
                    put(channel, isSaid ? { ...said, state, at: Date.now() } : undefined);
                  }}
                >
                  <option value="">{i18n.t('privacy.consentState.none')}</option>
                  <option value="given">{i18n.t('privacy.consentState.given')}</option>
                  <option value="withdrawn">{i18n.t('privacy.consentState.withdrawn')}</option>
                </Select>
              )}
            </Field>
            {said && (
              <KeptInput
                aria-label={`${i18n.t(labels[channel])}: ${i18n.t('privacy.consentHow')}`}
                placeholder={i18n.t('privacy.consentHow')}
                value={said.how ?? ''}
                onKeep={(how) => put(channel, { state: said.state, at: said.at, ...(how && { how }) })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
