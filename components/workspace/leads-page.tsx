import { useCallback } from 'react';
import { useSection } from '../hooks/use-section.ts';
import { LeadsView } from '../leads/leads-view.tsx';

/** The leads as a page of the workspace: `#/leads/ID` opens one of them. */
export function LeadsPage() {
  const { rest, go } = useSection('leads');
  const [asked] = rest;
  const shown = useCallback(() => go('leads'), [go]);
  return <LeadsView asked={asked} onShown={shown} />;
}
