import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'test/release/store');
const languages = ['en', 'zh_CN'] as const;
const textOf = (language: string, name: string) => readFileSync(join(folder, language, name), 'utf8').trim();

type Manifest = { [key: string]: string[] | undefined };
/** The manifest of a build, as the configuration makes it. */
function manifestOf(browser: string, mode: string): Manifest {
  const make = config.manifest as unknown as (env: object) => Manifest;
  return make({ browser, mode, command: 'build', manifestVersion: 3 });
}
const builds = [
  ['chrome', 'production'],
  ['firefox', 'production'],
  ['firefox', 'thunderbird'],
] as const;
const permissionKeys = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'];
const asked = new Set(
  builds.flatMap(([browser, mode]) => permissionKeys.flatMap((key) => manifestOf(browser, mode)[key] ?? [])),
);
const reasons = JSON.parse(readFileSync(join(folder, 'permissions.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('what the stores are told', () => {
  it('has a reason for every permission of every build, and none for what is not asked for', () => {
    expect(Object.keys(reasons).sort()).toEqual([...asked].sort());
    for (const [permission, texts] of Object.entries(reasons)) {
      expect(Object.keys(texts), permission).toEqual([...languages]);
      // Longer ones the form of the Chrome Web Store does not take.
      for (const text of Object.values(texts)) expect(text.length, permission).toBeLessThanOrEqual(1000);
    }
  });

  it('is there in both languages, within what the forms take', () => {
    const names = readdirSync(join(folder, 'en')).sort();
    for (const language of languages) {
      expect(readdirSync(join(folder, language)).sort()).toEqual(names);
      expect(textOf(language, 'short.txt').length).toBeLessThanOrEqual(132);
      expect(textOf(language, 'long.txt').length).toBeLessThanOrEqual(16_000);
      expect(textOf(language, 'purpose.txt').length).toBeLessThanOrEqual(1000);
    }
  });

  it('says the short description as the manifest does, and the promise in the same words', async () => {
    for (const language of languages) {
      const messages = await parseMessagesFile(join(root, 'lib/locales', `${language}.yml`));
      const wordOf = (wanted: string) => {
        const message = messages.find(({ key }) => key.join('.') === wanted);
        return message && 'message' in message ? message.message : '';
      };
      expect(textOf(language, 'short.txt')).toBe(wordOf('extension.description'));
      for (const name of ['long.txt', 'privacy.md'])
        expect(textOf(language, name)).toContain(wordOf('settings.promise'));
    }
  });
});
