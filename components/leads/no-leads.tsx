import { BookOpenIcon, SearchXIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { LeadFilter } from '../hooks/use-leads.ts';
import { openFirstPage } from '../hooks/use-practice.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { attempt } from './act.ts';
import { ImportOffer } from './import-offer.tsx';

/** It reads no pages, so it has none to practise on. */
const inThunderbird = import.meta.env.MODE === 'thunderbird';

/** What stands in place of an empty list: how leads come here, or how to find more. */
export function NoLeads({
  kind,
  text,
  filtered,
  onSearch,
  onFilter,
}: {
  kind: Lead['kind'];
  text: string;
  filtered: boolean;
  onSearch: (text: string) => void;
  onFilter: (filter: LeadFilter) => void;
}) {
  if (text.trim() === '' && !filtered)
    return (
      <EmptyState
        icon={BookOpenIcon}
        title={kind === 'person' ? i18n.t('leads.empty.people') : i18n.t('leads.empty.companies')}
      >
        <p>{i18n.t('leads.empty.teach')}</p>
        {!inThunderbird && <Button onClick={() => void attempt(openFirstPage)}>{i18n.t('first.again')}</Button>}
        <ImportOffer />
      </EmptyState>
    );
  return (
    <EmptyState icon={SearchXIcon} title={i18n.t('leads.empty.noMatch')}>
      <p>{filtered ? i18n.t('leads.empty.noMatchFilter') : i18n.t('leads.empty.noMatchTeach')}</p>
      {filtered && <Button onClick={() => onFilter({})}>{i18n.t('leads.empty.clearFilter')}</Button>}
      {text !== '' && <Button onClick={() => onSearch('')}>{i18n.t('leads.empty.clearSearch')}</Button>}
    </EmptyState>
  );
}
