import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { Toasts } from '../ui/toast.tsx';

/** A surface that has one thing to say before all else. */
export function Notice({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <>
      <main className="flex h-full flex-col items-center justify-center overflow-y-auto p-6">
        <div className="flex max-w-md flex-col items-start gap-3">
          <Icon size={22} strokeWidth={1.5} aria-hidden="true" className="text-danger" />
          <div role="alert">
            <h1 className="text-balance text-lg font-semibold">{title}</h1>
          </div>
          {children}
        </div>
      </main>
      <Toasts label={i18n.t('panel.notices')} />
    </>
  );
}
