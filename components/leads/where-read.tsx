import { QuoteIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Stamp } from '../../lib/domain/schema/lead.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { attempt } from './act.ts';
import { dayAndTime } from './words.ts';

/** A row of a file that was imported: `contacts.csv, row 17`. */
function importedFrom(url: string): string | undefined {
  const [, file, row] = /^import:([^#]*)#(\d+)$/.exec(url) ?? [];
  return file === undefined || row === undefined
    ? undefined
    : i18n.t('import.fromFile', [decodeURIComponent(file), row]);
}

/** Host and path as one reads them; the address itself where it is none of the web. */
function placeText(url: string): string {
  const imported = importedFrom(url);
  if (imported !== undefined) return imported;
  try {
    const { host, pathname } = new URL(url);
    return `${host.replace(/^www\./, '')}${pathname === '/' ? '' : decodeURI(pathname)}`;
  } catch {
    return url;
  }
}

/** Behind every value: the pages it was read on, the words it stood in, and the way back to the spot. */
export function WhereRead({
  label,
  places,
  stamp,
  onShow,
}: {
  /** What the field is called. */
  label: string;
  places: Provenance[];
  /** Of a field with one value: who set it last. */
  stamp: Stamp | undefined;
  onShow: (place: Provenance) => Promise<void>;
}) {
  const read = places.filter((place) => place.detector !== 'user').sort((a, b) => b.at - a.at);
  const typed = places.find((place) => place.detector === 'user') ?? (stamp?.by === 'user' ? stamp : undefined);
  if (read.length === 0 && !typed) return null;
  return (
    <Popover
      label={i18n.t('leads.whereReadOf', [label])}
      align="end"
      trigger={<IconButton icon={QuoteIcon} size="small" label={i18n.t('leads.whereReadOf', [label])} />}
    >
      <div className="flex max-h-80 flex-col gap-3 overflow-y-auto">
        {typed && (
          <p>
            {i18n.t('leads.typed')} <span className="text-soft">{dayAndTime(typed.at)}</span>
          </p>
        )}
        {read.map((place) => (
          <div key={`${place.url} ${place.at} ${place.snippet}`} className="flex flex-col gap-1">
            {place.snippet !== '' && <q className="break-words italic">{place.snippet}</q>}
            <p className="truncate text-sm text-soft" title={place.url}>
              {placeText(place.url)}
            </p>
            <div className="flex items-center justify-between gap-2 text-sm text-soft">
              <span>{dayAndTime(place.at)}</span>
              {/^https?:/.test(place.url) && (
                <Button look="quiet" size="small" onClick={() => void attempt(() => onShow(place))}>
                  {i18n.t('leads.showThere')}
                </Button>
              )}
            </div>
          </div>
        ))}
        <p className="border-t border-line pt-2 text-sm text-soft">{i18n.t('first.word.placeIs')}</p>
      </div>
    </Popover>
  );
}
