import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { backtest } from '../../../../lib/scoring/backtest.ts';
import { learn } from '../../../../lib/scoring/learn/learn.ts';
import { chanceOf, type Fitted, fitLogistic, type Penalty } from '../../../../lib/scoring/learn/logistic.ts';
import { aucOf, brierOf, gainsOf, ksOf, woeOf } from '../../../../lib/scoring/learn/statistics.ts';
import { aCompany, aGroup, aProfile, now } from '../build.ts';

const folder = join(process.env.LEADLIGHT_DATA ?? '', 'oracles/scorecard');
const there = process.env.LEADLIGHT_DATA !== undefined && existsSync(join(folder, 'oracle.json'));
const rows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true })
    .data;

describe.skipIf(!there)('published figures of German Credit (LEADLIGHT_DATA names their folder)', () => {
  const oracle = there ? JSON.parse(readFileSync(join(folder, 'oracle.json'), 'utf8')) : {};
  /** The entry whose name begins so. */
  const entry = (start: string) => oracle[Object.keys(oracle).find((key) => key.startsWith(start)) ?? ''];
  const four = (value: number | undefined, wanted: number) => expect(value).toBeCloseTo(wanted, 4);
  const small = there ? rows('germancredit_small.csv') : [];
  const bad = small.map(({ y }) => Number(y));

  it('information value and weight of evidence', () => {
    const all = rows('germancredit.csv');
    const outcomes = all.map(({ creditability }) => (creditability === 'bad' ? 1 : 0));
    for (const [column, wanted] of Object.entries<number>(oracle.iv))
      four(
        woeOf(
          all.map((row) => row[column] ?? ''),
          outcomes,
        ).informationValue,
        wanted,
      );
    const { values } = woeOf(
      all.map((row) => row['status.of.existing.checking.account'] ?? ''),
      outcomes,
    );
    for (const [value, wanted] of Object.entries<number>(entry('woe_checking')))
      four(values.find((one) => one.value === value)?.woe, wanted);
    const woe = new Map(values.map((one) => [one.value, one.woe]));
    const coded = fitLogistic(
      all.map((row) => [woe.get(row['status.of.existing.checking.account'] ?? '') ?? 0]),
      outcomes,
      'none',
    );
    four(coded?.coefficients[0], Math.log(300 / 700));
    four(coded?.coefficients[1], 1);
  });

  it('logistic regression, AUC, Brier, KS and gains', () => {
    const wanted = entry('glm');
    const flag = (row: Record<string, string>, start: string) => (row.chk?.startsWith(start) ? 1 : 0);
    const cases = small.map((row) => [
      flag(row, '... >= 200'),
      flag(row, '0 <='),
      flag(row, 'no checking'),
      Number(row.dur),
      Number(row.amt),
      Number(row.age),
    ]);
    const fitted = fitLogistic(cases, bad, 'none') as Fitted;
    ['intercept', 'chk >=200', 'chk 0-200', 'chk none', 'dur', 'amt', 'age'].forEach((name, at) => {
      expect(fitted.coefficients[at]).toBeCloseTo(wanted[name], 8);
    });
    four(fitted.logLikelihood, wanted.logLik);
    const chances = cases.map((x) => chanceOf(fitted, x));
    four(aucOf(chances, bad)?.auc, wanted.AUC);
    four(brierOf(chances, bad), wanted.Brier);
    four(ksOf(chances, bad), wanted.KS);
    const gains = gainsOf(chances, bad);
    gains.forEach(({ gain }, at) => {
      four(gain, wanted.cumulative_gain_by_decile[at]);
    });
    four(gains[0]?.lift, wanted.top_decile_lift);
  });

  it('small and separated samples', () => {
    const wanted = entry('small_sample');
    const cases = small
      .slice(0, 60)
      .map(({ chk, dur }) => [chk === 'no checking account' ? 1 : 0, Number(dur) > 24 ? 1 : 0]);
    const model = (penalty: Penalty) => fitLogistic(cases, bad.slice(0, 60), penalty);
    (wanted['logF(1,1)'] as number[]).forEach((one, at) => {
      four(model('logF')?.coefficients[at], one);
    });
    (wanted.Firth as number[]).forEach((one, at) => {
      four(model('firth')?.coefficients[at], one);
    });
    expect(model('none')?.settled).toBe(false);
    const apart = [0, 0, 0, 0, 1, 1, 1, 1];
    const logF = fitLogistic(
      apart.map((x) => [x]),
      apart,
      'logF',
    );
    (entry('complete_separation')['logF(1,1)'] as number[]).forEach((one, at) => {
      four(logF?.coefficients[at], one);
    });
  });

  it('learns points as leads with own fields, and back-tests them', () => {
    const columns = ['status.of.existing.checking.account', 'credit.history', 'savings.account.and.bonds', 'purpose'];
    const all = rows('germancredit.csv');
    const values = columns.flatMap((column, at) =>
      [...new Set(all.map((row) => row[column] ?? ''))].map((value) => ({ key: `f${at}`, value })),
    );
    const rules = values.map(({ key, value }, at) => ({
      kind: 'points',
      id: `r${at}`,
      name: value,
      when: { field: `own.${key}`, op: 'is', value },
      points: 5,
    }));
    const months = { field: 'own.months', op: 'gt', value: 24 };
    const profile = aProfile(
      [aGroup([...rules, { kind: 'points', id: 'long', name: 'Long', when: months, points: 5 }])],
      {
        fields: [
          ...columns.map((name, at) => ({ key: `f${at}`, name, type: 'text' as const, of: 'both' as const })),
          { key: 'months', name: 'Months', type: 'number' as const, of: 'both' as const },
        ],
      },
    );
    const outcomes = all.map((row) => ({
      input: {
        lead: aCompany(),
        own: {
          ...Object.fromEntries(columns.map((column, at) => [`f${at}`, row[column] ?? ''])),
          months: row['duration.in.month'] ?? null,
        },
      },
      won: row.creditability === 'good',
      at: now,
    }));
    const lesson = learn(profile, outcomes);
    if (!lesson.ok) throw new Error(lesson.reason);
    expect(lesson.auc.auc).toBeGreaterThan(0.72);
    expect(lesson.auc.auc).toBeLessThan(0.8);
    expect(lesson.brier).toBeLessThan(0.19);
    const points = new Map(lesson.suggestions.map(({ rule, suggested }) => [rule, suggested]));
    const learnt = aProfile(
      profile.groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => ({ ...rule, points: points.get(rule.id) ?? 0 })),
      })),
      { fields: profile.fields },
    );
    expect(backtest(learnt, outcomes).auc?.auc).toBeGreaterThan(backtest(profile, outcomes).auc?.auc ?? 1);
  });
});
