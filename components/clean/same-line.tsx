import { i18n } from '#i18n';
import { merging, useSameAs } from '../hooks/use-merging.ts';
import { attempt } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { takeBack } from './say-undone.ts';
import { isAgainst, reasonText } from './words.ts';

/** Who else a lead may be, with the way to compare and merge; and what became part of it, with the way back. Nothing where there is neither. */
export function SameLine({ leadId, onOpen }: { leadId: string; onOpen: (id: string) => void }) {
  const known = useSameAs(leadId);
  if (!known || known.likely.length + known.merged.length === 0) return null;
  const ruleOut = (id: string) =>
    void attempt(async () => {
      const pairs = await merging.notSame([leadId, id]);
      say(i18n.t('clean.markedNotSame'), {
        label: i18n.t('clean.undo'),
        run: () => void attempt(() => merging.forgetNotSame(pairs)),
      });
    });
  return (
    <section aria-label={i18n.t('clean.title')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      {known.likely.map(({ lead, pair }) => (
        <div key={lead.id} className="flex flex-col pb-1">
          <p className="text-pretty">
            {i18n.t('clean.line')}{' '}
            <button type="button" className="rounded-sm text-accent hover:underline" onClick={() => onOpen(lead.id)}>
              {leadName(lead)}
            </button>
          </p>
          <p className="text-sm text-pretty text-soft wrap-anywhere">
            {pair.reasons
              .filter((reason) => !isAgainst(reason))
              .map(reasonText)
              .join(' · ')}
          </p>
          <p className="flex gap-3 pt-0.5 text-sm">
            <a
              href={`/workspace.html#/clean/${leadId}/${lead.id}`}
              target={window.location.pathname.startsWith('/workspace') ? undefined : '_blank'}
              rel="noopener"
              className="rounded-sm text-accent hover:underline"
            >
              {i18n.t('clean.compare')}
            </a>
            <button type="button" className="rounded-sm text-accent hover:underline" onClick={() => ruleOut(lead.id)}>
              {i18n.t('clean.ruleOut')}
            </button>
          </p>
        </div>
      ))}
      {known.merged.map(({ actionId, at, names }) => (
        <div key={actionId} className="flex flex-wrap items-center gap-x-2">
          <p className="min-w-0 flex-1 basis-48 text-soft">
            {i18n.t('clean.lineMerged', [names.join(', '), dayText(at)])}
          </p>
          <Button look="quiet" size="small" onClick={() => void attempt(() => takeBack(actionId))}>
            {i18n.t('clean.apart')}
          </Button>
        </div>
      ))}
    </section>
  );
}
