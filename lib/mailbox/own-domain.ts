import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';

/** The firm's domain behind an address of one's own; undefined where it is a mailbox for everybody. In: an address. */
export function ownDomain(address: string): string | undefined {
  const domain = domainOf(address)?.toLowerCase();
  return domain && !isFreeMailDomain(domain) ? domain : undefined;
}
