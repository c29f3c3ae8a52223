import { Building2Icon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { MatchingSetup } from '../../lib/domain/schema/matching.ts';
import { type MatchMap, useMatchingSetup, useMatchMap } from '../hooks/use-matching.ts';
import { goToSection } from '../hooks/use-section.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { Adjustments } from './adjustments.tsx';
import { AttractionRules } from './attraction-rules.tsx';
import { LevelFields } from './level-fields.tsx';
import { MatchTable } from './match-table.tsx';
import { Matrix, MatrixLegend } from './matrix.tsx';
import { countsOf, type Place, places, rowsIn, type Spot, spotsOf } from './spots.ts';

/** Matching both ways: who is attractive for us, and whom could we serve. */
export function MatchView() {
  const { map, progress, failure } = useMatchMap();
  const { setup, change, failure: notKept } = useMatchingSetup();
  const trouble = failure
    ? i18n.t('match.failed', [failure.detail])
    : notKept && i18n.t('match.kept', [notKept.detail]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div className="flex max-w-6xl flex-col gap-6 p-4">
        <header className="flex flex-col gap-1">
          <h1 className="text-lg font-semibold">{i18n.t('match.name')}</h1>
          <p className="max-w-prose text-pretty text-soft">{i18n.t('match.say')}</p>
          <div className="h-1 max-w-xs">
            {progress !== undefined && <Progress value={progress} label={i18n.t('match.working')} />}
          </div>
        </header>
        {trouble && (
          <p role="alert" className="text-danger">
            {trouble}
          </p>
        )}
        {setup && <Setup setup={setup} change={change} map={map} />}
      </div>
    </div>
  );
}

type Changing = { setup: MatchingSetup; change: (setup: MatchingSetup) => void };

function Setup({ setup, change, map }: Changing & { map: MatchMap | undefined }) {
  const { levels, adjustments } = setup.capability;
  // Asked at the top until it was said; where it stood then it stays while it is being said.
  const [asking] = useState(Object.keys(levels).length === 0);
  const ours = (
    <LevelFields value={levels} onChange={(next) => change({ ...setup, capability: { levels: next, adjustments } })} />
  );
  return (
    <>
      {asking && (
        <section aria-label={i18n.t('match.ask')} className="flex max-w-3xl flex-col gap-2">
          <h2 className="font-semibold">{i18n.t('match.ask')}</h2>
          <p className="max-w-prose text-pretty">{i18n.t('match.askSay')}</p>
          {ours}
        </section>
      )}
      {map &&
        (map.ids.length === 0 ? (
          <EmptyState icon={Building2Icon} title={i18n.t('match.none')}>
            {i18n.t('match.noneTeach')}
          </EmptyState>
        ) : (
          <Companies map={map} setup={setup} />
        ))}
      <details>
        <summary className="w-fit rounded-sm font-semibold">{i18n.t('match.attractRules')}</summary>
        <div className="max-w-3xl pt-2">
          <AttractionRules setup={setup} onChange={change} />
        </div>
      </details>
      <details>
        <summary className="w-fit rounded-sm font-semibold">{i18n.t('match.ours')}</summary>
        <div className="flex max-w-3xl flex-col gap-4 pt-2">
          <p className="max-w-prose text-pretty text-soft">{i18n.t('match.oursSay')}</p>
          {!asking && ours}
          <Adjustments
            setup={setup}
            onChange={(next) => change({ ...setup, capability: { levels, adjustments: next } })}
            onRemove={(next) => {
              change({ ...setup, capability: { levels, adjustments: next } });
              say(i18n.t('match.adjustGone'), { label: i18n.t('match.undo'), run: () => change(setup) });
            }}
          />
        </div>
      </details>
      <details>
        <summary className="w-fit rounded-sm font-semibold">{i18n.t('match.advanced')}</summary>
        <Cuts setup={setup} change={change} />
      </details>
    </>
  );
}

const cutSteps = [10, 20, 30, 40, 50, 60, 70, 80, 90];

function Cuts({ setup, change }: Changing) {
  const { cuts } = setup;
  return (
    <div className="flex flex-wrap gap-3 pt-2">
      {(['attractiveness', 'capability'] as const).map((axis) => (
        <Field key={axis} label={i18n.t(axis === 'attractiveness' ? 'match.cutAttractive' : 'match.cutCapability')}>
          {(props) => (
            <Select
              {...props}
              value={cuts[axis]}
              onChange={(event) => change({ ...setup, cuts: { ...cuts, [axis]: Number(event.target.value) } })}
            >
              {[...new Set([...cutSteps, cuts[axis]])]
                .toSorted((a, b) => a - b)
                .map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
            </Select>
          )}
        </Field>
      ))}
    </div>
  );
}

function Companies({ map, setup }: { map: MatchMap; setup: MatchingSetup }) {
  const [place, setPlace] = useState<Place>('pursue');
  const [chosen, setChosen] = useState<string>();
  const spots = useMemo(() => spotsOf(map), [map]);
  const counts = useMemo(() => countsOf(map), [map]);
  const spot = spots.find(({ key }) => key === chosen);
  const rows = useMemo(() => (spot ? spot.rows : rowsIn(map, place)), [map, place, spot]);
  const onSpot = (one: Spot) => {
    const [only] = one.rows;
    const id = one.rows.length === 1 && only !== undefined ? map.ids[only] : undefined;
    if (id !== undefined) goToSection('leads', id);
    else setChosen(one.key);
  };
  const said = spot ? i18n.t('match.here', spot.rows.length) : i18n.t(`match.quadrantSay.${place}`);
  const silent = place === 'unplaced' && Object.keys(setup.capability.levels).length === 0;
  return (
    <div className="grid items-start gap-6 wide:grid-cols-2">
      <div className="flex flex-col gap-1">
        <Matrix map={map} spots={spots} cuts={setup.cuts} counts={counts} chosen={chosen} onSpot={onSpot} />
        <MatrixLegend />
      </div>
      <section aria-label={i18n.t('match.list')} className="flex min-w-0 flex-col gap-3">
        <div className="w-full max-w-xs">
          <Field label={i18n.t('match.show')}>
            {(props) => (
              <Select
                {...props}
                value={place}
                onChange={(event) => {
                  const next = places.find((one) => one === event.target.value);
                  setChosen(undefined);
                  if (next) setPlace(next);
                }}
              >
                {places.map((one) => (
                  <option key={one} value={one}>
                    {i18n.t(`match.quadrants.${one}`)} ({counts[one]})
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <p role="status" className="text-pretty">
          {silent ? i18n.t('match.unplacedUs') : said}{' '}
          {spot && (
            <Button look="quiet" size="small" onClick={() => setChosen(undefined)}>
              {i18n.t('match.allOf')}
            </Button>
          )}
        </p>
        <MatchTable key={`${place} ${chosen}`} map={map} rows={rows} label={i18n.t('match.list')} />
      </section>
    </div>
  );
}
