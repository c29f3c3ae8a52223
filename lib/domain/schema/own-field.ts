import { z } from 'zod';

/** Key of an own field: how rules (`own.KEY`), files and the store name it. */
export const ownFieldKey = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'letters, digits, dot, dash and underscore only');

export const ownFieldType = z.enum(['text', 'list', 'number', 'date', 'yesNo']);
export type OwnFieldType = z.infer<typeof ownFieldType>;

/** A field that the user added to the book, asked for as `own.KEY` by rules. */
export const ownFieldDefinition = z.strictObject({
  key: ownFieldKey,
  name: z.string().min(1).max(200),
  type: ownFieldType,
  /** Whose field it is; a rule sees a company's own values and, for those it has not, its people's. */
  of: z.enum(['company', 'person', 'both']).default('both'),
});
export type OwnFieldDefinition = z.infer<typeof ownFieldDefinition>;

/** The values of a lead's own fields; a date is ISO text or epoch milliseconds. Absent or null means unknown. */
export const ownValues = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
);
export type OwnValues = z.infer<typeof ownValues>;
