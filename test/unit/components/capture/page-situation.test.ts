import { expect, test } from 'vitest';
import { situationOf } from '../../../../components/capture/page-situation.ts';
import type { ActiveTab } from '../../../../components/hooks/use-active-tab.ts';
import { trayPage } from '../../../../lib/domain/schema/tray.ts';
import { item, person } from './make-item.ts';

const url = 'https://firm.example/team';
const tab = (more: Partial<ActiveTab> = {}): ActiveTab => ({
  id: 1,
  url,
  title: '',
  reading: undefined,
  trayKey: url,
  allowed: false,
  ...more,
});
const page = (items = [item(person('p1', {}))]) => trayPage.parse({ url, title: '', readAt: 1, items });
const ready = (shown?: ReturnType<typeof page>) => ({ state: 'ready' as const, page: shown });
const reading = (state: 'reading' | 'read' | 'refused') => ({ state, url, at: 1 });

test.each([
  ['no tab is known yet', undefined, ready(), 'opening'],
  ['drafts of the page in front', tab(), ready(page()), 'drafts'],
  ['the tab left the site, whatever the tray still holds', tab({ url: undefined }), ready(page()), 'left'],
  ['being read for the first time', tab({ reading: reading('reading') }), ready(), 'reading'],
  ['being read again', tab({ reading: reading('reading') }), ready(page()), 'drafts'],
  ['refused', tab({ url: undefined, reading: reading('refused') }), ready(), 'refused'],
  ['read, nobody there', tab({ reading: reading('read') }), ready(page([])), 'nothing'],
  ['may be read', tab(), ready(), 'readable'],
  ['the tray is being asked', tab(), { state: 'loading' as const, page: undefined }, 'opening'],
])('%s', (_what, front, tray, is) => {
  expect(situationOf(front, tray, false).is).toBe(is);
});

test('a page whose site changed says so where nobody is found', () => {
  const changed = { ...page([]), siteChanged: true };
  expect(situationOf(tab(), ready(changed), false)).toEqual({ is: 'nothing', siteChanged: true });
});

test('pasted text is shown whatever is in front', () => {
  expect(situationOf(tab({ url: undefined }), ready(page()), true).is).toBe('drafts');
});
