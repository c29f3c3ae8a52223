/**
 * Normalises rows of a field set and prints one JSON line a row, for scoring.
 * Usage: node test/eval/fields.ts --kind name|address|phone|title FILE.jsonl
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findAddresses } from '../../lib/capture/detectors/address.ts';
import { findPhones } from '../../lib/capture/detectors/phone.ts';
import { parseName } from '../../lib/domain/normalize/name.ts';
import { toE164 } from '../../lib/domain/normalize/phone.ts';
import { departmentOf, seniorityOf } from '../../lib/domain/normalize/title.ts';

const row = z.object({
  id: z.string(),
  input: z.string().optional(),
  lines: z.array(z.string()).optional(),
  title: z.string().optional(),
  region: z.string().optional(),
  national: z.string().optional(),
  country_code: z.string().optional(),
});
type Row = z.infer<typeof row>;

const kinds = {
  name: ({ input = '' }: Row) => parseName(input),
  address: ({ input, lines, region }: Row) => {
    const from = lines ?? [input ?? ''];
    const best = findAddresses(from, { country: region ?? (lines ? undefined : 'US'), whole: true })[0];
    return best ? best.value : {};
  },
  phone: ({ national, input = '', region, country_code }: Row) =>
    national === undefined
      ? { found: findPhones(input, { country: region }).map(({ value }) => value.e164 ?? value.text) }
      : { e164: toE164(national, region) ?? toE164(`+${country_code}${national}`) },
  title: ({ title = '', input }: Row) => ({
    seniority: seniorityOf(title || (input ?? '')),
    department: departmentOf(title || (input ?? '')),
  }),
};

const { values, positionals } = parseArgs({ options: { kind: { type: 'string' } }, allowPositionals: true });
const kind = z.enum(['name', 'address', 'phone', 'title']).safeParse(values.kind);
const [file] = positionals;
if (!kind.success || !file) {
  console.error('usage: fields --kind name|address|phone|title FILE.jsonl');
  process.exit(2);
}
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (!line.trim()) continue;
  const parsed = row.parse(JSON.parse(line));
  console.log(JSON.stringify({ id: parsed.id, ...kinds[kind.data](parsed) }));
}
