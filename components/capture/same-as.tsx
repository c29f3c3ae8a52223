import { i18n } from '#i18n';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import type { DraftStanding, TrayPatch } from '../hooks/use-tray.ts';
import { Button } from '../ui/button.tsx';

const nameOf = ({ lead }: DraftStanding['maybe'][number]) => {
  const name = lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? '';
  const firm = lead.kind === 'person' ? lead.companyName : lead.addresses[0]?.city;
  return firm === undefined ? name : i18n.t('capture.same.of', [name, firm]);
};

/** "Same as …?" with the answer in place. Never answered by itself; an answer can be taken back. */
export function SameAs({
  item,
  maybe,
  onPatch,
}: {
  item: TrayItem;
  maybe: DraftStanding['maybe'];
  onPatch: (patch: TrayPatch) => void;
}) {
  if (item.sameAs !== undefined) {
    if (item.state === 'saved') return null;
    return (
      <p className="flex items-center gap-1 text-sm text-soft">
        {i18n.t(item.sameAs === 'new' ? 'capture.same.answeredNew' : 'capture.same.answered')}
        <Button look="quiet" size="small" onClick={() => onPatch({ sameAs: null, ticked: null })}>
          {i18n.t('capture.same.again')}
        </Button>
      </p>
    );
  }
  if (maybe.length === 0) return null;
  const other = (
    <Button size="small" className="self-start" onClick={() => onPatch({ sameAs: 'new', ticked: true })}>
      {i18n.t('capture.same.other')}
    </Button>
  );
  return (
    <div className="my-1 flex flex-col gap-1 border-s-2 border-doubt ps-2">
      {maybe.map((one) => (
        <div key={one.lead.id} className="flex flex-wrap items-center gap-1">
          <p className="w-full">
            {i18n.t('capture.same.question', [nameOf(one)])}{' '}
            <span className="text-sm text-soft">{i18n.t(`capture.same.${one.reason}`)}</span>
          </p>
          <Button size="small" onClick={() => onPatch({ sameAs: one.lead.id, ticked: true })}>
            {i18n.t('capture.same.same')}
          </Button>
          {maybe.length === 1 && other}
        </div>
      ))}
      {maybe.length > 1 && other}
    </div>
  );
}
