import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here, in one sentence, and what helps. */
export function EmptyState({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <Icon size={22} strokeWidth={1.5} aria-hidden="true" className="text-soft" />
      <p className="text-balance font-medium">{title}</p>
      {children !== undefined && (
        <div className="flex flex-col items-center gap-3 text-balance text-soft">{children}</div>
      )}
    </div>
  );
}
