import { useState } from 'react';
import { i18n } from '#i18n';
import type { Simulation } from '../../lib/scoring/simulate.ts';
import { useLeadsOf } from '../hooks/use-score-figures.ts';
import { leadName } from '../leads/lead-row.tsx';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { Button } from '../ui/button.tsx';
import type { Move } from './migration.tsx';

const pageSize = 50;

/** Who changes tier, all or those of one way, with the way to each. */
export function MovedLeads({ simulation, move }: { simulation: Simulation; move: Move | undefined }) {
  const [pages, setPages] = useState(1);
  const all = move
    ? simulation.changed.filter(({ from, to }) => from === move.from && to === move.to)
    : simulation.changed;
  const shown = all.slice(0, pages * pageSize);
  const { leads, failure } = useLeadsOf(shown.map(({ id }) => id));
  const byId = new Map(leads?.map((lead) => [lead.id, lead]));
  if (all.length === 0) return null;
  return (
    <section aria-label={i18n.t('icp.try.who')} className="flex flex-col items-start gap-2">
      <h2 className="font-semibold">
        {move
          ? i18n.t('icp.try.whoOf', all.length, [String(all.length), tierText(move.from), tierText(move.to)])
          : i18n.t('icp.try.whoAll', all.length)}
      </h2>
      {failure && (
        <p role="alert" className="text-danger">
          {i18n.t('icp.failed', [failure.detail])}
        </p>
      )}
      <table className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">{i18n.t('icp.try.lead')}</th>
            <th scope="col">{i18n.t('icp.try.before')}</th>
            <th scope="col">{i18n.t('icp.try.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, from, to }) => {
            const lead = byId.get(id);
            return (
              <tr key={id} className="border-t border-line">
                <td className="min-w-0 py-1 pe-2">
                  {lead ? (
                    <a href={`#/leads/${id}`} className="rounded-sm text-accent hover:underline">
                      {leadName(lead)}
                    </a>
                  ) : (
                    '…'
                  )}
                </td>
                <td className="w-10 py-1">
                  <TierPane tier={from} />
                </td>
                <td className="w-10 py-1">
                  <span className="flex items-center gap-1">
                    <span aria-hidden="true" className="text-soft">
                      →
                    </span>
                    <TierPane tier={to} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < all.length && (
        <Button look="quiet" onClick={() => setPages(pages + 1)}>
          {i18n.t('icp.try.more', all.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
