import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const messagesOf = async (name: string) =>
  new Map(
    (await parseMessagesFile(join(root, 'lib/locales', `${name}.yml`)))
      .filter((message) => !message.key[0]?.startsWith('@@'))
      .map((message) => [message.key.join('.'), message]),
  );
const [en, zh] = await Promise.all([messagesOf('en'), messagesOf('zh_CN')]);

const sources = ['components', 'entrypoints', 'lib', 'wxt.config.ts'].flatMap((place) => {
  if (place.endsWith('.ts')) return [readFileSync(join(root, place), 'utf8')];
  const names = readdirSync(join(root, place), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(root, place, name), 'utf8'));
});
const source = sources.join('\n');
/** Keys that stand whole in the source, those of the manifest, and what keys that are put together begin with. */
const literal = new Set([...source.matchAll(/['"`]([A-Za-z]+(?:\.\w+)+)['"`]/g)].map(([, key]) => key));
const manifest = new Set([...source.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key.replaceAll('_', '.')));
const calls = [...source.matchAll(/i18n\.t\(\s*'([^']+)'/g)].map(([, key = '']) => key);
const beginnings = [...source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, start = '']) => start);

const placeholders = (texts: string[]) => [...new Set(texts.flatMap((text) => text.match(/\$\d/g) ?? []))].toSorted();
const textsOf = (message: object): string[] =>
  'plurals' in message
    ? Object.values(message.plurals as Record<string, string>)
    : [String(Reflect.get(message, 'message'))];

describe('the words of the interface', () => {
  it('are there in both languages, with the same places to fill', () => {
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    const filled = (messages: typeof en) =>
      Object.fromEntries([...messages].map(([key, message]) => [key, placeholders(textsOf(message))]));
    expect(filled(zh)).toEqual(filled(en));
  });

  it('have keys that Chromium takes: with any other it loads no extension at all', () => {
    expect([...en.keys()].filter((key) => !/^\w+(?:\.\w+)*$/.test(key))).toEqual([]);
  });

  it('have no text left out, and none in English where Chinese is meant', () => {
    const same =
      /^[\s\d$·:：,，、。%+–—−×=→/()（）-]*$|^(?:\$\d [kMG]B|JSON Lines|Excel|CSV|UTF-\d+|QQ|WhatsApp|Leadlight.*|zh-CN|ltr)$/;
    const left = [...zh].flatMap(([key, message]) => textsOf(message).map((text) => [key, text.trim()] as const));
    expect(left.filter(([, text]) => text === '')).toEqual([]);
    const english = left.filter(([, text]) => !/\p{Script=Han}/u.test(text) && !same.test(text));
    expect(english).toEqual([]);
  });

  it('make the promise in the same words everywhere', () => {
    for (const [messages, word] of [
      [en, 'Nothing leaves'],
      [zh, '离开本机'],
    ] as const) {
      const textOf = (key: string) => textsOf(messages.get(key) ?? {})[0] ?? '';
      const promise = textOf('settings.promise');
      for (const key of ['extension.description', 'capture.allowSiteHint']) expect(textOf(key)).toContain(promise);
      const others = [...messages.values()]
        .flatMap(textsOf)
        .filter((text) => text.includes(word) && !text.includes(promise));
      expect(others).toEqual([]);
      // Longer ones the stores refuse.
      expect(textOf('extension.description').length).toBeLessThanOrEqual(132);
    }
    const readme = readFileSync(join(root, 'README.md'), 'utf8').replace(/\s+/g, ' ');
    expect(readme.split('Nothing leaves').length - 1).toBe(
      readme.split(textsOf(en.get('settings.promise') ?? {})[0] ?? '').length - 1,
    );
  });

  it('are each used somewhere, and each one used is there', () => {
    expect(calls.filter((key) => !en.has(key))).toEqual([]);
    const isUsed = (key: string) =>
      literal.has(key) ||
      manifest.has(key) ||
      beginnings.some((start) => start.split('.').length > 2 && key.startsWith(start));
    const oneStep = (key: string) =>
      beginnings.some((start) => key.startsWith(start) && !key.slice(start.length).includes('.'));
    expect([...en.keys()].filter((key) => !isUsed(key) && !oneStep(key))).toEqual([]);
  });
});
