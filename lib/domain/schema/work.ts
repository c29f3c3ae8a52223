import { z } from 'zod';

/** How the user works: whose desk it is, when calls are made, after how long silence is told. */
export const workSettings = z.object({
  /** The user's own name as owner of leads. */
  myName: z.string().trim().max(200).default(''),
  /** Days without a touch after which a lead of tier A counts as silent. */
  silentDays: z.int().min(1).max(3650).default(30),
  /** Hours of the day, in the place that is called, in which calls are made. */
  callFrom: z.int().min(0).max(23).default(9),
  callUntil: z.int().min(1).max(24).default(17),
  /** What to say on the phone, with fields as in templates. */
  callScript: z.string().max(10_000).default(''),
  /** Key of the own field that holds birthdays. */
  birthdayField: z.string().max(60).optional(),
});
export type WorkSettings = z.infer<typeof workSettings>;
