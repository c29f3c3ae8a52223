import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { rollLog } from '../../../lib/storage/roll-log.ts';

function memory() {
  const kept: Record<string, unknown> = {};
  return {
    kept,
    get: vi.fn(async () => ({ ...kept })),
    set: vi.fn(async (items: Record<string, unknown>) => void Object.assign(kept, items)),
  };
}

test('a new log is begun once in a life of the browser, whoever asks at the same time', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const life = memory();
  await Promise.all([rollLog(life), rollLog(life)]);
  await rollLog(life);
  expect(life.set).toHaveBeenCalledTimes(1);
  // More than the 4 MiB after which Chromium begins a new one, none of it so long that it would lie in a file of its own.
  const lengths = put.mock.calls.map(([value]) => String(value).length);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(4 * 1024 * 1024);
  expect(Math.max(...lengths)).toBeLessThan(64 * 1024);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('log-filler');
});

test('where nothing remembers a life, or the write fails, the book opens all the same', async () => {
  await rollLog(undefined);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('log-filler');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const life = memory();
  life.get.mockRejectedValueOnce(new Error('no memory'));
  await rollLog(life);
  expect(warn).toHaveBeenCalled();
  expect(life.kept).toEqual({});
});
