import { captureLine } from '../../lib/exchange/capture-line.ts';
import type { Input } from './inputs.ts';
import type { CaptureReader } from './reader.ts';

/** What is printed for one input. */
export type Line = ReturnType<typeof captureLine> | { input: string; error: string };

/** An input by name; `open` may throw, which becomes its line. */
export type Entry = { name: string; open: () => Input };

async function lineOf(reader: CaptureReader, { name, open }: Entry, lane: number): Promise<Line> {
  try {
    const outcome = await reader.read(open(), lane);
    if (outcome.ok) return captureLine(name, outcome.reading);
    return { input: name, error: outcome.detail === '' ? outcome.refusal : `${outcome.refusal}: ${outcome.detail}` };
  } catch (cause) {
    return { input: name, error: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause) };
  }
}

/**
 * Reads inputs, so many at a time as there are lanes. `onLine` gets a line for each in their order, as soon as it and
 * all before it are there. What can't be read gives a line with the reason; nothing is thrown.
 */
export async function readAll(
  reader: CaptureReader,
  entries: readonly Entry[],
  lanes: number,
  onLine: (line: Line) => void,
): Promise<void> {
  const waiting = new Map<number, Line>();
  const queue = entries.entries();
  let printed = 0;
  const work = async (lane: number) => {
    for (const [index, entry] of queue) {
      waiting.set(index, await lineOf(reader, entry, lane));
      for (let line = waiting.get(printed); line; line = waiting.get(printed)) {
        waiting.delete(printed++);
        onLine(line);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, entries.length) }, (_, lane) => work(lane)));
}
