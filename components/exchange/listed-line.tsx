import { ListChecksIcon } from 'lucide-react';
import type { ListedAs } from '../../lib/domain/standing.ts';
import { classNames } from '../ui/class-names.ts';
import { listedWords } from './listed-words.ts';

/** What lists for checking say of somebody; nothing where they say nothing. */
export function ListedLine({ listed }: { listed: readonly ListedAs[] | undefined }) {
  const lines = listedWords(listed);
  if (lines.length === 0) return null;
  const isBarred = listed?.some(({ purpose }) => purpose === 'doNotContact');
  return (
    <p className={classNames('flex items-start gap-1.5 py-0.5', isBarred ? 'text-danger' : 'text-doubt')}>
      <ListChecksIcon size={14} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
      <span>{lines.join(' · ')}</span>
    </p>
  );
}
