import { z } from 'zod';

/** An e-mail that is written again and again. Fields stand in braces: `{firstName}`, with what else to say behind a bar: `{firstName|there}`. */
export const mailTemplate = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  /** Language it is written in, as BCP 47. */
  language: z.string().min(2).max(20),
  subject: z.string().max(500),
  body: z.string().max(20_000),
});
export type MailTemplate = z.infer<typeof mailTemplate>;
