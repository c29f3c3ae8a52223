import { browser } from 'wxt/browser';
import { z } from 'zod';

/** What came of a code that gave no draft: the panel says it once. */
export const codeNotice = z.object({
  at: z.number(),
  is: z.enum(['none', 'noContact', 'failed']),
  /** What the code says, or why it could not be read. */
  detail: z.string().max(300),
});
export type CodeNotice = z.infer<typeof codeNotice>;

/** Key in `storage.session` under which it waits for a panel that is still opening. */
export const codeNoticeKey = 'codeNotice';

/** Leaves word for the panel. */
export async function setCodeNotice(notice: CodeNotice): Promise<void> {
  await browser.storage.session.set({ [codeNoticeKey]: { ...notice, detail: notice.detail.slice(0, 300) } });
}

/** Takes the word that was left, if it is of just now. In: the time. */
export async function takeCodeNotice(now: number): Promise<CodeNotice | undefined> {
  const stored = await browser.storage.session.get(codeNoticeKey);
  const notice = codeNotice.optional().catch(undefined).parse(stored[codeNoticeKey]);
  if (!notice) return undefined;
  await browser.storage.session.remove(codeNoticeKey);
  return now - notice.at < 15_000 ? notice : undefined;
}
