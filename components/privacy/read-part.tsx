import { BookOpenIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { privacyActions, usePagesRead } from '../hooks/use-privacy.ts';
import { dayAndTime, dayText } from '../leads/words.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, Select } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';
import { siteName } from './words.ts';

const step = 100;

/** The ledger of what was read: pages with the day and what was found, and the way to forget a site. */
export function ReadPart() {
  const [site, setSite] = useState<string>();
  const [most, setMost] = useState(step);
  const [forgetting, setForgetting] = useState<string>();
  const { value, failure } = usePagesRead(site, most);
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('privacy.failed', [failure.detail])}
      </p>
    );
  if (!value) return <p className="p-4 text-soft">{i18n.t('privacy.loading')}</p>;
  const { entries, more, sites } = value;
  if (sites.length === 0) return <EmptyState icon={BookOpenIcon} title={i18n.t('privacy.readNone')} />;
  const forget = async (gone: string) => {
    const worked = await attempt(async () => {
      const { pages, records } = await privacyActions.forgetSite(gone);
      say(
        i18n.t('privacy.forgotten', [
          siteName(gone),
          i18n.t('privacy.pagesText', pages),
          i18n.t('privacy.forgottenIn', records),
        ]),
      );
    });
    if (worked) setSite(undefined);
    setForgetting(undefined);
  };
  const shown = sites.find((one) => one.site === site);
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-soft">{i18n.t('privacy.readHint')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={i18n.t('privacy.site')}>
          {(props) => (
            <Select
              {...props}
              className="max-w-80"
              value={site ?? ''}
              onChange={(event) => {
                setSite(event.target.value || undefined);
                setMost(step);
              }}
            >
              <option value="">{i18n.t('privacy.allSites')}</option>
              {sites.map((one) => (
                <option key={one.site} value={one.site}>
                  {`${siteName(one.site)} · ${i18n.t('privacy.pagesText', one.pages)} · ${dayText(one.newest)}`}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {shown && <Button onClick={() => setForgetting(shown.site)}>{i18n.t('privacy.forget')}</Button>}
      </div>
      <FiguresTable
        label={i18n.t('privacy.read')}
        columns={[
          { head: i18n.t('privacy.page') },
          { head: i18n.t('privacy.when') },
          { head: i18n.t('privacy.times'), numbers: true },
          { head: i18n.t('privacy.found') },
        ]}
        rows={entries.map((one) => ({
          key: one.id,
          cells: [
            <span key="url" className="break-all">
              {one.url}
            </span>,
            dayAndTime(one.at),
            one.times,
            i18n.t('privacy.foundText', [one.people, one.companies]),
          ],
        }))}
      />
      {more && (
        <Button className="self-start" onClick={() => setMost(most + step)}>
          {i18n.t('privacy.more')}
        </Button>
      )}
      {forgetting !== undefined && (
        <Dialog
          open
          title={i18n.t('privacy.forgetTitle', [siteName(forgetting)])}
          onClose={() => setForgetting(undefined)}
        >
          <p>{i18n.t('privacy.forgetWhat')}</p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setForgetting(undefined)}>{i18n.t('privacy.cancel')}</Button>
            <Button look="danger" onClick={() => void forget(forgetting)}>
              {i18n.t('privacy.forgetDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
