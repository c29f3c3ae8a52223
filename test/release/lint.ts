import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildName, builds } from './builds.ts';

/** What the linter warns of and may stay, with the reason as reviewers get it. */
const known: { code: string; file: RegExp; why: string }[] = [
  {
    code: 'DANGEROUS_EVAL',
    file: /^(?:background\.js|chunks\/[\w-]+\.js|assets\/\w+\.worker-[\w-]+\.js)$/,
    why: 'zod and a charts library try whether code can be made from text, in places that are never reached: zod is told not to (lib/domain/schema/zod-without-eval.ts), and the policy forbids it',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\//,
    why: 'innerHTML within React itself; the policy lets no text become markup (require-trusted-types-for)',
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    why: 'it is no add-on for Android: there is no side bar',
  },
];

/** The reasons as lines for whoever reviews the package. */
export const linterReasons = (): string => known.map(({ code, why }) => `- \`${code}\`: ${why}.`).join('\n');

type Finding = { code: string; file?: string; line?: number; message: string };
type Report = { errors: Finding[]; warnings: Finding[]; notices: Finding[] };

const tools = join(import.meta.dirname, 'linter');
const program = join(tools, 'node_modules/addons-linter/bin/addons-linter');

/**
 * Mozilla's own linter over a build, in the version of its lockfile; it is installed when first used, so that nobody else
 * has to. In: the build. Out: what it finds beside the known warnings, in words.
 */
export function lint(name: BuildName): string[] {
  if (!existsSync(program)) {
    console.log('Installing addons-linter …');
    const installed = spawnSync('npm', ['ci', '--loglevel=error', '--no-fund', '--no-audit'], {
      cwd: tools,
      stdio: 'inherit',
    });
    if (installed.status !== 0) return ['addons-linter could not be installed; --no-lint leaves it out'];
  }
  const folder = builds.find((build) => build.name === name)?.folder ?? '';
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--output', 'json', folder], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  const report = parse(stdout);
  if (!report) return [`addons-linter did not answer: ${stderr.slice(-400)}`];
  const { errors, warnings, notices } = report;
  const isKnown = ({ code, file = '' }: Finding) => known.some((one) => one.code === code && one.file.test(file));
  const problems = [...errors, ...[...warnings, ...notices].filter((finding) => !isKnown(finding))];
  const told = known.filter(({ code }) => warnings.some((finding) => finding.code === code));
  console.log(`\naddons-linter over ${name}: ${errors.length} errors, ${warnings.length} warnings`);
  for (const { code, why } of told) console.log(`  ${code}: ${why}`);
  return problems.map(({ code, file = '', line = 0, message }) => `${name}: ${code} in ${file}:${line}: ${message}`);
}

function parse(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}
