import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type BuildName, builds } from './builds.ts';
import { type Asking, permissionsOf } from './permissions.ts';
import { filesOf } from './zip.ts';

type Manifest = Asking & {
  [key: string]: unknown;
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko: { strict_min_version: string } };
  background: { service_worker?: string; scripts?: string[] };
  commands: Record<string, unknown>;
  content_security_policy: { extension_pages: string };
};

const folderOf = (name: BuildName): string => builds.find((build) => build.name === name)?.folder ?? '';
const manifestOf = (name: BuildName): Manifest =>
  JSON.parse(readFileSync(join(folderOf(name), 'manifest.json'), 'utf8')) as Manifest;
const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');

/** The rows of the table about the browsers, each under its first cell. */
function differences(): Map<string, string[]> {
  const [, part = ''] = readme.split('### What differs between browsers\n');
  const [table = ''] = part.split(/^#+ /m);
  const rows = table.split('\n').filter((line) => /^\| (?!-)/.test(line));
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name, cells];
    }),
  );
}
const built = (context: TestContext, ...names: BuildName[]): boolean => {
  const missing = names.filter((name) => !existsSync(join(folderOf(name), 'manifest.json')));
  if (missing.length > 0) context.skip(`not built: ${missing.join(', ')}`);
  return missing.length === 0;
};

test('the build for Edge is that for Chrome, byte for byte', (context) => {
  if (!built(context, 'chrome', 'edge')) return;
  const [chrome, edge] = [filesOf(folderOf('chrome')), filesOf(folderOf('edge'))];
  assert.deepEqual(Object.keys(edge).sort(), Object.keys(chrome).sort());
  const other = Object.keys(chrome).filter(
    (name) => !Buffer.from(chrome[name] ?? []).equals(edge[name] ?? new Uint8Array()),
  );
  assert.deepEqual(other, []);
});

test('each is built for production: nothing of development is in it, nor the folder it was built in', (context) => {
  if (!built(context, 'chrome', 'edge', 'firefox', 'thunderbird')) return;
  const traces = ['jsxDEV', resolve(import.meta.dirname, '../../components')];
  for (const { name, folder } of builds)
    for (const [path, bytes] of Object.entries(filesOf(folder))) {
      if (!/\.(?:js|html)$/.test(path)) continue;
      const text = Buffer.from(bytes).toString('utf8');
      for (const trace of traces) assert.ok(!text.includes(trace), `${name}: ${path} has ${trace}`);
    }
});

test('every browser runs under the same policy, asks no site at install, and has the same names and keys', (context) => {
  if (!built(context, 'chrome', 'firefox', 'thunderbird')) return;
  const chrome = manifestOf('chrome');
  for (const name of ['firefox', 'thunderbird'] as const) {
    const manifest = manifestOf(name);
    for (const key of ['name', 'version', 'description', 'default_locale', 'content_security_policy', 'commands'])
      assert.deepEqual(manifest[key], chrome[key], `${name}: ${key}`);
    for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
      assert.ok(!(key in manifest), `${name}: ${key}`);
    assert.equal(manifest.incognito, 'not_allowed', name);
  }
});

test('Firefox differs from Chrome in side bar, background and permissions, and in nothing else', (context) => {
  if (!built(context, 'chrome', 'firefox')) return;
  const [chrome, firefox] = [manifestOf('chrome'), manifestOf('firefox')];
  const differing = Object.keys({ ...chrome, ...firefox }).filter(
    (key) => JSON.stringify(chrome[key]) !== JSON.stringify(firefox[key]),
  );
  assert.deepEqual(differing.sort(), [
    'action',
    'background',
    'browser_specific_settings',
    'key',
    'minimum_chrome_version',
    'permissions',
    'side_panel',
    'sidebar_action',
  ]);
  assert.equal(chrome.background.service_worker, 'background.js');
  assert.deepEqual(firefox.background, { scripts: ['background.js'] });
  const onlyIn = (one: Manifest, other: Manifest) =>
    permissionsOf(one).filter((name) => !permissionsOf(other).includes(name));
  assert.deepEqual(onlyIn(chrome, firefox), ['offscreen', 'sidePanel']);
  assert.deepEqual(onlyIn(firefox, chrome), []);
});

test('the table of the README says of versions, panel and permissions what the manifests do', (context) => {
  if (!built(context, 'chrome', 'firefox', 'thunderbird')) return;
  const rows = differences();
  assert.deepEqual(rows.get(''), ['Chrome, Edge', 'Firefox', 'Thunderbird']);
  const manifests = (['chrome', 'firefox', 'thunderbird'] as const).map(manifestOf);
  assert.deepEqual(
    rows.get('From version'),
    manifests.map(
      (manifest) =>
        manifest.minimum_chrome_version ??
        manifest.browser_specific_settings?.gecko.strict_min_version.replace(/\.0$/, ''),
    ),
  );
  const has = (key: string) => manifests.map((manifest) => key in manifest);
  assert.deepEqual(has('side_panel'), [true, false, false]);
  assert.deepEqual(has('sidebar_action'), [false, true, false]);
  assert.deepEqual(has('message_display_action'), [false, false, true]);
  assert.deepEqual(has('omnibox'), [true, true, false]);
  assert.deepEqual(
    rows.get('`ll` in the address line')?.map((cell) => cell.startsWith('yes')),
    has('omnibox'),
  );
  const common = permissionsOf(manifestOf('chrome'));
  const told = rows.get('Permissions')?.at(-1) ?? '';
  for (const name of permissionsOf(manifestOf('thunderbird')).filter((one) => !common.includes(one)))
    assert.ok(told.includes(`\`${name}\``), `Thunderbird’s ${name} is in the table`);
});
