import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { changesOf, isLater, versionProblems } from '../../release/changelog.ts';
import { permissionChanges, permissionsOf } from '../../release/permissions.ts';
import { zipOf } from '../../release/zip.ts';

const changelog = '# Changes\n\n## 0.2.0 (2026-12-01)\n\n- More.\n\n## 0.1.0 (2026-11-22)\n\nThe first.\n\n## 0.0.9\n';

describe('packages', () => {
  const [a, b] = [Buffer.from('one'), Buffer.from('two')];

  it('are the same bytes whatever the order of the files and the clock', () => {
    const first = zipOf({ 'b/two.txt': b, 'a.txt': a });
    const second = zipOf({ 'a.txt': a, 'b/two.txt': b });
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(Object.keys(unzipSync(first))).toEqual(['a.txt', 'b/two.txt']);
  });

  it('carry a day that no time zone moves', () => {
    // DOS time of 2000-01-01 00:00 in the local header: bytes 10 to 13.
    expect([...zipOf({ 'a.txt': a }).subarray(10, 14)]).toEqual([0, 0, 0x21, 0x28]);
  });
});

describe('what was packed', () => {
  it('can be read by whoever unpacks it', () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': Buffer.from('one') }));
    const entry = bytes.indexOf('PK\x01\x02');
    expect(bytes.readUInt32LE(entry + 38) >>> 16).toBe(0o100644);
  });
});

describe('permissions', () => {
  it('are told apart by what was added and removed in each build', () => {
    const before = { chrome: ['alarms', 'tabs'], firefox: ['alarms'] };
    const now = { chrome: ['alarms', 'storage'], firefox: ['alarms'], edge: ['alarms'] };
    expect(permissionChanges(before, now)).toEqual([
      { build: 'chrome', added: ['storage'], removed: ['tabs'] },
      { build: 'edge', added: ['alarms'], removed: [] },
    ]);
    expect(permissionChanges(now, now)).toEqual([]);
  });

  it('count all that lets an extension come nearer to pages', () => {
    expect(
      permissionsOf({
        permissions: ['storage', 'alarms'],
        optional_host_permissions: ['*://*/*'],
        content_scripts: [{ matches: ['https://mail.example/*'] }],
        externally_connectable: {},
      }),
    ).toEqual(['*://*/* (optional)', 'alarms', 'messages from outside', 'script on https://mail.example/*', 'storage']);
  });
});

describe('versions', () => {
  it.each([
    ['0.1.0', null, true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '1.0.0', false],
    ['0.9.0', '0.10.0', false],
  ])('%s after %s: %s', (version, last, later) => expect(isLater(version, last)).toBe(later));

  it('have their part of the changelog', () => {
    expect(changesOf(changelog, '0.1.0')).toEqual({ day: '2026-11-22', text: 'The first.' });
    expect(changesOf(changelog, '0.1')).toBeUndefined();
    expect(versionProblems('0.2.0', '0.1.0', changelog)).toEqual([]);
  });

  it.each([
    ['0.1.0', '0.1.0', '0.1.0 is out already: raise "version" in package.json'],
    ['0.3.0', '0.1.0', 'CHANGELOG.md has no part "## 0.3.0"'],
    ['0.0.9', null, 'CHANGELOG.md says nothing about 0.0.9'],
    ['0.2', null, '"0.2" in package.json is no version of three numbers'],
  ])('%s after %s is held back', (version, last, problem) => {
    expect(versionProblems(version, last, changelog)).toContain(problem);
  });
});
