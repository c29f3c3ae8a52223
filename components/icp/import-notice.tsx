import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileReading } from '../../lib/scoring/profile-file.ts';
import { Button } from '../ui/button.tsx';
import { problemText } from './problem-words.ts';
import { profileName } from './rule-words.ts';

export type Imported = { file: string; reading: ProfileReading };

/** What came of a file: a profile to be taken, or every place that keeps it from being used. What is in force stays. */
export function ImportNotice({
  imported: { file, reading },
  onTake,
  onAdd,
  onClose,
}: {
  imported: Imported;
  onTake: (profile: IcpProfile) => void;
  onAdd: (profile: IcpProfile) => void;
  onClose: () => void;
}) {
  const problems = reading.ok ? reading.warnings : reading.problems;
  return (
    <div
      role={reading.ok ? 'status' : 'alert'}
      className="flex max-h-[50vh] shrink-0 flex-col gap-2 overflow-y-auto border-b border-line bg-wash px-4 py-3"
    >
      <p className="font-medium">
        {reading.ok
          ? i18n.t('icp.file.read', [file, profileName(reading.profile)])
          : i18n.t('icp.file.refused', [file])}
      </p>
      {reading.ok && (
        <p>
          {i18n.t('icp.file.holds', [
            reading.profile.groups.length,
            reading.profile.groups.reduce((sum, { rules }) => sum + rules.length, 0),
          ])}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.place}`} className="break-words">
              {problem.place !== '' && <code className="me-2 rounded-sm bg-press px-1 text-sm">{problem.place}</code>}
              {problem.names.length > 0 && <strong className="font-medium">{problem.names.join(' › ')}: </strong>}
              {problemText(problem, reading.ok ? reading.profile : undefined)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {reading.ok && (
          <>
            <Button look="primary" onClick={() => onTake(reading.profile)}>
              {i18n.t('icp.file.take')}
            </Button>
            <Button onClick={() => onAdd(reading.profile)}>{i18n.t('icp.file.add')}</Button>
          </>
        )}
        <Button look="quiet" onClick={onClose}>
          {i18n.t('icp.file.close')}
        </Button>
      </div>
    </div>
  );
}
