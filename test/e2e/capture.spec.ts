import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { captureLine } from '../../lib/exchange/capture-line.ts';
import { sitesFolder } from '../practice/serve.ts';
import { expect, extension, test } from './harness.ts';

type Line = ReturnType<typeof captureLine>;
type Truth = {
  people: { name: string; jobTitle?: string; company?: string; emails?: string[]; phones?: string[] }[];
  companies: {
    name: string;
    emails?: string[];
    phones?: string[];
    /** Those of `phones` that are read as fax numbers. */
    faxes?: string[];
    registerNumber?: string;
    vatId?: string;
    stand?: string;
    domain?: string;
  }[];
  /** Right when offered, and right when not. */
  optionalPeople?: string[];
  optionalCompanies?: string[];
};

const root = resolve(import.meta.dirname, '../..');
const expected = JSON.parse(readFileSync(join(root, 'test/practice/expected.json'), 'utf8')) as Record<string, Truth>;

function capture(names: string[], ...options: string[]) {
  const command = ['test/capture/run.ts', '--json', ...options, ...names];
  const { stdout, stderr, status } = spawnSync(join(root, 'node_modules/.bin/node'), command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LEADLIGHT_EXTENSION: extension },
  });
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line | { input: string; error: string });
  return { lines, stderr, status };
}

const numbers = (phones: { e164?: string | undefined; text: string }[]) =>
  phones.map((phone) => phone.e164 ?? phone.text).toSorted();
const get = (object: object, key: string): unknown => Reflect.get(object, key);

/** What was read, cut down to what the truth says of each, so that both can be laid side by side. */
function side(line: Line, truth: Truth) {
  const people = line.people
    .filter(({ name }) => !truth.optionalPeople?.includes(name))
    .map((person) => {
      const wanted = truth.people.find(({ name }) => name === person.name);
      return {
        name: person.name,
        ...(wanted?.jobTitle !== undefined && { jobTitle: get(person, 'jobTitle') }),
        ...(wanted?.company !== undefined && { company: get(person, 'company') }),
        ...(wanted?.emails && { emails: person.emails.toSorted() }),
        ...(wanted?.phones && { phones: numbers(person.phones) }),
      };
    });
  const companies = line.companies
    .filter(({ name }) => !truth.optionalCompanies?.includes(name))
    .map((company) => {
      const wanted = truth.companies.find(({ name }) => name === company.name);
      return {
        name: company.name,
        ...(wanted?.emails && { emails: company.emails.toSorted() }),
        ...(wanted?.phones && { phones: numbers(company.phones) }),
        ...(wanted?.faxes && { faxes: numbers(company.phones.filter((phone) => phone.kind === 'fax')) }),
        ...Object.fromEntries(
          ['registerNumber', 'vatId', 'stand', 'domain'].flatMap((key) =>
            wanted && key in wanted ? [[key, get(company, key)]] : [],
          ),
        ),
      };
    });
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  return { people: people.toSorted(byName), companies: companies.toSorted(byName) };
}

const sorted = ({ people, companies }: Truth) => {
  const lists = <T extends { emails?: string[]; phones?: string[]; name: string }>(items: T[]) =>
    items
      .map((item) => ({
        ...item,
        ...(item.emails && { emails: item.emails.toSorted() }),
        ...(item.phones && { phones: item.phones.toSorted() }),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { people: lists(people), companies: lists(companies) };
};

test('the command line reads exactly the people and companies of the practice web', () => {
  const names = Object.keys(expected);
  const { lines } = capture(names.map((name) => join(sitesFolder, name)));
  expect(lines.map(({ input }) => input)).toEqual(names.map((name) => join(sitesFolder, name)));
  for (const [index, name] of names.entries()) {
    const line = lines[index];
    const truth = expected[name];
    if (!line || !truth || 'error' in line) throw new Error(`${name}: ${JSON.stringify(line)}`);
    expect.soft(side(line, truth), name).toEqual(sorted(truth));
  }
});

test('what cannot be read is an error line, and the run goes on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-inputs-'));
  const mail = join(folder, 'offer.eml');
  const text = join(folder, 'note.txt');
  const away = join(folder, 'away.html');
  writeFileSync(
    mail,
    'From: Jane Roe <jane.roe@harbour-tools.example>\r\nTo: me@firm.example\r\nSubject: Offer\r\nMessage-ID: <1@x.example>\r\n\r\nHello,\r\n\r\nhere it is.\r\n\r\nBest regards\r\nJane Roe\r\nHead of Sales\r\nHarbour Tools Ltd\r\nPhone +44 161 496 0123\r\n',
  );
  writeFileSync(text, 'Jane Roe\nHead of Sales\nHarbour Tools Ltd\njane.roe@harbour-tools.example\n');
  writeFileSync(
    away,
    '<title>Away</title><p>Mary Major, mary.major@harbour-tools.example</p><script>location.href = "https://elsewhere.invalid/"; window.open("https://elsewhere.invalid/"); alert(1)</script>',
  );
  const { lines } = capture([mail, join(folder, 'missing.html'), text, join(folder, 'photo.png'), away]);
  rmSync(folder, { recursive: true, force: true });
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatchObject({ mail: { from: { name: 'Jane Roe', address: 'jane.roe@harbour-tools.example' } } });
  expect(lines[1]).toHaveProperty('error');
  expect(lines[2]).toMatchObject({ people: [{ name: 'Jane Roe', emails: ['jane.roe@harbour-tools.example'] }] });
  expect(lines[3]).toHaveProperty('error');
  expect(lines[4]).toMatchObject({ url: 'https://saved.invalid/away.html' });
  expect(JSON.stringify(lines[4])).toContain('mary.major@harbour-tools.example');
});
