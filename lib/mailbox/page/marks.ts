import type { MailMark, MailPerson } from '../../messaging/protocol.ts';
import type { Wire } from './wire.ts';

/** What a few screens of a list show: more would only fill memory while one scrolls. */
const mostKept = 200;
const batchSize = 200;

export type Marks = {
  /** What was answered of a person; undefined until it is known. */
  of(person: MailPerson): MailMark | undefined;
  /** Asks for those not known yet, in one batch. Out: whether anything new is known, or `off` where chips are no longer wanted. */
  learn(people: MailPerson[], owner: string | undefined): Promise<'new' | 'same' | 'off'>;
  /** What was answered may no longer hold: asked anew, shown until then. */
  stale(): void;
  rows(): boolean;
};

const keyOf = ({ address, where }: MailPerson) => `${where === 'compose' ? 'to' : 'by'} ${address}`;

/** What the background says of each address, kept as long as it holds. In: the wire. */
export function createMarks(wire: Wire): Marks {
  const known = new Map<string, MailMark>();
  const fresh = new Set<string>();
  const asked = new Set<string>();
  let rows = true;
  let settings = false;
  return {
    of: (person) => known.get(keyOf(person)),
    rows: () => rows,
    stale() {
      fresh.clear();
      asked.clear();
      settings = true;
    },
    async learn(people, owner) {
      const open = new Map<string, MailPerson>();
      for (const person of people) {
        const key = keyOf(person);
        if (!fresh.has(key) && !asked.has(key) && open.size < batchSize) open.set(key, person);
      }
      // Where rows are off, or all chips, nobody may be left to ask for: the settings are.
      if (open.size === 0 && !settings) return 'same';
      settings = false;
      for (const key of open.keys()) asked.add(key);
      const ask = () => wire.ask('mail.lookup', { people: [...open.values()], ...(owner && { owner }) });
      // The browser may end the background in the middle of an answer: asking again wakes it.
      const answer = (await ask()) ?? (wire.alive() ? await ask() : undefined);
      for (const key of open.keys()) asked.delete(key);
      if (!answer) return wire.alive() ? 'same' : 'off';
      if (!answer.on) return 'off';
      const rowsChanged = rows !== answer.rows;
      rows = answer.rows;
      let changed = rowsChanged;
      for (const [index, key] of [...open.keys()].entries()) {
        const mark = answer.marks[index];
        if (!mark) continue;
        fresh.add(key);
        changed ||= JSON.stringify(known.get(key)) !== JSON.stringify(mark);
        known.delete(key);
        known.set(key, mark);
      }
      const shown = new Set(people.map(keyOf));
      for (const key of known.keys()) {
        if (known.size <= mostKept) break;
        if (shown.has(key)) continue;
        known.delete(key);
        fresh.delete(key);
      }
      return changed ? 'new' : 'same';
    },
  };
}
