import { describe, expect, it } from 'vitest';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { draftInput, draftUnits } from '../../../lib/scoring/draft-input.ts';
import { starterProfile } from '../../../lib/scoring/starter.ts';
import { createDraftScorer } from '../../../lib/storage/draft-scoring.ts';
import { company, person, phone } from '../storage/make.ts';

const firm = company('c', { name: 'Lindner Glas', website: 'https://lindner.example', industry: 'Glass' });
const boss = person('p1', { name: 'Erika Lindner', jobTitle: 'CEO' }, { companyDraftId: 'c' });
const colleague = person('p2', { name: 'Jörg Sund', phones: [phone('+4930123456')] }, { companyDraftId: 'c' });
const stranger = person('p3', { name: 'Ada Berg', jobTitle: 'Engineer' }, { companyDraftId: 'elsewhere' });
const items = [firm, boss, colleague, stranger];

describe('drafts before they are saved', () => {
  it('are scored as the firm with its people on the page, alone where their firm is not there', () => {
    const units = draftUnits(items);
    expect(units.get('p1')).toBe(units.get('c'));
    const { lead, people, interactions } = draftInput(units.get('p2') ?? { head: firm, people: [] });
    expect(lead).toMatchObject({ kind: 'company', name: 'Lindner Glas' });
    expect(people?.map(({ name }) => name)).toEqual(['Erika Lindner', 'Jörg Sund']);
    expect(interactions).toEqual([]);
    expect(draftInput(units.get('p3') ?? { head: firm, people: [] })).toMatchObject({
      lead: { kind: 'person', name: 'Ada Berg' },
    });
  });

  it('count with what the user changed', () => {
    const edited = { ...boss, edits: { jobTitle: null } };
    const unit = draftUnits([firm, edited, colleague]).get('c');
    const profile = compileProfile(starterProfile());
    const before = profile.score(draftInput(draftUnits(items).get('c') ?? { head: firm, people: [] }), 0).fit;
    expect(before).toBe(60);
    expect(profile.score(draftInput(unit ?? { head: firm, people: [] }), 0).fit).toBe(35);
  });

  it('keep their brief while they are only ticked, and get another with an edit or other rules', () => {
    const score = createDraftScorer();
    const starter = starterProfile();
    const before = score(starter, items)('p1');
    expect(before).toMatchObject({ leadId: 'p1', tier: 'B', role: 'decides' });
    expect(score(starter, [firm, { ...boss, ticked: true }, colleague])('p1')).toBe(before);
    expect(score(starter, [firm, boss, { ...colleague, edits: { phones: [] } }])('p1')).toMatchObject({ fit: 45 });
    expect(score({ ...starter, cuts: { A: 60, B: 50, C: 40 } }, items)('p1')?.tier).toBe('A');
    expect(score(starter, items)('nobody')).toBeUndefined();
  });
});
