import type { Page } from '@playwright/test';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Company, Interaction } from '../../lib/domain/schema/lead.ts';

export type Seed = {
  companies?: Company[];
  interactions?: Interaction[];
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

/** Puts records straight into the book of an open page of the extension: hundreds at once, as an import would leave them. */
export async function seedBook(page: Page, seed: Seed): Promise<void> {
  await page.evaluate(async ({ companies = [], interactions = [], profile }) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('book'));
    const tx = database.transaction(['companies', 'interactions', 'profiles', 'meta'], 'readwrite');
    const finished = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onerror = () => reject(tx.error);
    });
    for (const company of companies)
      tx.objectStore('companies').put({ ...company, keys: { emails: [], phones: [], links: [] } });
    for (const interaction of interactions) tx.objectStore('interactions').put(interaction);
    if (profile) {
      tx.objectStore('profiles').put({ id: profile.id, published: profile, publishedAt: 1 });
      tx.objectStore('meta').put({ key: 'activeProfile', value: profile.id });
    }
    await finished;
    database.close();
  }, seed);
}

/** Opens a page of the workspace. In: the browser's context, the extension's id, the section. */
export const workspaceUrl = (extensionId: string, section: string): string =>
  `chrome-extension://${extensionId}/workspace.html#/${section}`;
