import { CopyPlusIcon, FileInputIcon, FileOutputIcon, MoreHorizontalIcon, Trash2Icon } from 'lucide-react';
import { useRef } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { readProfile, writeProfile } from '../../lib/scoring/profile-file.ts';
import { download } from '../hooks/use-export.ts';
import { type Profiles, profileActions } from '../hooks/use-profiles.ts';
import { attempt } from '../leads/act.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/menu.tsx';
import { say } from '../ui/toast.tsx';
import type { Imported } from './import-notice.tsx';
import { profileName } from './rule-words.ts';

/** Hands a profile to the browser as a file, `ideal-customer-REVISION.json`. */
export function saveProfile(profile: IcpProfile): void {
  const name = `ideal-customer-${profile.id}-${profile.revision}.json`;
  download(new Blob([writeProfile(profile)], { type: 'application/json' }), name);
  say(i18n.t('icp.file.saved', [name]));
}

/** Profiles as files, and the second profile: what is needed now and then. */
export function FileMenu({
  row,
  profile,
  profiles,
  onImported,
  onAdd,
  onRemoved,
}: {
  row: ProfileRow;
  profile: IcpProfile;
  profiles: Profiles;
  onImported: (imported: Imported) => void;
  onAdd: (profile: IcpProfile) => void;
  onRemoved: () => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const read = (chosen: File) =>
    attempt(async () => onImported({ file: chosen.name, reading: readProfile(await chosen.text()) }));
  const remove = () =>
    attempt(async () => {
      await profileActions.remove(row.id);
      onRemoved();
      say(i18n.t('icp.profiles.removed', [profileName(row.published)]), {
        label: i18n.t('icp.undo'),
        run: () => void attempt(() => profileActions.add(row.published)),
      });
    });
  return (
    <>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label={i18n.t('icp.file.load')}
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void read(chosen);
        }}
      />
      <Menu trigger={<IconButton icon={MoreHorizontalIcon} label={i18n.t('icp.file.menu')} />}>
        <MenuItem onSelect={() => saveProfile(profile)}>
          <FileOutputIcon size={14} aria-hidden="true" />
          {i18n.t('icp.file.save')}
        </MenuItem>
        <MenuItem onSelect={() => file.current?.click()}>
          <FileInputIcon size={14} aria-hidden="true" />
          {i18n.t('icp.file.load')}
        </MenuItem>
        <MenuLine />
        <MenuLabel>{i18n.t('icp.advanced')}</MenuLabel>
        <MenuItem
          onSelect={() =>
            onAdd({ ...row.published, name: i18n.t('icp.act.copyOf', [profileName(row.published)]), revision: 0 })
          }
        >
          <CopyPlusIcon size={14} aria-hidden="true" />
          {i18n.t('icp.profiles.add')}
        </MenuItem>
        {profiles.rows.length > 1 && (
          <MenuItem danger disabled={row.id === profiles.activeId} onSelect={() => void remove()}>
            <Trash2Icon size={14} aria-hidden="true" />
            {i18n.t('icp.profiles.remove')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
