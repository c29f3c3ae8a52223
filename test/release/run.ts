import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildName, builds } from './builds.ts';
import { changesOf, versionProblems } from './changelog.ts';
import { lint } from './lint.ts';
import { type Asking, type LastRelease, permissionChanges, permissionsOf } from './permissions.ts';
import { rebuild } from './rebuild.ts';
import { sourceFiles } from './source.ts';
import { type Files, filesOf, zipOf } from './zip.ts';

const root = resolve(import.meta.dirname, '../..');
const target = resolve(root, '.output/release');
const lastFile = resolve(import.meta.dirname, 'permissions.json');
const { values: options } = parseArgs({
  options: {
    /** Unpacks the sources, builds them anew and compares. */
    rebuild: { type: 'boolean', default: false },
    /** Leaves Mozilla's linter out, which is fetched when first used. */
    'no-lint': { type: 'boolean', default: false },
    /** The release is out: the next one is compared with it. */
    done: { type: 'boolean', default: false },
  },
});

const problems: string[] = [];
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const { version } = JSON.parse(text('package.json')) as { version: string };
const last = JSON.parse(readFileSync(lastFile, 'utf8')) as LastRelease;
const changelog = text('CHANGELOG.md');

/** Both stores refuse a manifest with the key that gives an unpacked copy its id. */
function packed(name: BuildName, folder: string): Files {
  const files = filesOf(folder);
  const { key, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  if (key === undefined) return files;
  console.log(`${name}: packed without the "key" of the manifest, which only fixes the id of an unpacked copy`);
  return { ...files, 'manifest.json': Buffer.from(JSON.stringify(manifest)) };
}

const written: string[] = [];
function write(name: string, bytes: Uint8Array | string): void {
  writeFileSync(join(target, name), bytes);
  written.push(name);
}

problems.push(...versionProblems(version, last.version, changelog));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const packages = new Map<BuildName, Files>();
const permissions: LastRelease['permissions'] = {};
for (const { name, folder } of builds) {
  const files = packed(name, folder);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Asking & { version: string };
  if (manifest.version !== version) problems.push(`${name} was built as ${manifest.version}, not as ${version}`);
  permissions[name] = permissionsOf(manifest);
  packages.set(name, files);
  write(`leadlight-${version}-${name}.zip`, zipOf(files));
}
const source = sourceFiles(root);
write(`leadlight-${version}-source.zip`, zipOf(source.files));
if (source.uncommitted.length > 0)
  console.log(`The sources hold what is not committed yet: ${source.uncommitted.join(', ')}`);

console.log(`\nPermissions since ${last.version ?? 'the beginning (nothing is out yet)'}:`);
const changes = permissionChanges(last.permissions, permissions);
if (changes.length === 0) console.log('  none added, none removed');
for (const { build, added, removed } of changes) {
  for (const one of added) console.log(`  ${build}: + ${one}`);
  for (const one of removed) console.log(`  ${build}: - ${one}`);
}
const about = changesOf(changelog, version)?.text ?? '';
// Whoever updates is asked anew by the browser: the reason stands where they read it.
if (last.version !== null)
  for (const added of new Set(changes.flatMap((change) => change.added)))
    if (!about.includes(`\`${added.replace(' (optional)', '')}\``))
      problems.push(`CHANGELOG.md does not say why ${added} is asked for`);
write('changes.md', `${about}\n`);
cpSync(resolve(import.meta.dirname, 'store'), join(target, 'store'), { recursive: true });

if (options['no-lint']) console.log('Left out: Mozilla’s linter (--no-lint)');
else problems.push(...lint('firefox'));
if (options.rebuild) problems.push(...rebuild(join(target, `leadlight-${version}-source.zip`), packages));

const sums = written.map((name) => {
  const bytes = readFileSync(join(target, name));
  console.log(`  ${name}  ${(bytes.length / 1000).toFixed(0)} kB`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
});
write('SHA256SUMS', `${sums.join('\n')}\n`);
if (options.done && problems.length === 0) {
  writeFileSync(lastFile, `${JSON.stringify({ version, permissions } satisfies LastRelease, null, 2)}\n`);
  console.log(`${version} is noted as out: commit test/release/permissions.json`);
}
for (const problem of problems) console.error(`Problem: ${problem}`);
if (problems.length === 0) console.log(`${version} lies in .output/release`);
process.exitCode = problems.length > 0 ? 1 : 0;
