import { expect, type Page } from '@playwright/test';
import { companyKeys, personKeys } from '../../lib/domain/lead-keys.ts';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Company, Interaction, Person } from '../../lib/domain/schema/lead.ts';

export type Seed = {
  companies?: Company[];
  people?: Person[];
  interactions?: Interaction[];
  /** With what the indexes look leads up by, as saving them does. */
  indexed?: boolean;
  /** Published and in force. */
  profile?: IcpProfile;
};

/** A company of a made-up book. In: its number, what is known of it. */
export const seedCompany = (n: number, values: Partial<Company> = {}): Company => ({
  kind: 'company',
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Muster ${n}`,
  emails: [],
  phones: [],
  addresses: [],
  representatives: [],
  links: [],
  tags: [],
  createdAt: 1,
  updatedAt: 1,
  ...values,
});

/** A person of a made-up book. In: their number, what is known of them. */
export const seedPerson = (n: number, values: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
  name: `Person ${n}`,
  partial: false,
  emails: [],
  phones: [],
  addresses: [],
  links: [],
  tags: [],
  createdAt: 1,
  updatedAt: 1,
  ...values,
});

/** Puts records straight into the book of an open page of the extension: hundreds at once, as an import would leave them. */
export async function seedBook(page: Page, seed: Seed): Promise<void> {
  // Opening what is not there yet would make an empty one.
  const isThere = () => page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'book'));
  await expect.poll(isThere).toBe(true);
  const nothing = { emails: [], phones: [], links: [], names: [], domains: [] };
  const keysOf = (lead: Person | Company) =>
    lead.kind === 'person' ? personKeys(lead, lead.partial) : companyKeys(lead);
  const leads = [...(seed.companies ?? []), ...(seed.people ?? [])];
  const rows = leads.map((lead) => ({ ...lead, keys: seed.indexed ? keysOf(lead) : nothing }));
  await page.evaluate(
    async ({ rows, interactions = [], profile }) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('book'));
      const tx = database.transaction(
        ['companies', 'people', 'changes', 'interactions', 'profiles', 'meta'],
        'readwrite',
      );
      const finished = new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(tx.error);
      });
      for (const row of rows) {
        const { id: leadId, kind, createdAt: at } = row;
        tx.objectStore(kind === 'person' ? 'people' : 'companies').put(row);
        tx.objectStore('changes').add({
          leadId,
          kind,
          at,
          origin: 'seed',
          actionId: 'seed',
          cause: 'import',
          fields: [],
        });
      }
      for (const interaction of interactions) tx.objectStore('interactions').put(interaction);
      if (profile) {
        tx.objectStore('profiles').put({ id: profile.id, published: profile, publishedAt: 1 });
        tx.objectStore('meta').put({ key: 'activeProfile', value: profile.id });
      }
      await finished;
      database.close();
      const told = new BroadcastChannel('book');
      const leadIds = rows.map(({ id }) => id);
      told.postMessage({ stores: ['companies', 'people', 'profiles', 'meta'], leadIds, urls: [] });
      told.close();
    },
    { rows, interactions: seed.interactions, profile: seed.profile },
  );
}

/** One record of the book as it is stored. In: an open page of the extension, the store, the key. Out: undefined where there is none. */
export const bookRecord = (page: Page, store: string, key: string): Promise<unknown> =>
  page.evaluate(
    async ([from, at]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('book'));
      const record: unknown = await done(database.transaction(from).objectStore(from).get(at));
      database.close();
      return record;
    },
    [store, key] as const,
  );

/** Opens a page of the workspace. In: the browser's context, the extension's id, the section. */
export const workspaceUrl = (extensionId: string, section: string): string =>
  `chrome-extension://${extensionId}/workspace.html#/${section}`;
