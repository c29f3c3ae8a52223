import type { MailOpen } from '../domain/schema/draft.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import { newId } from './new-id.ts';
import type { SaveRun, SaveStep } from './save-one.ts';

/**
 * Notes an open mail with whoever wrote it or was written to, once: its subject, the way back, and of its text only the line
 * that a kept value stood in. In: run, step, the saved lead, its item, the mail.
 */
export async function meetByMail(
  run: SaveRun,
  step: SaveStep,
  lead: Lead,
  item: TrayItem,
  mail: MailOpen,
): Promise<void> {
  if (lead.kind !== 'person') return;
  const touched = mail.touched.find(({ address }) => lead.emails.some((email) => email.toLowerCase() === address));
  if (!touched) return;
  const interactions = step.tx.objectStore('interactions');
  const before = await interactions.index('leadId').getAll(lead.id);
  const isNoted = before.some(
    ({ kind, occurredAt, text }) => kind === 'email' && occurredAt === touched.at && text === mail.subject,
  );
  if (isNoted) return;
  const line = keptLine(item);
  const id = newId(run.now);
  run.interactionIds.push(id);
  await interactions.put({
    id,
    leadId: lead.id,
    kind: 'email',
    occurredAt: touched.at,
    text: mail.subject,
    ...(mail.link && { url: mail.link }),
    ...(line && { line }),
  });
}

/** The words in which a value of a draft stood in the mail's text: a number before a title before a name. */
function keptLine({ draft, edits }: TrayItem): string | undefined {
  if (draft.kind !== 'person') return undefined;
  for (const field of ['phones', 'jobTitle', 'companyName', 'addresses', 'name'] as const) {
    if (field in edits) continue;
    const places = draft.fields[field][0]?.provenance ?? [];
    const place = places.find(({ detector }) => detector !== 'mail-header' && detector !== 'vcard');
    if (place?.snippet) return place.snippet.slice(0, 200);
  }
  return undefined;
}
