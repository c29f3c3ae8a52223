import { useEffect, useSyncExternalStore } from 'react';
import type { Subject } from './command.ts';

/** The last one counts: an open lead lies over the table that something is selected in. */
let subjects: readonly Subject[] = [];
const listeners = new Set<() => void>();

const change = (next: readonly Subject[]): void => {
  subjects = next;
  for (const listener of listeners) listener();
};

/** Says what commands are about for as long as the component lives. In: the subject; none while there is nothing. */
export function useSubject(subject: Subject | undefined): void {
  useEffect(() => {
    if (!subject || subject.ids.length === 0) return;
    change([...subjects, subject]);
    return () => change(subjects.filter((one) => one !== subject));
  }, [subject]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What commands are about now. */
export function useCurrentSubject(): Subject | undefined {
  const all = useSyncExternalStore(subscribe, () => subjects);
  return all.findLast(({ isOpen }) => isOpen) ?? all.at(-1);
}
