import { ArrowDownIcon, ArrowUpIcon, PlusIcon, XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { ownKeyFor } from '../../lib/domain/own-values.ts';
import type { Pipeline, Stage } from '../../lib/domain/schema/stage.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt } from '../leads/act.ts';
import { KeptInput } from '../leads/kept-input.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { say } from '../ui/toast.tsx';
import { openStageName } from './words.ts';

const most = 20;

/** The stages of the pipeline: names, order, patience; what is taken away can be taken back. In: the pipeline as it is. */
export function StageEditor({ pipeline }: { pipeline: Pipeline }) {
  const [, put] = useSetting('pipeline');
  const { stages } = pipeline;
  const keep = (next: Pipeline) => attempt(() => put(next));
  const setStages = (next: Stage[]) => keep({ ...pipeline, stages: next });
  const change = (id: string, patch: Partial<Stage>) =>
    void setStages(stages.map((stage) => (stage.id === id ? { ...stage, ...patch } : stage)));
  const shift = (at: number, by: number) => {
    const next = [...stages];
    const [stage] = next.splice(at, 1);
    if (stage) void setStages(next.toSpliced(at + by, 0, stage));
  };
  const add = () => {
    const name = i18n.t('work.newStage');
    const id = ownKeyFor(name, [...stages.map((stage) => stage.id), 'won', 'lost']);
    void setStages([...stages, { id, name, patienceDays: 14 }]);
  };
  const remove = async (stage: Stage) => {
    if (!(await setStages(stages.filter(({ id }) => id !== stage.id)))) return;
    say(i18n.t('work.stageRemoved', [openStageName(stage)]), {
      label: i18n.t('leads.undo'),
      run: () => void keep(pipeline),
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_3.5rem_auto] items-center gap-x-1 gap-y-1">
        <span className="text-sm text-soft">{i18n.t('work.stageName')}</span>
        <span className="text-sm text-soft">{i18n.t('work.patience')}</span>
        <span />
        {stages.map((stage, at) => (
          <StageLine
            key={stage.id}
            stage={stage}
            onChange={(patch) => change(stage.id, patch)}
            onUp={at > 0 ? () => shift(at, -1) : undefined}
            onDown={at < stages.length - 1 ? () => shift(at, 1) : undefined}
            onRemove={stages.length > 1 ? () => void remove(stage) : undefined}
          />
        ))}
      </div>
      {stages.length < most && (
        <Button look="quiet" size="small" className="self-start" onClick={add}>
          <PlusIcon size={14} aria-hidden="true" />
          {i18n.t('work.addStage')}
        </Button>
      )}
      <div className="grid grid-cols-2 gap-2 border-t border-line pt-2">
        <KeptInput
          aria-label={i18n.t('work.stage.won')}
          placeholder={i18n.t('work.stage.won')}
          value={pipeline.wonName}
          onKeep={(wonName) => void keep({ ...pipeline, wonName })}
        />
        <KeptInput
          aria-label={i18n.t('work.stage.lost')}
          placeholder={i18n.t('work.stage.lost')}
          value={pipeline.lostName}
          onKeep={(lostName) => void keep({ ...pipeline, lostName })}
        />
      </div>
      <p className="text-sm text-soft">{i18n.t('work.stagesHint')}</p>
    </div>
  );
}

function StageLine({
  stage,
  onChange,
  onUp,
  onDown,
  onRemove,
}: {
  stage: Stage;
  onChange: (patch: Partial<Stage>) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const name = openStageName(stage);
  return (
    <>
      <KeptInput
        aria-label={i18n.t('work.stageName')}
        placeholder={name}
        value={stage.name || name}
        onKeep={(next) => onChange({ name: next === name && stage.name === '' ? '' : next })}
      />
      <KeptInput
        type="number"
        min={0}
        max={3650}
        aria-label={i18n.t('work.patienceOf', [name])}
        value={String(stage.patienceDays)}
        onKeep={(text) => {
          const days = Number(text);
          if (Number.isInteger(days) && days >= 0 && days <= 3650) onChange({ patienceDays: days });
        }}
      />
      <span className="flex">
        <IconButton
          size="small"
          icon={ArrowUpIcon}
          label={i18n.t('work.stageUp', [name])}
          disabled={!onUp}
          onClick={onUp}
        />
        <IconButton
          size="small"
          icon={ArrowDownIcon}
          label={i18n.t('work.stageDown', [name])}
          disabled={!onDown}
          onClick={onDown}
        />
        <IconButton
          size="small"
          icon={XIcon}
          label={i18n.t('work.stageRemove', [name])}
          disabled={!onRemove}
          onClick={onRemove}
        />
      </span>
    </>
  );
}
