import fc from 'fast-check';
import { assemble } from '../../../lib/capture/assemble.ts';
import { takeSnapshot } from '../../../lib/capture/page/snapshot.ts';
import { pageSnapshot } from '../../../lib/domain/schema/snapshot.ts';
import { textsOf } from '../material.ts';
import { subject } from '../subject.ts';
import { changed, words } from '../words.ts';

const tags =
  'div p span a b li ul table tr td th h1 h2 h3 address section article footer header nav form input script style template iframe svg dl dt dd blockquote pre img time meta label select option details summary custom-element'.split(
    ' ',
  );
const names =
  'class id href itemprop itemscope itemtype itemref typeof property vocab rel title alt content datetime lang dir hidden style name value aria-label role data-email src'.split(
    ' ',
  );
const values = fc.oneof(
  words,
  fc.constantFrom(
    'h-card',
    'vcard',
    'p-name fn',
    'u-email',
    'team-member',
    'https://schema.org/Person',
    'https://schema.org/Organization',
    'name',
    'telephone',
    'email',
    'javascript:alert(1)',
    'mailto:a@b.example?subject=x',
    'tel:+4971112345',
    'display:none',
    'data:text/html,x',
    '//x.example',
    'ar',
    'rtl',
  ),
);
const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.constantFrom('<!--', '-->', '<![CDATA[', '</div>', '</body>', '&#0;', '<br>'),
    fc
      .record({
        tag: fc.constantFrom(...tags),
        attributes: fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 4 }),
        inside: fc.array(tie('node'), { maxLength: 6 }),
      })
      .map(
        ({ tag, attributes, inside }) =>
          `<${tag}${attributes.map(([name, value]) => ` ${name}="${quoted(value)}"`).join('')}>${inside.join('')}</${tag}>`,
      ),
  ),
}));

const linked = fc
  .json({ maxDepth: 5 })
  .map((json) => `<script type="application/ld+json">{"@context":"https://schema.org","@graph":${json}}</script>`);
const made = fc
  .array(fc.oneof({ weight: 9, arbitrary: node }, { weight: 1, arbitrary: linked }), { maxLength: 25 })
  .map((parts) => parts.join('\n'));

/** Reads markup as a page is read. Throws where reading changes it or answers what the receiving side would not take. */
async function readMarkup(markup: string): Promise<void> {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const before = page.documentElement.outerHTML;
  const { snapshot } = await takeSnapshot(page, 'https://fuzzed.example/team');
  if (page.documentElement.outerHTML !== before) throw new Error('reading changed the page');
  const told = pageSnapshot.parse(JSON.parse(JSON.stringify(snapshot)));
  const { people, companies } = assemble([told], { now: 0 });
  for (const { fields } of [...people, ...companies])
    for (const { value } of fields.links)
      if (!/^https?:/i.test(value)) throw new Error(`a link that could do something: ${value.slice(0, 60)}`);
}

const snapshotText = fc
  .record({
    blocks: fc.array(fc.record({ p: fc.integer({ min: -3, max: 60 }), t: fc.constantFrom(...tags) }), {
      maxLength: 60,
    }),
    lines: fc.array(fc.record({ b: fc.integer({ min: -2, max: 70 }), s: words }), { maxLength: 80 }),
    title: words,
    url: fc.constantFrom(
      'https://www.linkedin.com/in/x',
      'https://www.europages.co.uk/a/b.html',
      'https://example.com',
      'javascript:1',
      'https://www.qcc.com/firm/x.html',
    ),
  })
  .map(({ blocks, lines, title, url }) => ({
    url,
    meta: { title },
    outline: { blocks, lines },
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  }));

/** What comes from a page may come from anybody: it is taken as the schema has it, or not at all. */
function readSnapshot(told: unknown): void {
  const parsed = pageSnapshot.safeParse(told);
  if (parsed.success) assemble([parsed.data], { now: 0 });
}

export const pages = [
  subject('pages made up', 250, made, readMarkup),
  subject('pages of others, changed', 60, changed(textsOf(/\.html?$/i), 15_000), readMarkup),
  subject('what a page script might answer', 240, snapshotText, readSnapshot),
];
