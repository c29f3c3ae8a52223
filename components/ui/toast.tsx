import { lazy, Suspense, useSyncExternalStore } from 'react';

const load = () => import('sonner');

const Sonner = lazy(async () => ({ default: (await load()).Toaster }));

// The library of toasts is loaded with the first one: most sessions have none.
let wanted = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

async function toaster() {
  const isFirst = !wanted;
  wanted = true;
  for (const listener of listeners) listener();
  const { toast } = await load();
  // Screen readers say what comes into a live region, not what it is born with.
  if (isFirst) await new Promise((done) => setTimeout(done, 100));
  return toast;
}

const classes = {
  toast:
    'flex w-full items-center gap-2 rounded-lg bg-ink px-3 py-2 text-base text-paper shadow-float font-sans forced-colors:border',
  title: 'flex-1',
  actionButton: 'ms-auto shrink-0 rounded-md px-2 py-0.5 font-medium underline underline-offset-2',
  closeButton: 'shrink-0',
};

/** Mounted once by the panel. Stands above the bar at the bottom. */
export function Toasts({ label }: { label: string }) {
  const shown = useSyncExternalStore(subscribe, () => wanted);
  if (!shown) return null;
  return (
    <Suspense>
      <Sonner
        position="bottom-center"
        // Below menus and popovers: a notice must not lie on the button that is about to be pressed.
        style={{ zIndex: 40 }}
        visibleToasts={2}
        offset={{ bottom: 64, left: 12, right: 12 }}
        mobileOffset={{ bottom: 64, left: 12, right: 12 }}
        containerAriaLabel={label}
        toastOptions={{ unstyled: true, classNames: classes, duration: 8000 }}
      />
    </Suspense>
  );
}

/** Says what was done; with `undo` offers to take it back. Call only once it is stored. */
export function say(text: string, undo?: { label: string; run: () => void }): void {
  void toaster().then((toast) => toast(text, undo ? { action: { label: undo.label, onClick: undo.run } } : {}));
}

/** Says what went wrong and stays until closed; with `retry` offers to do it again. */
export function sayError(text: string, retry?: { label: string; run: () => void }): void {
  void toaster().then((toast) =>
    toast.error(text, {
      duration: Number.POSITIVE_INFINITY,
      closeButton: true,
      ...(retry && { action: { label: retry.label, onClick: retry.run } }),
    }),
  );
}
