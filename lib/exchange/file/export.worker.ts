import { openBook } from '../../storage/book.ts';
import type { ExportAnswer, ExportQuestion, ScoreSaid } from './export-types.ts';
import { writeExport } from './write-export.ts';

const tell = (answer: ExportAnswer) => self.postMessage(answer);

let said: ((words: ScoreSaid) => void) | undefined;

self.onmessage = async ({ data }: MessageEvent<ExportQuestion>) => {
  if ('said' in data) return said?.(data.said);
  try {
    const { file, count, remember } = await writeExport(await openBook(), data.job, Date.now(), {
      say(sayings) {
        const { promise, resolve } = Promise.withResolvers<ScoreSaid>();
        said = resolve;
        tell({ say: sayings });
        return promise;
      },
      onStep: (step) => tell({ step }),
    });
    tell({ file, count });
    await remember();
    tell({ remembered: true });
  } catch (cause) {
    tell({ error: cause instanceof Error ? cause.message : String(cause) });
  }
};
