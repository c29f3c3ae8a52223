import type { AssembleOptions } from '../../../../lib/capture/assemble.ts';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { type PageSnapshot, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

/** A snapshot of markup as the page script would take it. In: the body's markup; address, title and language of the page. */
export async function snapshotOf(
  body: string,
  { url = 'https://birkwerk.example/', title = '', lang = 'en' } = {},
): Promise<PageSnapshot> {
  document.documentElement.lang = lang;
  document.title = title;
  document.body.innerHTML = body;
  const { snapshot } = await takeSnapshot(document, url);
  return pageSnapshot.parse(snapshot);
}

type Page = { url?: string; title?: string; lang?: string };

/** People and companies of a page in the few words that a test compares. */
export async function read(body: string, page: Page = {}, options: Partial<AssembleOptions> = {}) {
  const reading = assemble([await snapshotOf(body, page)], { now: 0, ...options });
  return {
    reading,
    people: reading.people.map((p) => ({
      name: p.fields.name[0]?.value,
      title: p.fields.jobTitle[0]?.value,
      emails: p.fields.emails.map((e) => e.value),
      phones: p.fields.phones.map((t) => t.value.e164),
      company: p.fields.companyName[0]?.value,
    })),
    companies: reading.companies.map((c) => ({
      name: c.fields.name[0]?.value,
      role: c.role,
      emails: c.fields.emails.map((e) => e.value),
      phones: c.fields.phones.map((t) => t.value.e164),
    })),
  };
}
