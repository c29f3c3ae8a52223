// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { entryAround, moveFrom, startPicker } from '../../../../lib/capture/page/picker.ts';

afterEach(() => vi.restoreAllMocks());

const find = (selector: string): Element => {
  const el = document.querySelector(selector);
  if (!el) throw new Error(`nothing is ${selector}`);
  return el;
};
const card = (name: string) => `<div class="card"><h3>${name}</h3><p><b>Tel</b> 1</p><p><b>Fax</b> 2</p></div>`;
const three = ['A', 'B', 'C'].map(card).join('');

test.each([
  ['cards side by side', `<div id="list">${three}</div>`, '.card:nth-child(2)'],
  ['cards on shelves', `<div class="shelf">${three}</div><div class="shelf">${three}</div>`, '.card:nth-child(2)'],
  [
    'rows of a table',
    '<table><tr><td>A</td><td>1</td></tr><tr id="x"><td>B</td><td class="in">2</td></tr></table>',
    '#x',
  ],
])('what repeats is the entry: %s', (_, markup, wanted) => {
  document.body.innerHTML = `<main>${markup}</main>`;
  const inside = find(`${wanted} b, ${wanted} .in`);
  expect(entryAround(inside)).toBe(find(wanted));
});

test('arrow keys lead out, in and along, never out of the page', () => {
  document.body.innerHTML = `<main><div id="list">${three}</div></main>`;
  const second = find('.card:nth-child(2)');
  expect(moveFrom(second, 'next')).toBe(find('.card:nth-child(3)'));
  expect(moveFrom(second, 'previous')).toBe(find('.card:nth-child(1)'));
  expect(moveFrom(second, 'child')).toBe(find('.card:nth-child(2) h3'));
  expect(moveFrom(second, 'parent')).toBe(find('#list'));
  expect(moveFrom(find('main'), 'parent')).toBe(find('main'));
  expect(moveFrom(find('main'), 'next')).toBe(find('main'));
});

test('the page hears nothing while one points, and finds nothing of it afterwards', async () => {
  document.body.innerHTML = `<main><a id="link" href="#gone">A</a></main>`;
  Element.prototype.scrollIntoView = () => undefined;
  document.elementFromPoint = () => find('#link');
  const heard: string[] = [];
  const hear = (event: Event) => heard.push(event.type);
  for (const name of ['click', 'mousedown', 'keydown']) document.addEventListener(name, hear, true);
  const before = document.documentElement.outerHTML;
  const { pointed, act } = startPicker(document, { mode: 'field', label: 'Name', hint: '' });
  const host = document.documentElement.lastElementChild;
  expect([host?.childNodes.length, host?.shadowRoot]).toEqual([0, null]);
  for (const name of ['mousedown', 'click'])
    find('#link').dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(heard).toEqual([]);
  expect(location.hash).toBe('');
  act('next');
  act('take');
  expect(await pointed).toEqual({ ok: true, el: find('#link') });
  expect(document.documentElement.outerHTML).toBe(before);
  find('#link').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  expect(heard).toEqual(['mousedown']);
  for (const name of ['click', 'mousedown', 'keydown']) document.removeEventListener(name, hear, true);
});
