import { ArrowRightLeftIcon, DownloadIcon, PackageIcon, SendIcon, TagIcon, Trash2Icon, XIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { ExportButton } from '../exchange/export-button.tsx';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { type SendingPage, sendOut } from '../hooks/use-outgoing.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { Progress } from '../ui/progress.tsx';
import { attempt, attemptWithUndo } from './act.ts';
import { OutcomeAll, OwnFieldAll } from './bulk-set.tsx';
import { KeptAll } from './kept-all.tsx';

/** At the thumb's place while something is selected: what can be done with all of it. */
export function SelectionBar({
  kind,
  counts,
  selected,
  tags,
  busy,
  onDelete,
  onClear,
}: {
  kind: Lead['kind'];
  counts: { people: number; companies: number } | undefined;
  /** Something is being done to all of it. */
  busy: boolean;
  selected: ReadonlySet<string>;
  tags: string[];
  onDelete: () => void;
  onClear: () => void;
}) {
  return (
    <div
      aria-busy={busy}
      className="relative flex h-11 shrink-0 items-center gap-1 border-t border-line bg-paper ps-1 pe-2"
    >
      {busy && (
        <div className="absolute inset-x-0 top-0">
          <Progress label={i18n.t('leads.working')} />
        </div>
      )}
      <IconButton icon={XIcon} label={i18n.t('leads.clearSelection')} keys="Esc" onClick={onClear} />
      <span role="status" className="min-w-0 flex-1 truncate">
        {busy ? i18n.t('leads.working') : i18n.t('leads.selected', selected.size)}
      </span>
      <OutcomeAll ids={selected} />
      <KeptAll kind={kind} ids={selected} />
      <OwnFieldAll kind={kind} ids={selected} />
      <TagAll ids={selected} tags={tags} />
      <IconButton icon={Trash2Icon} label={i18n.t('leads.delete')} keys="Del" disabled={busy} onClick={onDelete} />
      <SendAll kind={kind} ids={selected} />
      <ExportButton
        kind={kind}
        counts={counts}
        selected={selected}
        trigger={
          <Button look="primary">
            <DownloadIcon size={14} aria-hidden="true" />
            {/* In the panel the count of what is selected needs the room. */}
            <span className="max-pair:sr-only">{i18n.t('leads.export')}</span>
          </Button>
        }
      />
    </div>
  );
}

/** Where all of it can go: to a colleague, or to another system. */
function SendAll({ kind, ids }: { kind: Lead['kind']; ids: ReadonlySet<string> }) {
  const send = (page: SendingPage) => void attempt(() => sendOut({ kind, ids: [...ids] }, page));
  return (
    <Menu trigger={<IconButton icon={SendIcon} label={i18n.t('leads.send')} />}>
      <MenuItem onSelect={() => send('packs')}>
        <PackageIcon size={15} aria-hidden="true" />
        {i18n.t('leads.sendPack')}
      </MenuItem>
      <MenuItem onSelect={() => send('import/out')}>
        <ArrowRightLeftIcon size={15} aria-hidden="true" />
        {i18n.t('leads.sendOut')}
      </MenuItem>
    </Menu>
  );
}

function TagAll({ ids, tags }: { ids: ReadonlySet<string>; tags: string[] }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const change = async (isAdded: boolean) => {
    const tag = text.trim();
    if (tag === '') return;
    const done = await attemptWithUndo(
      () => leadActions.bulkEdit([...ids], isAdded ? { addTags: [tag] } : { removeTags: [tag] }),
      isAdded ? i18n.t('leads.tagged', ids.size) : i18n.t('leads.untagged', [tag]),
    );
    if (!done) return;
    setText('');
    setOpen(false);
  };
  return (
    <Popover
      label={i18n.t('leads.tagAll')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={TagIcon} label={i18n.t('leads.tag')} />}
    >
      <form
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void change(true);
        }}
      >
        <Input
          aria-label={i18n.t('leads.tag')}
          placeholder={i18n.t('leads.tag')}
          className="min-w-32 flex-1"
          list="known-tags"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <datalist id="known-tags">
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <Button look="primary" type="submit" disabled={text.trim() === ''}>
          {i18n.t('leads.apply')}
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => void change(false)}>
          {i18n.t('leads.tagTakeAway')}
        </Button>
      </form>
    </Popover>
  );
}
