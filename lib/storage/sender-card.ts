import { normalizeEmail } from '../domain/normalize/email.ts';
import { standingOf } from '../domain/stage.ts';
import type { Self } from '../mailbox/self.ts';
import type { SenderFacts } from '../mailbox/sender.ts';
import type { MailPerson } from '../messaging/protocol.ts';
import type { Book } from './book.ts';
import { getLead } from './read-leads.ts';
import { briefScores } from './scores.ts';
import { lookUpSenders } from './senders.ts';
import { getSetting } from './settings.ts';

/** What is known of one person of a mailbox, for their card. In: the person, who the user is, the time. Throws `BookError`. */
export async function senderFacts(book: Book, person: MailPerson, self: Self, now: number): Promise<SenderFacts> {
  const [sender = { is: 'none' as const }] = await lookUpSenders(book, [person], self, now);
  const facts: SenderFacts = { sender, address: normalizeEmail(person.address), saidName: person.name };
  const id = sender.is === 'known' ? sender.leadId : sender.is === 'firm' ? sender.company?.id : undefined;
  if (!id) return facts;
  const [full, briefs, pipeline] = await Promise.all([
    getLead(book, id),
    briefScores(book, [id], now),
    getSetting(book, 'pipeline'),
  ]);
  if (!full) return facts;
  const { lead, company, interactions } = full;
  const { stage } = standingOf(lead, company, pipeline);
  const brief = briefs.get(id);
  const companyName = lead.kind === 'company' ? lead.name : (company?.name ?? lead.companyName);
  const [last] = interactions;
  const isPerson = lead.kind === 'person';
  return {
    ...facts,
    ...(lead.name && { name: lead.name }),
    ...(isPerson && lead.jobTitle && { jobTitle: lead.jobTitle }),
    ...(companyName && { companyName }),
    ...(brief && { brief }),
    ...(last && { lastTouchAt: last.occurredAt }),
    ...(lead.nextStep && { nextStep: lead.nextStep.text }),
    ...(lead.nextStep?.dueAt !== undefined && {
      nextDue: { dueAt: lead.nextStep.dueAt, timed: lead.nextStep.timed === true },
    }),
    stage: { id: stage, name: pipeline.stages.find((one) => one.id === stage)?.name ?? '' },
  };
}
