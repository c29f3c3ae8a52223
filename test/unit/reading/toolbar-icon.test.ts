import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { iconState } from '../../../lib/reading/toolbar-icon.ts';

it.each([
  [0, 0, 'nothing'],
  [1, 1, 'new'],
  [5, 1, 'new'],
  [5, 4, 'several'],
  [5, 0, 'yours'],
] as const)('%i drafts of which %i are not yours: %s', (drafts, notYours, state) => {
  expect(iconState(drafts, notYours)).toBe(state);
  for (const size of [16, 32]) expect(existsSync(`public/icon/state/${state}-${size}.png`)).toBe(true);
});
