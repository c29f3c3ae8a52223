import { z } from 'zod';

const phone = z.object({ e164: z.string().optional(), text: z.string().optional(), kind: z.string().optional() });
const address = z.object({
  street: z.string().optional(),
  city: z.string().optional(),
  postalCode: z.string().optional(),
});
const subject = z.object({
  name: z.string().default(''),
  jobTitle: z.string().optional(),
  company: z.string().optional(),
  website: z.string().optional(),
  emails: z.array(z.string()).default([]),
  phones: z.array(phone).default([]),
  addresses: z.array(address).default([]),
  links: z.array(z.string()).default([]),
  wechat: z.string().optional(),
  qq: z.string().optional(),
  registerNumber: z.string().optional(),
  vatId: z.string().optional(),
  creditCode: z.string().optional(),
  representatives: z.array(z.string()).default([]),
  registeredCapital: z.string().optional(),
  founded: z.string().optional(),
  employees: z.string().optional(),
});

/** What capture printed for one input, as far as it is scored; an input that could not be read has nobody. */
export const capturedLine = z.object({
  input: z.string(),
  error: z.string().optional(),
  ms: z.number().default(0),
  people: z.array(subject).default([]),
  companies: z.array(subject).default([]),
  mail: z
    .object({
      from: z.object({ name: z.string().optional(), address: z.string().optional() }).optional(),
      signatureLines: z.array(z.number()).default([]),
      reply: z.string().default(''),
    })
    .optional(),
});
export type CapturedLine = z.infer<typeof capturedLine>;
export type CapturedSubject = z.infer<typeof subject>;

/** Everyone on a line, people first. */
export const subjectsOf = (line: CapturedLine): CapturedSubject[] => [...line.people, ...line.companies];
