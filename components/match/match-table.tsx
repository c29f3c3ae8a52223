import { useState } from 'react';
import { i18n } from '#i18n';
import { tierCodes } from '../../lib/scoring/table.ts';
import type { MatchMap } from '../hooks/use-matching.ts';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';

const page = 50;
const figure = (value: number | undefined) => (value === undefined || value < 0 ? '?' : String(value));

/** Companies of the matrix as a table; each name leads to the company. In: the map, the places of those to show, in order. */
export function MatchTable({ map, rows, label }: { map: MatchMap; rows: number[]; label: string }) {
  const [pages, setPages] = useState(1);
  if (rows.length === 0) return <p className="text-soft">{i18n.t('match.noneHere')}</p>;
  const shown = rows.slice(0, pages * page);
  const rest = rows.length - shown.length;
  return (
    <div className="flex flex-col items-start gap-2">
      <FiguresTable
        label={label}
        columns={[
          { head: i18n.t('match.company') },
          { head: i18n.t('match.attractiveness'), numbers: true },
          { head: i18n.t('match.capability'), numbers: true },
          { head: i18n.t('match.tier') },
        ]}
        rows={shown.map((row) => {
          const id = map.ids[row] ?? '';
          const tier = tierCodes[map.tier[row] ?? 4] ?? '?';
          const asked = tier === 'A' || tier === 'B' ? (map.said[row] === 1 ? 'said' : 'askOne') : undefined;
          return {
            key: id,
            cells: [
              <span key="name" className="flex flex-col">
                <a href={`#/leads/${id}`} className="w-fit rounded-sm text-accent hover:underline">
                  {map.names[row] || i18n.t('leads.noName')}
                </a>
                {asked && <span className="text-sm text-soft">{i18n.t(`match.${asked}`)}</span>}
              </span>,
              figure(map.attractiveness[row]),
              figure(map.capability[row]),
              <span key="tier" className={classNames('flex items-center gap-2', tier !== '?' && 'whitespace-nowrap')}>
                <TierPane tier={tier} silent />
                {tierText(tier)}
              </span>,
            ],
          };
        })}
      />
      {rest > 0 && <Button onClick={() => setPages(pages + 1)}>{i18n.t('match.more', Math.min(rest, page))}</Button>}
    </div>
  );
}
