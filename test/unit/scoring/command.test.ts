import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeProfile } from '../../../lib/scoring/profile-file.ts';
import { starterProfile, starterTemplates } from '../../../lib/scoring/starter.ts';
import { sampleLeads } from '../../score/sample.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'leadlight-score-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const score = (...args: string[]) =>
  spawnSync(process.execPath, ['--disallow-code-generation-from-strings', 'test/score/run.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
const firms = sampleLeads(40).map(({ lead, people, interactions, own }) => ({ ...lead, people, interactions, own }));
const leads = file('leads.jsonl', [...firms, { id: 'x', emails: 7 }].map((one) => JSON.stringify(one)).join('\n'));
const profile = file('profile.json', writeProfile(starterProfile(starterTemplates.manufacturing)));

describe('the score command', { timeout: 30_000 }, () => {
  it('gives one line a lead, lines that add up, and names what cannot be read', () => {
    const { status, stdout } = score('--profile', profile, '--leads', leads, '--json', '--now', '2026-06-01');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(lines).toHaveLength(41);
    expect(lines.pop()).toMatchObject({ lead: 40, error: expect.stringContaining('emails') });
    for (const line of lines) {
      const sum = line.lines.reduce((all: number, { points }: { points: number }) => all + points, 0);
      expect(sum).toBe(line.fit + line.engagement);
      expect(line.tier).toMatch(/^[ABCD?]$/);
    }
    expect(new Set(lines.map(({ tier }) => tier)).size).toBeGreaterThan(2);
  });

  it('refuses a profile with its place', () => {
    const broken = file('broken.json', '{"version":9}');
    expect(score('--profile', broken, '--leads', leads)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('error: version comes from a newer Leadlight'),
    });
  });

  it('tells what a draft would change', () => {
    const { stdout } = score(
      '--profile',
      profile,
      '--against',
      file('draft.json', writeProfile(starterProfile())),
      '--leads',
      leads,
      '--json',
      '--now',
      '2026-06-01',
    );
    expect(JSON.parse(stdout)).toMatchObject({ n: 40, moves: { A: expect.anything() } });
  });
});
