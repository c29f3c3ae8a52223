import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { type BuildName, builds } from './builds.ts';
import { type Files, filesOf } from './zip.ts';

/**
 * Does what `BUILD.md` says with the archive of sources, in a folder of its own, and compares with what was packed.
 * In: the archive, the packages. Out: what is wrong, in words.
 */
export function rebuild(archive: string, packages: ReadonlyMap<BuildName, Files>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-rebuild-'));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    for (const args of [['ci'], ['run', 'build'], ['run', 'build:thunderbird']]) {
      console.log(`  npm ${args.join(' ')}`);
      const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', env: outsideEnv() });
      if (status !== 0) return [`"npm ${args.join(' ')}" failed in the unpacked sources: ${stderr.slice(-800)}`];
    }
    return builds.flatMap(({ name, folder: first }) =>
      differences(name, packages.get(name) ?? {}, filesOf(join(folder, '.output', first.split(/[\\/]/).at(-1) ?? ''))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a reviewer's shell has it: nothing of this run of npm. */
function outsideEnv(): NodeJS.ProcessEnv {
  const mine = process.env.PATH?.split(':').filter((folder) => !folder.includes('node_modules'));
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|NODE)/.test(name));
  return { ...Object.fromEntries(kept), PATH: mine?.join(':') };
}

function differences(name: BuildName, wanted: Files, made: Files): string[] {
  const paths = new Set([...Object.keys(wanted), ...Object.keys(made)]);
  // The key of the manifest was taken out of the package; the rest of the manifest is the same.
  const plain = (path: string, bytes: Uint8Array | undefined) => {
    const text = Buffer.from(bytes ?? []).toString('latin1');
    return path === 'manifest.json' && bytes ? JSON.stringify({ ...JSON.parse(text), key: undefined }) : text;
  };
  const other = [...paths].filter((path) => plain(path, wanted[path]) !== plain(path, made[path]));
  if (other.length === 0) console.log(`  ${name}: built anew from the sources, ${paths.size} files are the same`);
  return other.map((path) => `${name}: ${path} is another file when built from the sources`);
}
