import { isBrokenOff } from '../../../lib/backup/file-name.ts';
import { ownFolder } from '../../../lib/backup/folder.ts';
import { makeBackup } from '../../../lib/backup/make-backup.ts';
import { readBackup } from '../../../lib/backup/read-backup.ts';
import { getBackupState } from '../../../lib/backup/vault.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { person } from '../../bench/people.ts';
import type { Trial } from '../trial.ts';

/** Backups while the book grows: every file that is there is whole, and the one that was said to be made is there. */
export const backups: Trial = {
  async seed(book) {
    const items = Array.from({ length: 600 }, (_, at) => person(at, 'https://firm.example/all'));
    await saveItems(book, { items, batch: { tags: [] }, url: 'https://firm.example/all', now: Date.now() });
    return {};
  },

  async run({ book, begin }) {
    await begin({});
    const around = { app: '', permissions: { permissions: [], origins: [] } };
    const made = await makeBackup({ book, folder: await ownFolder(), now: Date.now(), ...around });
    return { name: made?.name };
  },

  async check(book, memory, _begun, done) {
    const wrong: string[] = [];
    const folder = await ownFolder();
    const all = await folder.list();
    const files = all.filter((file) => !isBrokenOff(file));
    // Those of the last death are still there, a file and what stands beside it; older ones went as the next backup began.
    if (all.length - files.length > 2) wrong.push(`${all.length - files.length} left-overs pile up`);
    for (const { name } of files) {
      const failure = await readBackup(await folder.file(name), undefined, {}).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      if (failure) wrong.push(`${name}: ${failure}`);
    }
    const { last } = await getBackupState(book);
    const promised = [last?.name, done.at(-1)?.name].filter((name) => name !== undefined);
    for (const name of promised) if (!files.some((file) => file.name === name)) wrong.push(`${name} is not there`);
    return { wrong, memory };
  },
};
