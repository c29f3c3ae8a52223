import type { ReactNode } from 'react';
import { useWide } from '../hooks/use-wide.ts';
import { LeadDetailLater, useDetailAhead } from '../leads/lead-detail-later.tsx';

/** A list of work, and the lead opened from it: beside it where there is room, else over it. */
export function WithLead({
  opened,
  onOpen,
  children,
}: {
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
  children: ReactNode;
}) {
  const wide = useWide();
  useDetailAhead(true);
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col" inert={opened !== undefined && !wide}>
        {children}
      </div>
      {opened !== undefined && (
        <div className={wide ? 'relative w-[min(48%,44rem)] shrink-0 border-s border-line' : 'absolute inset-0'}>
          <LeadDetailLater
            key={opened}
            id={opened}
            edit={false}
            onBack={() => onOpen(undefined)}
            onOpen={onOpen}
            onStep={{}}
          />
        </div>
      )}
    </div>
  );
}
