import { i18n } from '#i18n';
import type { ListedAs } from '../../lib/domain/standing.ts';

/** What a list says of somebody: "in HubSpot: Anna’s, customer". */
function lineOf({ name, purpose, source, owner, status }: ListedAs): string {
  const said = i18n.t(`handover.lists.said.${purpose}`, [source || name]);
  const owned = owner ? i18n.t('handover.lists.saidOwner', [said, owner]) : said;
  return status ? i18n.t('handover.lists.saidMore', [owned, status]) : owned;
}

/** What lists for checking say, a line each; those not to be contacted first. */
export const listedWords = (listed: readonly ListedAs[] = []): string[] =>
  listed.toSorted((a, b) => Number(b.purpose === 'doNotContact') - Number(a.purpose === 'doNotContact')).map(lineOf);
