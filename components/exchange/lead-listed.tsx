import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { useListed } from '../hooks/use-listed.ts';
import { ListedLine } from './listed-line.tsx';

/** What lists for checking say of a lead: whose it is elsewhere, or that nobody is to write or call. */
export function LeadListed({ lead, company }: { lead: Lead; company: Company | undefined }) {
  // A book that cannot be read is told of by the lead itself.
  const { value } = useListed(lead, company);
  if (!value?.length) return null;
  return (
    <div className="border-b border-line px-3 py-2">
      <ListedLine listed={value} />
    </div>
  );
}
