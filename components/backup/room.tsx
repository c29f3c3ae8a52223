import { i18n } from '#i18n';
import { useRoom } from '../hooks/use-room.ts';
import { Part } from './part.tsx';
import { roomText } from './words.ts';

/** How much room there is, said early where it is little. */
export function Room() {
  const room = useRoom();
  if (!room) return null;
  return (
    <Part title={i18n.t('backup.room')}>
      {room.isLow && <p role="alert">{i18n.t('backup.roomLow')}</p>}
      <p>{i18n.t('backup.roomUsed', [String(Math.ceil(room.used / 1_000_000)), roomText(room.free)])}</p>
      <p className="text-soft">{i18n.t(room.isKept ? 'backup.persistent' : 'backup.notPersistent')}</p>
    </Part>
  );
}
