import { FileTextIcon, MailQuestionIcon, UserXIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { lawfulBasis } from '../../lib/domain/schema/privacy.ts';
import { retentionOf } from '../../lib/privacy/retention.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { usePrivacySettings } from '../hooks/use-privacy.ts';
import { KeptInput } from '../leads/kept-input.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MayLines } from './may-lines.tsx';

const NoticeDialog = lazy(async () => ({ default: (await import('./notice-dialog.tsx')).NoticeDialog }));
const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }));

type Props = { lead: Lead; company: Company | undefined; onPatch: (patch: LeadPatch) => void; onErased?: () => void };

/** On what ground a person is kept and for how long, whether they may be contacted, and what they can ask for. */
export function PrivacyBlock({ lead, company, onPatch, onErased }: Props) {
  const [asked, setAsked] = useState<'notice' | 'report' | 'erase'>();
  if (lead.kind !== 'person') return null;
  const close = () => setAsked(undefined);
  return (
    <section aria-label={i18n.t('privacy.block')} className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('privacy.block')}</h3>
      <MayLines lead={lead} company={company} />
      <ConsentFields lead={lead} onPatch={onPatch} />
      <Basis lead={lead} onPatch={onPatch} />
      <Clock lead={lead} onPatch={onPatch} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => setAsked('notice')}>
          <MailQuestionIcon size={14} aria-hidden="true" />
          {i18n.t('privacy.notice')}
        </Button>
        <Button size="small" onClick={() => setAsked('report')}>
          <FileTextIcon size={14} aria-hidden="true" />
          {i18n.t('privacy.report')}
        </Button>
        <Button size="small" look="danger" onClick={() => setAsked('erase')}>
          <UserXIcon size={14} aria-hidden="true" />
          {i18n.t('privacy.erase')}
        </Button>
      </div>
      <Suspense>
        {asked === 'notice' && <NoticeDialog lead={lead} onPatch={onPatch} onClose={close} />}
        {asked === 'report' && <ReportDialog lead={lead} onClose={close} />}
      </Suspense>
      {asked === 'erase' && <EraseDialog person={lead} onClose={close} {...(onErased && { onErased })} />}
    </section>
  );
}

function Basis({ lead, onPatch }: Pick<Props, 'lead' | 'onPatch'>) {
  const known = lead.lawfulBasis;
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={i18n.t('privacy.basis')}>
        {(props) => (
          <Select
            {...props}
            value={known?.basis ?? ''}
            onChange={(event) => {
              const basis = lawfulBasis.shape.basis.safeParse(event.target.value);
              onPatch({ lawfulBasis: basis.success ? { ...known, basis: basis.data } : null });
            }}
          >
            <option value="">{i18n.t('privacy.basisNone')}</option>
            {lawfulBasis.shape.basis.options.map((basis) => (
              <option key={basis} value={basis}>
                {i18n.t(`privacy.bases.${basis}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {known && (
        <Field label={i18n.t('privacy.basisNote')}>
          {(props) => (
            <KeptInput
              {...props}
              value={known.note ?? ''}
              onKeep={(note) => onPatch({ lawfulBasis: { basis: known.basis, ...(note && { note }) } })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

/** How the clock stands that runs since the first capture, and whether they were told. */
function Clock({ lead, onPatch }: Pick<Props, 'lead' | 'onPatch'>) {
  const { settings } = usePrivacySettings();
  if (!settings) return null;
  const { endsAt, is } = retentionOf(lead, settings.months, Date.now());
  const { keptLonger, noticedAt } = lead;
  return (
    <div className="flex flex-col items-start gap-0.5 text-sm text-soft">
      <p className={is === 'due' ? 'text-danger' : undefined}>
        {i18n.t(is === 'due' ? 'privacy.isDue' : 'privacy.runsUntil', [dayText(endsAt)])}
      </p>
      {keptLonger && (
        <p>
          {[
            i18n.t('privacy.keptBecause', [keptLonger.reason]),
            keptLonger.until !== undefined && i18n.t('privacy.keptUntil', [dayText(keptLonger.until)]),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          <Button look="quiet" size="small" onClick={() => onPatch({ keptLonger: null })}>
            {i18n.t('privacy.askAgain')}
          </Button>
        </p>
      )}
      <p>{noticedAt === undefined ? i18n.t('privacy.notNoticed') : i18n.t('privacy.noticed', [dayText(noticedAt)])}</p>
    </div>
  );
}
