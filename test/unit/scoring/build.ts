import { type IcpGroup, type IcpProfile, icpProfile } from '../../../lib/domain/schema/icp.ts';
import type { Company, Person } from '../../../lib/domain/schema/lead.ts';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { type Explanation, explain } from '../../../lib/scoring/explain.ts';
import type { ScoreInput } from '../../../lib/scoring/input.ts';

export const now = Date.UTC(2026, 5, 15);
export const day = 86_400_000;

type Given<T> = { [K in keyof T]?: T[K] | undefined };

/** A company with nothing known but what is given. */
export const aCompany = (values: Given<Company> = {}): Company =>
  ({
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'company',
    emails: [],
    phones: [],
    addresses: [],
    representatives: [],
    links: [],
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    ...values,
  }) as Company;

export const aPerson = (values: Given<Person> = {}): Person =>
  ({
    id: '00000000-0000-4000-8000-000000000002',
    kind: 'person',
    partial: false,
    emails: [],
    phones: [],
    addresses: [],
    links: [],
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    ...values,
  }) as Person;

type ProfileInput = Omit<Partial<Parameters<typeof icpProfile.parse>[0] & IcpProfile>, 'groups'>;

/** A profile with these groups; everything is asked for, nothing is required to be known. */
export const aProfile = (groups: unknown[], more: ProfileInput = {}): IcpProfile =>
  icpProfile.parse({ version: 1, id: 'p', name: 'P', coverage: 0, ...more, groups });

export const aGroup = (rules: unknown[], more: Partial<IcpGroup> = {}): unknown => ({
  id: 'g',
  name: 'G',
  rules,
  ...more,
});

export const explained = (profile: IcpProfile, input: ScoreInput, at = now): Explanation =>
  explain(compileProfile(profile), input, at);
