import type { Known, KnownPerson } from './known.ts';

const isName = (token: string) => token.startsWith('name ');
const isDomain = (token: string) => token.startsWith('domain ');

/**
 * Tells every person by what else their firm is known: the book has its name beside its domain on some card or other. A name
 * with two domains (Schreinerei Müller, here and there) tells nothing. In: the whole book, whose people get further tokens.
 */
export function addFirmAliases(all: readonly Known[]): void {
  const domainsOf = new Map<string, Set<string>>();
  const namesOf = new Map<string, Set<string>>();
  const tie = (name: string, domain: string) => {
    domainsOf.set(name, (domainsOf.get(name) ?? new Set()).add(domain));
    namesOf.set(domain, (namesOf.get(domain) ?? new Set()).add(name));
  };
  for (const known of all) {
    if (known.kind === 'company') {
      if (known.name && known.domain) tie(`name ${known.name.joined}`, `domain ${known.domain}`);
      continue;
    }
    const [name, second] = known.firms.filter(isName);
    const [domain, other] = known.firms.filter(isDomain);
    if (name && domain && !second && !other) tie(name, domain);
  }
  for (const known of all)
    if (known.kind === 'person') known.firms = [...new Set([...known.firms, ...aliases(known, domainsOf, namesOf)])];
}

function aliases(
  { firms }: KnownPerson,
  domainsOf: Map<string, Set<string>>,
  namesOf: Map<string, Set<string>>,
): string[] {
  const domains = firms.filter(isName).flatMap((name) => only(domainsOf.get(name)));
  return [...domains, ...[...firms.filter(isDomain), ...domains].flatMap((domain) => only(namesOf.get(domain)))];
}

const only = (tokens: Set<string> | undefined): string[] => (tokens?.size === 1 ? [...tokens] : []);
