import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

const root = resolve(import.meta.dirname, '../..');
const said = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);
/** What is the same in every language. */
const everywhere = /^(?:Leadlight|info@|https?:\/\/.*)$/;

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Texts that a reader would see in one language only. In: source with JSX. */
function wordsIn(source: string): string[] {
  const found: string[] = [];
  const take = (text: unknown) => {
    if (typeof text !== 'string' || everywhere.test(text.trim())) return;
    if (/\p{L}{2}/u.test(text)) found.push(text.trim());
  };
  const takeShown = (value: unknown): void => {
    if (!isNode(value)) return;
    if (value.type === 'Literal') take(value.value);
    if (value.type === 'JSXExpressionContainer') takeShown(value.expression);
    if (value.type === 'TemplateLiteral')
      for (const quasi of value.quasis as { value: { raw: string } }[]) take(quasi.value.raw);
    if (value.type === 'LogicalExpression') takeShown(value.right);
    if (value.type === 'ConditionalExpression') {
      takeShown(value.consequent);
      takeShown(value.alternate);
    }
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    if (!isNode(value)) return;
    if (value.type === 'JSXText') take(value.value);
    if (value.type === 'JSXElement' || value.type === 'JSXFragment') (value.children as unknown[]).forEach(takeShown);
    if (value.type === 'JSXAttribute') {
      const { name } = value.name as { name: unknown };
      if (typeof name === 'string' && said.has(name)) takeShown(value.value);
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'parent') walk(inner);
  };
  walk(parseAst(source, { lang: 'tsx' }));
  return found;
}

describe('what is seen on screen', () => {
  it('is found where it stands in one language only', () => {
    const source =
      '<p title="Hello" className="two words">Text {n} {on ? "yes" : `no`} {i18n.t("a.b")} <b aria-label={"Said"} /> · 1</p>';
    expect(wordsIn(source).toSorted()).toEqual(['Hello', 'Said', 'Text', 'no', 'yes']);
  });

  it('comes from the locales', () => {
    const found = ['components', 'entrypoints'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tsx'))
        .flatMap((name) =>
          wordsIn(readFileSync(join(root, folder, name), 'utf8')).map((text) => `${folder}/${name}: ${text}`),
        ),
    );
    expect(found).toEqual([]);
  });
});
