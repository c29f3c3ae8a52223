import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { noonOfDay } from '../../lib/work/due.ts';
import { holidayOn } from '../../lib/work/holidays.ts';
import { placeOf } from '../../lib/work/local-time.ts';
import { nearDayText } from './words.ts';

const ahead = [0, 1, 2, 3];

/** Where nobody will answer in the next days: the public holidays of the countries of those whom today is about. */
export function Holidays({
  leads,
  now,
}: {
  leads: readonly { lead?: Lead | undefined; company?: Company | undefined }[];
  now: number;
}) {
  const countries = new Set<string>();
  for (const { lead, company } of leads) {
    const country = lead && placeOf(lead, company)?.country;
    if (country) countries.add(country);
  }
  const names = new Intl.DisplayNames([i18n.t('panel.locale')], { type: 'region' });
  const lines = ahead.flatMap((days) => {
    const at = noonOfDay(now, days);
    return [...countries].flatMap((country) => {
      const holiday = holidayOn(country, at);
      return holiday ? [{ ...holiday, country, at }] : [];
    });
  });
  if (lines.length === 0) return null;
  return (
    <section aria-label={i18n.t('work.holidays')}>
      <h2 className="px-3 pt-3 pb-1 text-sm font-medium text-soft">{i18n.t('work.holidays')}</h2>
      <ul>
        {lines.map(({ country, at, name, inParts }) => (
          <li key={`${country} ${at}`} className="flex gap-2 px-3 py-0.5">
            <span className="min-w-0 flex-1 truncate">
              {i18n.t(inParts ? 'work.holidayInParts' : 'work.holidayIn', [
                i18n.t(`work.holiday.${name}`),
                names.of(country) ?? country,
              ])}
            </span>
            <span className="shrink-0 text-sm text-soft">{nearDayText(at, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
