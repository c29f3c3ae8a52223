import { expect, test } from 'vitest';
import { sections } from '../../../../components/workspace/sections.ts';

test('each page has a letter and an address of its own', () => {
  const letters = sections.map(({ letter }) => letter);
  expect(new Set(letters).size).toBe(letters.length);
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  // G itself begins the way, and numbers lead to the first nine pages.
  for (const letter of letters) expect(letter).toMatch(/^[a-fh-z]$/);
});

test('pages of one group stand together, as they are shown', () => {
  const groups = sections.map(({ group }) => group);
  const starts = groups.filter((group, at) => group !== groups[at - 1]);
  expect(starts).toEqual([...new Set(groups)]);
});
