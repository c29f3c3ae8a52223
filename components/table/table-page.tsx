import { useCallback } from 'react';
import { i18n } from '#i18n';
import { useSection } from '../hooks/use-section.ts';
import { useViews } from '../hooks/use-views.ts';
import { TableView } from './table-view.tsx';

/** People and companies as a page of the workspace: the table, and over it one of them at `#/leads/ID`. */
export function TablePage() {
  const { rest, go } = useSection('leads');
  const [opened] = rest;
  const { views, failure } = useViews();
  const onOpen = useCallback((id: string | undefined) => (id === undefined ? go('leads') : go('leads', id)), [go]);
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('leads.failed', [failure.detail])}
      </p>
    );
  return views && <TableView views={views} opened={opened} onOpen={onOpen} />;
}
