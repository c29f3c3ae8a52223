/** Who the user is and whom they want left alone, as kept in the settings; all in lower case. */
export type Self = { addresses: readonly string[]; domains: readonly string[]; never: readonly string[] };

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether a host is one of these domains or lies below one. */
const isUnder = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => domain !== '' && (host === domain || host.endsWith(`.${domain}`)));

/** The user, a colleague, or somebody on the never-list. In: an address in lower case, who the user is. */
export function isLeftAlone(address: string, self: Self): boolean {
  const host = hostOf(address);
  return (
    self.addresses.includes(address) || self.never.includes(address) || isUnder(host, [...self.domains, ...self.never])
  );
}

/** An address or a domain as it is kept on the never-list; '' for neither. In: what was typed. */
export function neverEntry(typed: string): string {
  const text = typed.trim().toLowerCase().replace(/^@/, '');
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return text;
  return /^[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : '';
}
