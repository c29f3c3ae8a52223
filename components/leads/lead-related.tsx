import { Building2Icon, UserIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { FullLead } from '../hooks/use-lead.ts';
import { Button } from '../ui/button.tsx';
import { leadName, secondLine } from './lead-row.tsx';

/** A colleague is told by the job: the firm is the same. */
const aside = (lead: Lead) => (lead.kind === 'person' ? (lead.jobTitle ?? '') : secondLine(lead));

function LeadLink({ lead, onOpen }: { lead: Lead; onOpen: (id: string) => void }) {
  const Icon = lead.kind === 'person' ? UserIcon : Building2Icon;
  return (
    <button
      type="button"
      className="-mx-1 flex min-h-8 items-center gap-2 rounded-md px-1 text-start hover:bg-wash"
      onClick={() => onOpen(lead.id)}
    >
      <Icon size={14} className="shrink-0 text-soft" aria-hidden="true" />
      <span className="truncate">{leadName(lead)}</span>
      <span className="min-w-0 flex-1 truncate text-sm text-soft">{aside(lead)}</span>
    </button>
  );
}

const most = 8;

/** A person's company and who else is there; a company's people. */
export function LeadRelated({ full, onOpen }: { full: FullLead; onOpen: (id: string) => void }) {
  const [all, setAll] = useState(false);
  const people = (full.people ?? []).filter((person) => person.id !== full.lead.id);
  if (!full.company && people.length === 0) return null;
  const title = full.lead.kind === 'person' ? i18n.t('leads.group.company') : i18n.t('leads.group.people');
  const shown = all ? people : people.slice(0, most);
  return (
    <section aria-label={title} className="flex flex-col border-b border-line px-3 py-2">
      <h3 className="pb-1 text-sm font-medium text-soft">{title}</h3>
      {full.company && <LeadLink lead={full.company} onOpen={onOpen} />}
      {full.company && people.length > 0 && <p className="pt-1 text-sm text-soft">{i18n.t('leads.alsoThere')}</p>}
      {shown.map((person) => (
        <LeadLink key={person.id} lead={person} onOpen={onOpen} />
      ))}
      {people.length > shown.length && (
        <Button look="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {i18n.t('leads.morePeople', people.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
