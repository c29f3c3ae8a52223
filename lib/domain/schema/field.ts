import { z } from 'zod';
import { address, phone } from './value.ts';

/** What a field holds: one value (the best candidate) or many; of text, phones or addresses. */
export type FieldSpec = { many: boolean; of: 'text' | 'phone' | 'address' };

/** The readable fields of a person, in the order in which they are shown. The one list that form, store and export go by. */
export const personFields = {
  name: { many: false, of: 'text' },
  honorific: { many: false, of: 'text' },
  jobTitle: { many: false, of: 'text' },
  department: { many: false, of: 'text' },
  companyName: { many: false, of: 'text' },
  emails: { many: true, of: 'text' },
  phones: { many: true, of: 'phone' },
  wechat: { many: false, of: 'text' },
  qq: { many: false, of: 'text' },
  whatsapp: { many: false, of: 'text' },
  links: { many: true, of: 'text' },
  addresses: { many: true, of: 'address' },
} as const satisfies Record<string, FieldSpec>;
export type PersonField = keyof typeof personFields;

/** The readable fields of a company, in the order in which they are shown. */
export const companyFields = {
  name: { many: false, of: 'text' },
  legalForm: { many: false, of: 'text' },
  domain: { many: false, of: 'text' },
  website: { many: false, of: 'text' },
  emails: { many: true, of: 'text' },
  phones: { many: true, of: 'phone' },
  addresses: { many: true, of: 'address' },
  stand: { many: false, of: 'text' },
  industry: { many: false, of: 'text' },
  products: { many: false, of: 'text' },
  employees: { many: false, of: 'text' },
  founded: { many: false, of: 'text' },
  registeredCapital: { many: false, of: 'text' },
  registerNumber: { many: false, of: 'text' },
  registerCourt: { many: false, of: 'text' },
  vatId: { many: false, of: 'text' },
  creditCode: { many: false, of: 'text' },
  representatives: { many: true, of: 'text' },
  scope: { many: false, of: 'text' },
  wechat: { many: false, of: 'text' },
  qq: { many: false, of: 'text' },
  whatsapp: { many: false, of: 'text' },
  links: { many: true, of: 'text' },
} as const satisfies Record<string, FieldSpec>;
export type CompanyField = keyof typeof companyFields;

/** The values of a person as kept in the book. Absent means unknown. */
export const personValues = z.object({
  name: z.string().optional(),
  honorific: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  companyName: z.string().optional(),
  emails: z.array(z.string()).default([]),
  phones: z.array(phone).default([]),
  wechat: z.string().optional(),
  qq: z.string().optional(),
  whatsapp: z.string().optional(),
  links: z.array(z.string()).default([]),
  addresses: z.array(address).default([]),
});
export type PersonValues = z.infer<typeof personValues>;

/** The values of a company as kept in the book. Absent means unknown. */
export const companyValues = z.object({
  name: z.string().optional(),
  legalForm: z.string().optional(),
  domain: z.string().optional(),
  website: z.string().optional(),
  emails: z.array(z.string()).default([]),
  phones: z.array(phone).default([]),
  addresses: z.array(address).default([]),
  stand: z.string().optional(),
  industry: z.string().optional(),
  products: z.string().optional(),
  employees: z.string().optional(),
  founded: z.string().optional(),
  registeredCapital: z.string().optional(),
  registerNumber: z.string().optional(),
  registerCourt: z.string().optional(),
  vatId: z.string().optional(),
  creditCode: z.string().optional(),
  representatives: z.array(z.string()).default([]),
  scope: z.string().optional(),
  wechat: z.string().optional(),
  qq: z.string().optional(),
  whatsapp: z.string().optional(),
  links: z.array(z.string()).default([]),
});
export type CompanyValues = z.infer<typeof companyValues>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** The compiler holds the two lists together: a field added in one place only does not build. @public */
export const fieldListsAgree: [Same<PersonField, keyof PersonValues>, Same<CompanyField, keyof CompanyValues>] = [
  true,
  true,
];
