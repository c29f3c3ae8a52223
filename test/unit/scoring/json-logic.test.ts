import fc from 'fast-check';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../lib/domain/schema/icp.ts';
import { jsonLogicData, toJsonLogic } from '../../../lib/scoring/json-logic.ts';
import { fromJsonLogic } from '../../../lib/scoring/json-logic-import.ts';
import { conditions, leads, ownFields } from './arbitraries.ts';
import { aGroup, aProfile, explained, now } from './build.ts';

const answer = (when: Condition, lead: Parameters<typeof explained>[1]) =>
  explained(aProfile([aGroup([{ kind: 'points', id: 'r', name: 'R', when, points: 1 }])], { fields: ownFields }), lead)
    .lines[0]?.state;

describe('JsonLogic', () => {
  it('answers as we do where all is known', () => {
    let held = 0;
    fc.assert(
      fc.property(conditions, leads(true), (condition, lead) => {
        const logic = toJsonLogic(condition, ownFields) as RulesLogic;
        const theirs = Boolean(jsonLogic.apply(logic, jsonLogicData(lead, ownFields, now)));
        expect(answer(condition, lead)).toBe(String(theirs));
        if (theirs) held++;
      }),
      { numRuns: 1000 },
    );
    expect(held).toBeGreaterThan(100);
  });

  it('comes back meaning the same', () => {
    fc.assert(
      fc.property(conditions, leads(false), (condition, lead) => {
        const back = fromJsonLogic(JSON.parse(JSON.stringify(toJsonLogic(condition, ownFields))), ownFields);
        expect(back.ok && answer(back.condition, lead)).toBe(answer(condition, lead));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[unknown, Condition]>([
    [{ '>': [{ var: 'company.employees' }, 50] }, { field: 'company.employees', op: 'gt', value: 50 }],
    [{ '<': [50, { var: 'company.employees' }] }, { field: 'company.employees', op: 'gt', value: 50 }],
    [{ in: ['cnc', { var: 'company.industry' }] }, { field: 'company.industry', op: 'contains', value: 'cnc' }],
    [{ '!': { var: 'company.website' } }, { field: 'company.website', op: 'missing' }],
    [{ missing: ['company.website'] }, { any: [{ field: 'company.website', op: 'missing' }] }],
    [
      { '<=': [{ '-': [{ var: 'now' }, 86_400_000] }, { var: 'lead.createdAt' }, { var: 'now' }] },
      { field: 'lead.createdAt', op: 'within', value: 1 },
    ],
    [true, { all: [] }],
  ])('%j is read', (logic, condition) => {
    expect(fromJsonLogic(logic, [])).toEqual({ ok: true, condition });
  });

  it.each([
    [{ and: [{ '+': [1, 2] }] }, 'rule.and[0].+'],
    [{ '==': [{ var: 'gone.field' }, 1] }, 'rule.=='],
    [{ '>': [1, 2] }, 'rule.>'],
    [{ a: 1, b: 2 }, 'rule'],
    [null, 'rule'],
    ['x', 'rule'],
  ])('%j is refused with its place', (logic, place) => {
    expect(fromJsonLogic(logic, [])).toMatchObject({ ok: false, place });
  });

  it('survives anything', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof fromJsonLogic(value, []).ok === 'boolean'));
  });
});
