import { PlusIcon, XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type LeadSource, type LeadSourceGroup, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import type { SourceName } from '../../lib/domain/schema/source.ts';
import { sourceKey } from '../../lib/work/source-yield.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { sourceActions } from '../hooks/use-sources.ts';
import { attempt, attemptWithUndo } from '../leads/act.ts';
import { KeptInput } from '../leads/kept-input.tsx';
import { Section } from '../settings/section.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';

const hostsOf = (text: string) =>
  [...new Set(text.split(/[\s,，、;；]+/))]
    .map((host) =>
      host
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/.*$/, ''),
    )
    .filter((host) => host !== '' && host.length <= 253)
    .slice(0, 50);

/** The user's own names for how they met people, under the groups that rules and figures go by. */
export function SourceSettings() {
  const [sources, put] = useSetting('sources');
  if (!sources) return null;
  const keep = (next: SourceName[]) => attempt(() => put(next));
  const change = (at: number, patch: Partial<SourceName>) =>
    keep(sources.map((source, place) => (place === at ? { ...source, ...patch } : source)));
  // Those who were met that way keep being met that way.
  const move = (from: SourceName, to: LeadSource, said: string) => {
    // Two of one name would be one for the leads, and could not be told apart again.
    if (sources.some((source) => source !== from && sourceKey(source) === sourceKey(to)))
      return sayError(i18n.t('work.sources.exists', [to.name]));
    void attemptWithUndo(
      () => sourceActions.move(from, to),
      said,
      () => sourceActions.moveBack(from, to),
    );
  };
  const rename = (source: SourceName, name: string) => {
    if (name !== '') move(source, { group: source.group, name }, i18n.t('work.sources.renamed', [source.name, name]));
  };
  const regroup = (source: SourceName, group: LeadSourceGroup) =>
    move(
      source,
      { group, name: source.name },
      i18n.t('work.sources.regrouped', [source.name, i18n.t(`exchange.group.${group}`)]),
    );
  const remove = async (at: number) => {
    if (!(await keep(sources.toSpliced(at, 1)))) return;
    say(i18n.t('work.sources.removed', [sources[at]?.name ?? '']), {
      label: i18n.t('leads.undo'),
      run: () => void keep(sources),
    });
  };
  return (
    <Section title={i18n.t('work.sources.title')}>
      <p className="text-soft">{i18n.t('work.sources.hint')}</p>
      {sources.map((source, at) => (
        // By its place: who chooses another group with the arrows stays where they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: a source has no id, and its name and group change here
        <div key={at} className="flex flex-wrap items-center gap-1">
          <KeptInput
            aria-label={i18n.t('work.sources.name')}
            className="min-w-32 flex-1"
            maxLength={120}
            value={source.name}
            onKeep={(name) => rename(source, name)}
          />
          <Select
            aria-label={i18n.t('work.sources.group', [source.name])}
            className="w-auto!"
            value={source.group}
            onChange={(event) => {
              const group = leadSourceGroup.safeParse(event.target.value);
              if (group.success) regroup(source, group.data);
            }}
          >
            {leadSourceGroup.options.map((group) => (
              <option key={group} value={group}>
                {i18n.t(`exchange.group.${group}`)}
              </option>
            ))}
          </Select>
          <KeptInput
            aria-label={i18n.t('work.sources.hosts', [source.name])}
            placeholder={i18n.t('work.sources.hostsHint')}
            className="min-w-32 flex-1"
            value={source.hosts.join(', ')}
            onKeep={(text) => void change(at, { hosts: hostsOf(text) })}
          />
          <KeptInput
            type="number"
            min={0}
            aria-label={i18n.t('work.sources.cost', [source.name])}
            placeholder={i18n.t('work.sources.costHint')}
            className="w-24!"
            value={source.cost === undefined ? '' : String(source.cost)}
            onKeep={(text) => {
              const { cost: _cost, ...rest } = source;
              const cost = Number(text);
              if (text === '') void keep(sources.toSpliced(at, 1, rest));
              else if (Number.isFinite(cost) && cost >= 0) void change(at, { cost });
            }}
          />
          <IconButton
            size="small"
            icon={XIcon}
            label={i18n.t('work.sources.remove', [source.name])}
            onClick={() => void remove(at)}
          />
        </div>
      ))}
      <Button
        className="self-start"
        onClick={() => {
          const name = i18n.t('work.sources.newName');
          const taken = sources.filter((one) => one.name.startsWith(name)).length;
          void keep([...sources, { name: taken ? `${name} ${taken + 1}` : name, group: 'tradeFair', hosts: [] }]);
        }}
      >
        <PlusIcon size={14} aria-hidden="true" />
        {i18n.t('work.sources.add')}
      </Button>
    </Section>
  );
}
