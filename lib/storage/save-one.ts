import type { Facts } from '../domain/dedupe.ts';
import { diffLeads, type FieldChange } from '../domain/diff-leads.ts';
import { type Held, leadFromDraft, mergeDraft } from '../domain/merge.ts';
import { companyKey } from '../domain/normalize/company.ts';
import type { MailOpen } from '../domain/schema/draft.ts';
import type { Change, Interaction, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { Batch, TrayItem } from '../domain/schema/tray.ts';
import type { CompanyRow } from './book-schema.ts';
import type { Finder } from './find.ts';
import { newId } from './new-id.ts';
import { putLead } from './put-lead.ts';
import { appendChange, isVisible, receiptsOf, toLead } from './rows.ts';
import { meetByMail } from './save-mail.ts';
import { changedReceipts, stamped, withBatch, withCompany, withNote, withSource } from './save-values.ts';
import type { WriteTx } from './transact.ts';

export type Outcome = {
  draftId: string;
  outcome: 'created' | 'merged' | 'unchanged';
  leadId: string;
  /** Not asked for: the company of a saved person. */
  along?: boolean;
};

/** One save of the user, as far as its leads are concerned. */
export type SaveRun = {
  actionId: string;
  batch: Batch;
  /** Key of the tray's page. */
  url: string;
  /** The open mail that the page was read from. */
  mail?: MailOpen;
  now: number;
  origin: string;
  facts: Map<string, Facts>;
  /** Keys that the page gives to several. */
  shared: Set<string>;
  /** Every item of the page by draft id: companies come along from here. */
  items: Map<string, TrayItem>;
  asked: Set<string>;
  /** Grows as items are done; an item that is in it is not done twice. */
  outcomes: Map<string, Outcome>;
  interactionIds: string[];
};

export type SaveStep = {
  tx: WriteTx;
  finder: Finder;
  /** Batches not to be seen. */
  hidden: Set<string>;
  /** Writes under way: what is looked up after them sees them, so only the end of the step has to wait. */
  writes: Promise<unknown>[];
  /** Rows are written unseen, and what would change a lead that is seen already is left for the publishing: `later`. */
  staging?: { later: Set<string> };
};

/**
 * Saves one item: finds the lead it is or makes one, with its company, receipts, history and notes. In: run, step, item.
 * Out: its outcome; undefined where it is left for the publishing.
 */
export async function saveOne(run: SaveRun, step: SaveStep, item: TrayItem): Promise<Outcome | undefined> {
  const { draft } = item;
  const done = run.outcomes.get(draft.id);
  if (done) return done;
  if (step.staging?.later.has(draft.id)) return undefined;
  const facts = run.facts.get(draft.id);
  if (!facts) return undefined;

  const { row, maybe } = await step.finder.find(item, facts);
  const isAlong = !run.asked.has(draft.id);
  // Nobody was asked whether this company is that one: then it stays in the tray, where the question stands.
  if (isAlong && !row && maybe.length > 0 && item.sameAs !== 'new') return undefined;
  if (step.staging && row && row.stagedBy !== run.actionId) {
    step.staging.later.add(draft.id);
    return undefined;
  }
  const company = draft.kind === 'person' ? await companyOf(run, step, item, facts) : undefined;
  const occasion = { now: run.now, origin: run.origin, url: whereOf(run) };
  const before: Held | undefined = row && { lead: toLead(row), receipts: await receiptsOf(step.tx, row.id) };
  const merged = before
    ? mergeDraft(before, draft, item.edits, occasion)
    : leadFromDraft(draft, item.edits, newId(run.now), occasion);
  const lead = withCompany(withNote(withBatch(withSource(merged.lead, draft), run.batch), item.note), company);
  const receipts = stamped(merged.receipts, before?.lead, lead, run);
  const fields = diffLeads(before?.lead, lead);
  const outcome = !before ? 'created' : fields.length ? 'merged' : 'unchanged';
  if (fields.length) {
    lead.updatedAt = run.now;
    const stagedBy = step.staging ? run.actionId : row?.stagedBy;
    if (row) step.finder.forget(row.keys);
    const writing = putLead(step.tx, lead, stagedBy, company, (put) => step.finder.forget(put.keys));
    const isUnderWay = lead.kind === 'company' || !lead.companyId || lead.companyId === company?.id;
    if (isUnderWay) writeAlong(step, writing);
    else await writing;
    writeAlong(
      step,
      appendChange(step.tx, changeOf(run, lead, diffLeads(before?.lead, lead), before?.receipts, receipts)),
    );
  }
  writeAlong(step, step.tx.objectStore('receipts').put(receipts));
  meet(run, step, lead, lead.note === merged.lead.note ? '' : item.note.trim());
  if (run.mail) writeAlong(step, meetByMail(run, step, lead, item, run.mail));
  const result: Outcome = { draftId: draft.id, outcome, leadId: lead.id, ...(isAlong && { along: true }) };
  run.outcomes.set(draft.id, result);
  if (lead.kind === 'company') await linkPeopleOf(run, step, draft.id, lead);
  return result;
}

function writeAlong(step: SaveStep, writing: Promise<unknown>): void {
  step.writes.push(writing);
  // Awaited at the end of the step; until then a failure must not count as one that nobody looks at.
  writing.catch(() => undefined);
}

async function companyOf(run: SaveRun, step: SaveStep, item: TrayItem, facts: Facts): Promise<CompanyRow | undefined> {
  const id = item.draft.kind === 'person' ? item.draft.companyDraftId : undefined;
  const companyItem = id ? run.items.get(id) : undefined;
  const companyFacts = id ? run.facts.get(id) : undefined;
  if (!companyItem || !companyFacts) return companyByDomain(step, facts);
  if (companyItem.state === 'skipped') return undefined;
  const outcome = await saveOne(run, step, companyItem);
  // Left for the publishing: it is a lead of the book already, so the person can be tied to it now.
  const leadId = outcome?.leadId ?? (await step.finder.find(companyItem, companyFacts)).row?.id;
  return leadId ? step.tx.objectStore('companies').get(leadId) : undefined;
}

/** A firm of the book whose domain the person writes from, unless they name another. */
async function companyByDomain({ tx, hidden }: SaveStep, facts: Facts): Promise<CompanyRow | undefined> {
  if (facts.kind !== 'person' || facts.keys.domains.length !== 1) return undefined;
  const rows = await tx
    .objectStore('companies')
    .index('domain')
    .getAll(facts.keys.domains[0] ?? '');
  const seen = rows.filter((row) => isVisible(row, hidden));
  const [row, other] = seen;
  const named = facts.values.companyName ? companyKey(facts.values.companyName) : undefined;
  return row && !other && (!named || named === row.keys.firm) ? row : undefined;
}

/** People of the page who were saved while it was not clear which company theirs is. */
async function linkPeopleOf(run: SaveRun, step: SaveStep, companyDraftId: string, company: Lead): Promise<void> {
  for (const item of run.items.values()) {
    if (item.draft.kind !== 'person' || item.draft.companyDraftId !== companyDraftId) continue;
    if (item.state !== 'saved' || !item.leadId || run.outcomes.has(item.draft.id)) continue;
    const row = await step.tx.objectStore('people').get(item.leadId);
    if (!row || row.companyId || row.deletedAt !== undefined || step.staging) continue;
    const before = toLead(row);
    const lead = { ...withCompany(before, company), updatedAt: run.now };
    await putLead(step.tx, lead, row.stagedBy, undefined, (put) => step.finder.forget(put.keys));
    await appendChange(step.tx, changeOf(run, lead, diffLeads(before, lead)));
  }
}

/** The entry of the history. In: run, lead, its changes, the receipts before and after where they changed with it. */
function changeOf(
  run: SaveRun,
  lead: Lead,
  fields: FieldChange[],
  before?: LeadReceipts,
  after?: LeadReceipts,
): Change {
  const { now: at, origin, actionId } = run;
  const receiptsBefore = before && after ? changedReceipts(before, after) : undefined;
  return {
    leadId: lead.id,
    kind: lead.kind,
    at,
    origin,
    actionId,
    cause: 'capture',
    fields,
    ...(receiptsBefore && { receiptsBefore }),
  };
}

/** The address that leads back: an open mail's own, else the page's. */
const whereOf = ({ mail, url }: SaveRun): string => mail?.link ?? url;

function meet(run: SaveRun, step: SaveStep, lead: Lead, note: string): void {
  const touch = (kind: Interaction['kind'], text: string): Interaction => ({
    id: newId(run.now),
    leadId: lead.id,
    kind,
    occurredAt: run.now,
    text,
    url: whereOf(run),
  });
  const touches = [touch('capture', run.batch.list ?? ''), ...(note ? [touch('note', note)] : [])];
  for (const interaction of touches) {
    run.interactionIds.push(interaction.id);
    writeAlong(step, step.tx.objectStore('interactions').put(interaction));
  }
}
