import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeEach, expect, it } from 'vitest';
import { type LeadSourceGroup, leadSourceGroup } from '../../../lib/domain/schema/lead.ts';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import { createOutSession } from '../../../lib/exchange/out/out-session.ts';
import { presets } from '../../../lib/exchange/presets/registry.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { handedOverTo } from '../../../lib/storage/handovers.ts';
import { emptyBook } from '../storage/make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});
const groups = Object.fromEntries(leadSourceGroup.options.map((group) => [group, group])) as Record<
  LeadSourceGroup,
  string
>;

async function imported(text: string): Promise<void> {
  const session = createImportSession(book);
  const { mapping } = await session.open({ name: 'a.csv', text });
  await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: [] } });
  await session.write();
}
const linesOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

it('leaves nobody out: whoever is in the book goes, or is saved with the reason', async () => {
  const cell = fc.constantFrom('', '', 'x');
  const row = fc.tuple(fc.constantFrom('Anna Xu', 'Bo Ek', 'Cem Ak', ''), cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom(...presets.map(({ id }) => id)),
      fc.boolean(),
      fc.boolean(),
      async (rows, target, onlyNews, withUnmatched) => {
        book = await emptyBook();
        const lines = rows.map(([name, firm, mail, phone], n) =>
          [name, firm && `Firm ${n} GmbH`, mail && `p${n}@firm${n}.example`, phone && `+49 89 12345${n}`].join(','),
        );
        await imported(`Name,Company,E-mail,Phone\n${lines.join('\n')}\n`);
        const out = createOutSession(book);
        const scope = { onlyNews, withUnmatched };
        for (const turn of [1, 2]) {
          const summary = await out.plan({ target, kind: 'person', groups });
          const { new: fresh, changed, same, unmatched, refused } = summary;
          expect(fresh + changed + same + unmatched + refused).toBe(summary.all);
          const went = linesOf(await (await out.file(scope)).text()).length - 1;
          const left = linesOf(await out.left(scope, 'Why', { other: 'x' }).text()).length - 1;
          const unchanged = onlyNews && turn === 2 ? summary.all - went - left : 0;
          expect(went + left + unchanged).toBe(summary.all);
          expect(await out.remember(scope, 'f.csv')).toBe(went);
          if (turn === 1) expect((await handedOverTo(book, target)).digests.size).toBe(went);
        }
      },
    ),
    { numRuns: 15 },
  );
});

it('writes no live formula, and phones as they are dialled', async () => {
  await imported(
    'Name,Company,E-mail,Phone,Job title,Note\n=1+1 Petersen,=2+2 AB,p@x.example,+46 31 555 01 20,@SUM(1),-2+3\n',
  );
  const out = createOutSession(book);
  for (const { id } of presets) {
    await out.plan({ target: id, kind: 'person', groups });
    const cells = linesOf(await (await out.file({ onlyNews: false, withUnmatched: true })).text())
      .slice(1)
      .flat();
    expect(cells.filter((text) => /^[=@]|^-\d/.test(text))).toEqual([]);
    expect(cells).toContain('+46 31 555 01 20');
  }
});
