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
/** Every language that there is; English is the one that the others are held against. */
const languages = readdirSync(join(root, 'lib/locales')).flatMap((name) => /^(\w+)\.yml$/.exec(name)?.[1] ?? []);
const all = new Map(await Promise.all(languages.map(async (name) => [name, await messagesOf(name)] as const)));
type Messages = Awaited<ReturnType<typeof messagesOf>>;
const en: Messages = all.get('en') ?? new Map();
const others = [...all].filter(([name]) => name !== 'en');

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

/** What tells the promise from other sentences; words that are the same in English, by language. */
const promised: Record<string, string> = { en: 'Nothing leaves', zh_CN: '离开本机', de: 'Nichts verlässt' };
const alike: Record<string, ReadonlySet<string>> = {
  de: new Set([
    '$1 + $2 × $3 = $4.',
    '$1 in $2',
    '$1: $2 ($3).',
    '$2: $1 in $3',
    '$2: 1 in $3',
    '1 $1 in $2',
    'ABC',
    'AUC',
    'BG/NBD',
    'Chat',
    'Daniel Osei',
    'Domain',
    'Export',
    'Fax',
    'Filter',
    'Gamma-Gamma',
    'HubSpot, Anna, …',
    'IT',
    'Import',
    'Lead',
    'Leads',
    'Link',
    'MBG/NBD',
    'Mail',
    'Marketing',
    'Name',
    'PIN',
    'Passphrase',
    'Person',
    'Pivot',
    'Priya Raman',
    'QuickBooks',
    'RFM',
    'Region',
    'Register',
    'Segment',
    'Shopify',
    'Stand',
    'Status',
    'Stripe',
    'Text',
    'WeChat',
    'Web',
    'Website',
    'WooCommerce',
    'in $1',
    'leads',
    'team',
  ]),
};

describe('the words of the interface', () => {
  it('are there in every language, none more', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'zh_CN']));
    for (const [language, messages] of others)
      expect([...messages.keys()].toSorted(), language).toEqual([...en.keys()].toSorted());
  });

  it('have the same places to fill, and for many the same as English has for many', () => {
    const filled = (messages: Messages) =>
      Object.fromEntries([...messages].map(([key, message]) => [key, placeholders(textsOf(message))]));
    const filledForMany = (messages: Messages) =>
      Object.fromEntries([...messages].map(([key, message]) => [key, placeholders(textsOf(message).slice(-1))]));
    for (const [language, messages] of others) {
      expect(filled(messages), language).toEqual(filled(en));
      expect(filledForMany(messages), language).toEqual(filledForMany(en));
    }
  });

  it('have forms for one and for many where they count; Chinese, which has no such forms, may leave them', () => {
    const formsOf = (messages: Messages) =>
      new Map(
        [...messages].flatMap(([key, message]) =>
          'plurals' in message ? [[key, Object.keys(message.plurals).toSorted().join()] as const] : [],
        ),
      );
    const counting = formsOf(en);
    for (const [language, messages] of all) {
      const forms = formsOf(messages);
      expect(
        [...forms].filter(([key, has]) => !/^(?:0,)?1,n$/.test(has) || !counting.has(key)),
        language,
      ).toEqual([]);
      if (language !== 'zh_CN') expect([...forms.keys()].toSorted(), language).toEqual([...counting.keys()].toSorted());
    }
  });

  it('count in forms for one and for many what a book may have just one of', () => {
    const counted =
      /\$\d (?:new |refused )?(?:people|companies|customers|orders|rows|records|pages|invoices|points|tasks|leads)\b/;
    const places = /^(?:exchange|score|privacy|value|icp\.backtest)\./;
    // Decimals, and figures that are only told of many.
    const ofMany = new Set(['for80', 'giniHhi', 'expects', 'penalised', 'interval', 'pivotSays', 'wallet.head']);
    const isOfMany = (key: string) => ofMany.has(key.replace(/^value\./, ''));
    const progress = /\$1 of \$2 records/;
    const found = [...en].filter(
      ([key, message]) =>
        !('plurals' in message) &&
        places.test(key) &&
        !isOfMany(key) &&
        textsOf(message).some((text) => counted.test(text) && !progress.test(text)),
    );
    expect(found.map(([key]) => key)).toEqual([]);
  });

  it('have keys and places that Chromium takes: with any other it loads no extension at all', () => {
    expect([...en.keys()].filter((key) => !/^\w+(?:\.\w+)*$/.test(key))).toEqual([]);
    // `$1$` is a name there, which nobody gave.
    for (const [language, messages] of all)
      expect(
        [...messages].filter(([, message]) => textsOf(message).some((text) => /\$\w+\$/.test(text))),
        language,
      ).toEqual([]);
  });

  it('have no text left out, and none in English where another language is meant', () => {
    const same =
      /^[\s\d$·:：,，、。%+–—−×=→?？/()（）-]*$|^(?:\$\d [kMG]B|JSON Lines|Excel|CSV|UTF-\d+|QQ|WhatsApp|Leadlight.*|zh-CN|ltr)$/;
    for (const [language, messages] of others) {
      const texts = [...messages].flatMap(([key, message]) =>
        textsOf(message).map((text) => [key, text.trim()] as const),
      );
      expect(
        texts.filter(([, text]) => text === ''),
        language,
      ).toEqual([]);
      const isForeign = ([key, text]: readonly [string, string]) =>
        language === 'zh_CN'
          ? !/\p{Script=Han}/u.test(text)
          : textsOf(en.get(key) ?? {}).includes(text) && !(alike[language] ?? new Set()).has(text);
      expect(
        texts.filter((one) => isForeign(one) && !same.test(one[1])),
        language,
      ).toEqual([]);
    }
  });

  it('speak to the reader in one form in German', () => {
    const familiar = [...(all.get('de') ?? [])].filter(([, message]) =>
      textsOf(message).some((text) => /\b(?:du|dich|dir|deine?[mnrs]?)\b/i.test(text)),
    );
    expect(familiar.map(([key]) => key)).toEqual([]);
  });

  it('make the promise in the same words everywhere', () => {
    for (const [language, messages] of all) {
      const word = promised[language] ?? '';
      expect(word, language).not.toBe('');
      const textOf = (key: string) => textsOf(messages.get(key) ?? {})[0] ?? '';
      const promise = textOf('settings.promise');
      for (const key of ['extension.description', 'capture.allowSiteHint']) expect(textOf(key)).toContain(promise);
      const elsewhere = [...messages.values()]
        .flatMap(textsOf)
        .filter((text) => text.includes(word) && !text.includes(promise));
      expect(elsewhere).toEqual([]);
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
