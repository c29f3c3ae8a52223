import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const results = resolve(root, 'test-results');
const unitReport = resolve(results, 'unit.json');
const e2eReport = resolve(results, 'e2e.json');
const mailReport = resolve(results, 'mail.json');

/** `failures` names what failed and why, in a line each: what a reader of the last lines needs to know. */
type Count = { passed: number; failed: number; leftOut: string[]; failures: string[] };
type Step = { name: string; command: string[]; count?(output: string, status: number): Count };

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const noReport: Count = { passed: 0, failed: 1, leftOut: [], failures: ['the runner wrote no report'] };

/** An error's first line, without the terminal's colours. */
const firstLine = (message: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  message.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n', 1)[0] ?? '';

/** Lines of a runner of our own that begin with "FAIL". */
const failLines = (output: string): string[] =>
  [...output.matchAll(/^(?:FAIL|not ok)\b[\s\d-]*(.+)$/gm)].map(([, what = '']) => what);

type UnitReport = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};
function countUnit(): Count {
  const report = readJson(unitReport) as UnitReport | undefined;
  if (!report) return noReport;
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending')
      .map(({ fullName }) => fullName),
  );
  // A file that does not even load has no failed test in it.
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) return message ? [`${name}: ${firstLine(message)}`] : [];
    return tests.map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0] ?? '')}`);
  });
  return { passed: report.numPassedTests, failed, leftOut: skipped, failures };
}

type Suite = {
  suites?: Suite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: {
      status: string;
      annotations: { type: string; description?: string }[];
      results: { error?: { message?: string; stack?: string } }[];
    }[];
  }[];
};
function countE2e(file: string): Count {
  const report = readJson(file) as
    | {
        stats: { expected: number; unexpected: number; flaky: number };
        suites: Suite[];
        errors: { message?: string }[];
      }
    | undefined;
  if (!report) return noReport;
  const skipped = (suite: Suite): string[] => [
    ...(suite.suites ?? []).flatMap(skipped),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(
          ({ annotations }) =>
            `${title} (${annotations.find(({ type }) => type === 'skip')?.description ?? 'skipped'})`,
        ),
    ),
  ];
  const broken = (suite: Suite): string[] => [
    ...(suite.suites ?? []).flatMap(broken),
    ...(suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => {
          const error = results.find(({ error }) => error)?.error;
          // Where in the test it was: the first line of the stack that lies in a spec.
          const at = /[\w.-]+\.ts:\d+/.exec(error?.stack ?? '')?.[0] ?? '';
          return `${file}:${line} ${title}: ${firstLine(error?.message ?? 'no error was kept')} (${at})`;
        }),
    ),
  ];
  const { expected, unexpected, flaky } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    leftOut: report.suites.flatMap(skipped),
    failures: [...report.suites.flatMap(broken), ...report.errors.map(({ message }) => firstLine(message ?? ''))],
  };
}

/** What is driven by Firefox's own protocol; left out as a whole where there is no Firefox. */
function countFirefox(output: string): Count {
  const [, passed = '0', failed = '0'] = /^Firefox: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const leftOut = [...output.matchAll(/^Left out: (.+)$/gm)].map(([, what = '']) => what);
  return { passed: Number(passed), failed: Number(failed), leftOut, failures: failLines(output) };
}

/** Mail in real webmails: Playwright's tests, then those in Firefox and Thunderbird, then what this machine has no servers for. */
function countMail(output: string): Count {
  const count = countE2e(mailReport);
  const [, passed = '0', failed = '0'] = /^Firefox mail: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const inThunderbird = /^Thunderbird mail: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const absent = [...output.matchAll(/^Left out: (.+)$/gm)].map(([, what = '']) => what);
  return {
    passed: count.passed + Number(passed) + Number(inThunderbird[1] ?? 0),
    failed: count.failed + Number(failed) + Number(inThunderbird[2] ?? 0),
    leftOut: [...absent, ...(absent.length > 0 ? [] : count.leftOut)],
    failures: [...count.failures, ...failLines(output)],
  };
}

/** Node's own test runner, for what needs sheet programs and address books. */
function countExchange(output: string, status: number): Count {
  const [, passed = '0', failed = '0'] = /^Exchange: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  const leftOut = [...output.matchAll(/^Left out: (.+)$/gm)].map(([, what = '']) => what);
  return {
    passed: Number(passed),
    failed: Math.max(Number(failed), status === 0 ? 0 : 1),
    leftOut,
    failures: failLines(output),
  };
}

/** The builds beside each other. */
function countBuilds(output: string, status: number): Count {
  const [passed = 0, failed = 0] = ['pass', 'fail'].map((what) =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0),
  );
  return { passed, failed: Math.max(failed, status === 0 ? 0 : 1), leftOut: [], failures: failLines(output) };
}

/** A kind of operation is one test: nothing acknowledged was lost, nothing was half done. */
function countKills(output: string, status: number): Count {
  const [, passed = '0', failed = '0'] = /^Kill: (\d+) passed, (\d+) failed/m.exec(output) ?? [];
  return {
    passed: Number(passed),
    failed: Math.max(Number(failed), status === 0 ? 0 : 1),
    leftOut: [],
    failures: failLines(output),
  };
}

const steps: Step[] = [
  { name: 'types prepared', command: ['wxt', 'prepare'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '--diagnostic-level=warn', '.'] },
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'build for Edge', command: ['wxt', 'build', '-b', 'edge'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  { name: 'build for Thunderbird', command: ['wxt', 'build', '-b', 'firefox', '--mode', 'thunderbird'] },
  {
    name: 'what differs between the builds',
    command: ['node', '--test', '--test-reporter=tap', 'test/release/builds.test.ts'],
    count: countBuilds,
  },
  {
    name: 'tests in the browser',
    command: ['playwright', 'test', '-c', 'test/e2e/playwright.config.ts'],
    count: () => countE2e(e2eReport),
  },
  {
    name: 'the browser killed at random moments',
    command: ['node', 'test/kill/run.ts', '--rounds', '20'],
    count: countKills,
  },
  {
    name: 'files in sheet programs and address books',
    command: ['node', 'test/exchange/run.ts'],
    count: countExchange,
  },
  { name: 'mail in real webmails', command: ['node', 'test/mail/run.ts'], count: countMail },
  { name: 'Firefox, end to end', command: ['node', 'test/firefox/run.ts'], count: countFirefox },
];

/** Runs a step with its output shown as it comes. Out: its exit status and what it printed. */
function run([program = '', ...args]: string[]): Promise<{ status: number; output: string }> {
  return new Promise((done, fail) => {
    // CI=1: a missing expected file is a failure, not something to write.
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, CI: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      process.stdout.write(data);
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status: status ?? 1, output }));
  });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const summary: string[] = [];
const total: Count = { passed: 0, failed: 0, leftOut: [], failures: [] };
for (const { name, command, count } of steps) {
  console.log(`\n▸ ${name}`);
  const started = Date.now();
  const { status, output } = await run(command);
  const simple = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, leftOut: [], failures: [] };
  const counted = count?.(output, status) ?? simple;
  // A runner that fails without a failed test (a crash, an error between tests) is a failure all the same.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.leftOut.push(...counted.leftOut);
  total.failures.push(...counted.failures.map((what) => `${name}: ${what}`));
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(
    `${counted.failed > 0 ? 'FAIL' : 'ok  '}  ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`,
  );
}
console.log(`\n${summary.join('\n')}`);
if (total.leftOut.length > 0) console.log(`Left out:\n${total.leftOut.map((what) => `  - ${what}`).join('\n')}`);
else console.log('Nothing was left out.');
// Last, so that the end of the output alone tells what is broken.
if (total.failures.length > 0) console.log(`Failed:\n${total.failures.map((what) => `  - ${what}`).join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
