import { type Condition, type IcpProfile, type IcpRule, icpProfile } from '../domain/schema/icp.ts';

/** The few questions behind a first profile; what is not answered is not asked of leads. */
export type StarterAnswers = {
  countries?: readonly string[];
  /** Words that tell the right line of business. */
  business?: readonly string[];
  notBusiness?: readonly string[];
  employees?: readonly [number, number];
  departments?: readonly string[];
};

const rule = (id: string, name: string, when: Condition, points: number): IcpRule => ({
  kind: 'points',
  id,
  name,
  when,
  points,
});
const known = (field: string): Condition => ({ field, op: 'known' });

/**
 * A profile to begin with. Without answers it asks only for what a page usually tells, so that it works from the first lead:
 * a decider with a way to reach them, a firm with site, place and line of business. Ids are fixed: names can be translated by them.
 */
export function starterProfile(answers: StarterAnswers = {}): IcpProfile {
  const { countries = [], business = [], notBusiness = [], employees, departments = [] } = answers;
  const market: IcpRule[] = [];
  if (countries.length > 0)
    market.push(
      rule('market.country', 'In our countries', { field: 'company.country', op: 'in', value: [...countries] }, 15),
    );
  if (business.length > 0)
    market.push(
      rule(
        'market.business',
        'Our line of business',
        { field: 'company.about', op: 'contains', value: [...business] },
        25,
      ),
    );
  if (employees)
    market.push({
      kind: 'tiers',
      id: 'market.size',
      name: 'Size',
      tiers: [
        { when: { field: 'company.employees', op: 'between', value: [...employees] }, points: 15 },
        {
          when: { field: 'company.employees', op: 'between', value: [Math.floor(employees[0] / 2), employees[1] * 2] },
          points: 5,
        },
      ],
    });
  if (notBusiness.length > 0)
    market.push({
      kind: 'gate',
      id: 'market.not',
      name: 'Not for us',
      when: { field: 'company.about', op: 'contains', value: [...notBusiness] },
    });
  const person: IcpRule[] = [
    {
      kind: 'tiers',
      id: 'person.role',
      name: 'Part in a purchase',
      tiers: [
        { when: { field: 'people.role', op: 'is', value: 'decides' }, points: 25 },
        { when: { field: 'people.role', op: 'is', value: 'influences' }, points: 12 },
      ],
    },
    ...(departments.length > 0
      ? [
          rule(
            'person.department',
            'The right department',
            { field: 'people.department', op: 'in', value: [...departments] },
            10,
          ),
        ]
      : []),
  ];
  return icpProfile.parse({
    version: 1,
    id: 'starter',
    name: 'Starter',
    cuts: { A: 65, B: 45, C: 25 },
    coverage: 0.3,
    groups: [
      ...(market.length > 0 ? [{ id: 'market', name: 'Market', max: 55, rules: market }] : []),
      { id: 'person', name: 'Person', max: 35, rules: person },
      {
        id: 'reach',
        name: 'Reach',
        max: 40,
        rules: [
          rule(
            'reach.direct',
            'Personal business address',
            { field: 'people.emailKind', op: 'is', value: 'personal' },
            20,
          ),
          rule('reach.phone', 'A phone of theirs', known('people.phones'), 15),
          rule(
            'reach.office',
            'The office: phone or address',
            { any: [known('company.phones'), known('company.emails')] },
            10,
          ),
          rule(
            'reach.throwaway',
            'Throw-away address',
            { field: 'people.emailKind', op: 'is', value: 'disposable' },
            -20,
          ),
        ],
      },
      {
        id: 'firm',
        name: 'Firm',
        max: 30,
        rules: [
          rule('firm.site', 'Has a site of its own', known('company.website'), 10),
          rule('firm.place', 'Where it is', known('company.address'), 10),
          rule('firm.about', 'What it does', known('company.about'), 10),
        ],
      },
      {
        id: 'talk',
        name: 'Talk',
        axis: 'engagement',
        max: 100,
        rules: [
          {
            kind: 'event',
            id: 'talk.mail',
            name: 'Mail',
            events: ['email'],
            points: 10,
            most: 3,
            decay: { kind: 'halfLife', days: 30 },
          },
          {
            kind: 'event',
            id: 'talk.call',
            name: 'Call',
            events: ['call'],
            points: 20,
            most: 3,
            decay: { kind: 'halfLife', days: 45 },
          },
          {
            kind: 'event',
            id: 'talk.meeting',
            name: 'Meeting',
            events: ['meeting'],
            points: 40,
            most: 2,
            decay: { kind: 'linear', percentPerMonth: 25 },
          },
          {
            kind: 'event',
            id: 'talk.order',
            name: 'Order',
            events: ['order'],
            points: 50,
            most: 1,
            decay: { kind: 'window', days: 365 },
          },
        ],
      },
    ],
  });
}

/** Answers to begin from, by what one sells to. */
export const starterTemplates = {
  manufacturing: {
    business: [
      'manufactur',
      'machin',
      'factory',
      'production',
      'herstell',
      'fertigung',
      'maschinen',
      '制造',
      '生产',
      '加工',
      '机械',
    ],
    employees: [50, 1000],
    departments: ['Purchasing', 'Project Management'],
  },
  software: {
    business: ['software', 'saas', 'cloud', 'platform', 'app', '软件', '互联网', '信息技术'],
    employees: [20, 500],
    departments: ['Information Technology', 'Marketing', 'Sales'],
  },
  trade: {
    business: [
      'trading',
      'import',
      'export',
      'wholesale',
      'distribut',
      'handel',
      'vertrieb',
      '贸易',
      '进出口',
      '批发',
      '经销',
    ],
    employees: [5, 250],
    departments: ['Purchasing', 'Sales', 'Business Development'],
  },
  services: {
    business: ['consult', 'agency', 'service', 'berat', 'dienstleist', 'agentur', '咨询', '服务', '代理'],
    employees: [5, 200],
    departments: ['Consulting', 'Marketing', 'Administrative'],
  },
} as const satisfies Record<string, StarterAnswers>;
