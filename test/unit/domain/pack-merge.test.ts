import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, compareRegisters, mergePacks } from '../../../lib/domain/pack-merge.ts';
import type { PackLead, PackState, Register } from '../../../lib/domain/schema/pack.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const few = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom('a', 'b', 'ä', '', '__proto__', 'constructor');
const register: fc.Arbitrary<Register> = fc.record(
  {
    value: fc.oneof(text, few, fc.record({ x: few, y: text }), fc.constant(null)),
    stamp: fc.record({
      at: few,
      by: fc.constantFrom('user' as const, 'capture' as const, 'import' as const, 'merge' as const),
      origin: fc.constantFrom('o1', 'o2'),
    }),
  },
  { requiredKeys: ['stamp'] },
);
/** Few of them, so that steps meet: with an id of their own and without. */
const step = fc.record(
  { text: fc.constantFrom('call', 'write'), id: few.map(String), createdAt: few, changedAt: few, dueAt: few },
  { requiredKeys: ['text'] },
);
const steps = fc
  .tuple(register, fc.option(step, { nil: undefined }))
  .map(([{ stamp }, value]): Register => (value ? { value, stamp } : { stamp }));
const keyed = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom('name', 'emails', '__proto__'), value, { maxKeys: 3 });
const place = fc.record({
  url: fc.constantFrom('u1', 'u2'),
  at: few,
  detector: fc.constantFrom('text', 'user'),
  snippet: text,
});
const lead: fc.Arbitrary<PackLead> = fc.record({
  ids: fc.uniqueArray(few.map(uuid), { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('person' as const, 'company' as const),
  createdAt: few,
  fields: fc
    .tuple(keyed(register), fc.option(steps, { nil: undefined }))
    .map(([fields, nextStep]) => (nextStep ? { ...fields, nextStep } : fields)),
  lists: keyed(keyed(register)),
  places: keyed(fc.array(place, { maxLength: 3 })),
  life: fc.record({ deleted: fc.boolean(), at: few, origin: fc.constantFrom('o1', 'o2') }),
});
const interaction = fc.record({
  id: few.map(uuid),
  leadId: few.map(uuid),
  kind: fc.constantFrom('note' as const, 'call' as const),
  occurredAt: few,
  text,
});
const task = fc.record(
  { id: few.map(String), text, createdAt: few, changedAt: few, doneAt: few, dueAt: few },
  { requiredKeys: ['id', 'text', 'createdAt'] },
);
const state: fc.Arbitrary<PackState> = fc.record({
  leads: fc.array(lead, { maxLength: 4 }),
  interactions: fc.array(interaction, { maxLength: 3 }),
  tasks: fc.array(task, { maxLength: 3 }),
});
const nothing: PackState = { leads: [], interactions: [], tasks: [] };
const said = (one: PackState) => canonical(one);

describe('merging packs', () => {
  it('is idempotent: the same pack again changes nothing', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const once = mergePacks(a, b);
        expect(said(mergePacks(once, b))).toBe(said(once));
        expect(said(mergePacks(once, once))).toBe(said(once));
      }),
    );
  });

  it('is commutative: who sends to whom does not matter', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(said(mergePacks(a, b))).toBe(said(mergePacks(b, a)));
      }),
    );
  });

  it('is associative: the order of packs does not matter', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(said(mergePacks(mergePacks(a, b), c))).toBe(said(mergePacks(a, mergePacks(b, c))));
      }),
    );
  });

  it('has one form for a state, however it came about', () => {
    fc.assert(
      fc.property(state, (a) => {
        expect(said(mergePacks(mergePacks(a, nothing), a))).toBe(said(mergePacks(a, a)));
      }),
    );
  });

  const of = (value: unknown, at: number, by: Register['stamp']['by'] = 'user', origin = 'o1'): Register => ({
    value,
    stamp: { at, by, origin },
  });
  it.each([
    ['what a person typed before a later reading', of('typed', 1), of('read', 9, 'capture'), 'typed'],
    ['the newer of two that people typed', of('old', 1), of('new', 2), 'newer'],
    ['what was read before what a newer file says', of('read', 1, 'capture'), of('file', 9, 'import'), 'rank'],
    ['by origin where nothing else tells', of('a', 1, 'user', 'o2'), of('b', 1, 'user', 'o1'), 'origin'],
  ])('chooses %s', (_what, a, b, by) => {
    const first = compareRegisters(a, b);
    const second = compareRegisters(b, a);
    expect(Math.sign(first.wins)).toBe(-Math.sign(second.wins));
    expect(first.by).toBe(by);
    expect([of('typed', 1), of('new', 2), of('read', 1, 'capture'), of('a', 1, 'user', 'o2')].map(canonical)).toContain(
      canonical(first.wins > 0 ? a : b),
    );
  });
});
