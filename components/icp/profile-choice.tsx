import { i18n } from '#i18n';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { type Profiles, profileActions } from '../hooks/use-profiles.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/input.tsx';
import { profileName } from './rule-words.ts';

/** Which of several profiles is looked at, and whether it is the one that gives the tiers. */
export function ProfileChoice({
  row,
  profiles: { rows, activeId },
  onChoose,
}: {
  row: ProfileRow;
  profiles: Profiles;
  onChoose: (id: string) => void;
}) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={i18n.t('icp.profiles.choose')}
        className="w-auto! max-w-56"
        value={row.id}
        onChange={(event) => onChoose(event.target.value)}
      >
        {rows.map(({ id, published }) => (
          <option key={id} value={id}>
            {id === activeId ? i18n.t('icp.profiles.active', [profileName(published)]) : profileName(published)}
          </option>
        ))}
      </Select>
      {row.id !== activeId && (
        <Button size="small" onClick={() => void attempt(() => profileActions.activate(row.id))}>
          {i18n.t('icp.profiles.activate')}
        </Button>
      )}
    </span>
  );
}
