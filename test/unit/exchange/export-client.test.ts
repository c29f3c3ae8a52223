import { afterEach, expect, it, vi } from 'vitest';
import { runExport } from '../../../lib/exchange/file/export-client.ts';
import type { ExportAnswer, ExportJob, ExportQuestion } from '../../../lib/exchange/file/export-types.ts';

const asked: ExportQuestion[] = [];
let stopped = 0;
let answer: (answer: ExportAnswer) => void;
class FakeWorker {
  onmessage: ((event: { data: ExportAnswer }) => void) | undefined;
  onerror: unknown;
  constructor() {
    answer = (data) => this.onmessage?.({ data });
  }
  postMessage(question: ExportQuestion) {
    asked.push(question);
  }
  terminate() {
    stopped += 1;
  }
}
vi.stubGlobal('Worker', FakeWorker);
afterEach(() => {
  asked.length = 0;
  stopped = 0;
});

const none = () => undefined;
const job = { format: 'csv' } as ExportJob;
const say = () => ({ reasons: ['+5 Size'], gates: [] });

it('asks for words, tells how far it is, gives the file and ends its worker', async () => {
  const steps: unknown[] = [];
  const files: Blob[] = [];
  const done = runExport(
    job,
    say,
    (file) => files.push(file),
    (step) => steps.push(step),
  );
  answer({ say: { reasons: [{ rule: 'a', name: 'Size', points: 5 }], gates: [] } });
  answer({ step: { done: 1, total: 2 } });
  answer({ file: new Blob(['x']), count: 1 });
  expect(files).toHaveLength(1);
  expect(stopped).toBe(0);
  answer({ remembered: true });
  expect(await done).toBe(1);
  expect(asked).toEqual([{ job }, { said: { reasons: ['+5 Size'], gates: [] } }]);
  expect(steps).toEqual([{ done: 1, total: 2 }]);
  expect(stopped).toBe(1);
});

it('ends its worker when it is called off, and when it fails', async () => {
  const controller = new AbortController();
  const done = runExport(job, say, none, undefined, controller.signal);
  controller.abort();
  await expect(done).rejects.toThrow(/abort/i);
  expect(stopped).toBe(1);
  const failing = runExport(job, say, none);
  answer({ error: 'the book is gone' });
  await expect(failing).rejects.toThrow('the book is gone');
  expect(stopped).toBe(2);
});
