import { describe, expect, it } from 'vitest';
import { starterProfile } from '../../../lib/scoring/starter.ts';
import {
  activeProfile,
  addProfile,
  deleteProfile,
  discardDraft,
  getProfiles,
  listVersions,
  ProfileRefused,
  publishProfile,
  restoreVersion,
  saveDraft,
  setActiveProfile,
} from '../../../lib/storage/profiles.ts';
import { aGroup, aProfile } from '../scoring/build.ts';
import { emptyBook } from './make.ts';

const starter = starterProfile();
const higher = { ...starter, cuts: { A: 90, B: 50, C: 30 } };
const rule = (field: string) => ({
  kind: 'points',
  id: 'r',
  name: 'R',
  when: { field, op: 'known' },
  points: 10,
});

describe('profiles', () => {
  it('has the built-in one where none is kept, and it is not written by looking or by a draft given up', async () => {
    const book = await emptyBook();
    expect(await activeProfile(book)).toEqual(starter);
    await saveDraft(book, higher, 5);
    expect(await getProfiles(book)).toMatchObject([{ id: 'starter', draft: higher, draftAt: 5, published: starter }]);
    await discardDraft(book, 'starter');
    expect(await getProfiles(book)).toEqual([{ id: 'starter', published: starter, publishedAt: 0 }]);
    expect(await (await book.connection()).count('profiles')).toBe(0);
  });

  it('publishes a draft under the next number and keeps what it replaced', async () => {
    const book = await emptyBook();
    await saveDraft(book, higher, 5);
    expect(await activeProfile(book)).toEqual(starter);
    expect(await publishProfile(book, 'starter', 6)).toEqual({ ...higher, revision: 1 });
    expect(await activeProfile(book)).toEqual({ ...higher, revision: 1 });
    expect((await getProfiles(book))[0]?.draft).toBeUndefined();
    expect(await publishProfile(book, 'starter', 7)).toMatchObject({ revision: 1 });

    expect(await restoreVersion(book, 'starter', 0, 8)).toEqual({ ...starter, revision: 2 });
    expect(await activeProfile(book)).toEqual({ ...starter, revision: 2 });
    expect((await listVersions(book, 'starter')).map(({ revision, publishedAt }) => [revision, publishedAt])).toEqual([
      [2, 8],
      [1, 6],
      [0, 0],
    ]);
  });

  it('refuses what cannot work, names the place, and leaves in force what was', async () => {
    const book = await emptyBook();
    const broken = { ...aProfile([aGroup([rule('company.size')])]), id: 'starter' };
    await saveDraft(book, broken, 5);
    const refusal = await publishProfile(book, 'starter', 6).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(ProfileRefused);
    expect((refusal as ProfileRefused).problems).toMatchObject([
      { code: 'fieldGone', place: 'groups[0].rules[0].when.field' },
    ]);
    expect(await activeProfile(book)).toEqual(starter);
    expect((await getProfiles(book))[0]?.draft).toEqual(broken);
    expect(await listVersions(book, 'starter')).toEqual([]);
    await expect(addProfile(book, broken, 7)).rejects.toThrow(ProfileRefused);
  });

  it('keeps several, of which one gives the tiers', async () => {
    const book = await emptyBook();
    const second = aProfile([aGroup([rule('company.phones')])]);
    expect(await addProfile(book, second, 5)).toMatchObject({ id: 'p', published: { revision: 1 } });
    expect((await addProfile(book, second, 6)).id).toBe('p-2');
    expect((await getProfiles(book)).map(({ id }) => id)).toEqual(['p', 'p-2', 'starter']);
    expect((await activeProfile(book)).id).toBe('starter');
    await setActiveProfile(book, 'p-2');
    expect((await activeProfile(book)).id).toBe('p-2');
    await deleteProfile(book, 'p-2');
    expect((await activeProfile(book)).id).toBe('starter');
    expect(await listVersions(book, 'p-2')).toEqual([]);
    await expect(setActiveProfile(book, 'p-2')).rejects.toThrow('p-2');
    await expect(saveDraft(book, { ...second, id: 'nobody' }, 9)).rejects.toThrow('nobody');
    await expect(restoreVersion(book, 'p', 7, 9)).rejects.toThrow('no revision 7');
  });
});
