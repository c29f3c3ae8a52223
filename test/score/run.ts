import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import { problemLine, scoreLine } from '../../lib/exchange/score-line.ts';
import { compileProfile } from '../../lib/scoring/compile.ts';
import { explain } from '../../lib/scoring/explain.ts';
import { leadValues, readLead } from '../../lib/scoring/lead-file.ts';
import { readProfile, writeProfile } from '../../lib/scoring/profile-file.ts';
import { simulate } from '../../lib/scoring/simulate.ts';
import { starterProfile, starterTemplates } from '../../lib/scoring/starter.ts';
import { table } from '../capture/table.ts';

const usage = `Usage: npm run -s score -- [--profile FILE] --leads FILE [--json] [--now 2026-01-31T12:00:00Z]
       npm run -s score -- --profile FILE --against DRAFT --leads FILE [--week 30] [--json]
       npm run -s score -- --starter [${Object.keys(starterTemplates).join('|')}]
Scores leads (JSON array or one JSON object a line) with an ideal-customer profile, the built-in one where none is named.
--against tells who would change tier under a draft, and the weeks of work at so many a week. --starter prints a profile to begin with.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    leads: { type: 'string' },
    against: { type: 'string' },
    week: { type: 'string', default: '30' },
    now: { type: 'string' },
    json: { type: 'boolean', default: false },
    starter: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Says why nothing can be scored and ends. */
function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    return refuse(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

if (values.starter) {
  const [wanted] = positionals;
  const template = Object.entries(starterTemplates).find(([name]) => name === wanted)?.[1];
  if (wanted !== undefined && !template) refuse(usage);
  process.stdout.write(writeProfile(starterProfile(template)));
  process.exit(0);
}
if (values.help || values.leads === undefined) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

/** A profile from a file; warnings are said, errors end the run. */
function profileOf(file: string): IcpProfile {
  const reading = readProfile(read(file));
  if (!reading.ok) return refuse(reading.problems.map((problem) => `${file}: ${problemLine(problem)}`).join('\n'));
  for (const warning of reading.warnings) console.error(`${file}: ${problemLine(warning)}`);
  return reading.profile;
}

const profile = values.profile === undefined ? starterProfile() : profileOf(values.profile);
const now = values.now === undefined ? Date.now() : Date.parse(values.now);
if (!Number.isFinite(now)) refuse(`--now ${values.now} is no date`);

const compiled = compileProfile(profile);
let leads: unknown[] = [];
try {
  leads = leadValues(read(values.leads));
} catch (cause) {
  refuse(`${values.leads}: ${cause instanceof Error ? cause.message : String(cause)}`);
}
if (values.against !== undefined) {
  const perWeek = Number(values.week);
  if (!(perWeek > 0)) refuse(`--week ${values.week} is no number of leads`);
  const readings = leads.map(readLead);
  const inputs = readings.flatMap((one) => (one.ok ? [one.input] : []));
  readings.forEach((one, at) => {
    if (!one.ok) console.error(`lead ${at}: ${one.error}`);
  });
  const result = simulate(profile, profileOf(values.against), inputs, now, perWeek);
  if (values.json) console.log(JSON.stringify(result));
  else {
    const moves = Object.entries(result.moves).map(([from, to]) => [from, ...Object.values(to).map(String)]);
    console.log(table(['From', 'to A', 'B', 'C', 'D', '?'], moves));
    const { before, after } = result.weeks;
    console.log(
      `${result.up.length} rise, ${result.down.length} fall; A is ${before.toFixed(1)} weeks of work now, ${after.toFixed(1)} then.`,
    );
  }
  process.exit(inputs.length < leads.length ? 1 : 0);
}
const rows: string[][] = [];
let errors = 0;
leads.forEach((value, at) => {
  const lead = readLead(value);
  if (!lead.ok) {
    errors++;
    if (values.json) process.stdout.write(`${JSON.stringify({ lead: at, error: lead.error })}\n`);
    else console.error(`lead ${at}: ${lead.error}`);
    return;
  }
  const explained = explain(compiled, lead.input, now);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(scoreLine(explained))}\n`);
    return;
  }
  const [way] = explained.next?.ways ?? [];
  const missing = explained.unknown[0]?.field;
  rows.push([
    explained.id,
    `${explained.tier} prospect`,
    String(explained.fit),
    String(explained.engagement),
    `${explained.known} of ${explained.asked} facts known`,
    explained.gates.join(', '),
    way ? `+${Math.round(way.gain)}: ${way.steps.map(({ rule }) => rule).join(' and ')}` : '',
    missing ?? '',
  ]);
});
if (!values.json)
  console.log(table(['Lead', 'Tier', 'Fit', 'Engagement', 'Known', 'Gate', 'To the next tier', 'Find next'], rows));
if (errors > 0) process.exitCode = 1;
