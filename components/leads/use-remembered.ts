import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

/** Lives as long as the panel: going to another tab of it and back finds everything as it was. */
const kept = new Map<string, unknown>();

/** As useState, but the value outlives the component. In: a name of its own for it, what it is at first. */
export function useRemembered<T>(name: string, first: T): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : first));
  useEffect(() => {
    kept.set(name, value);
  }, [name, value]);
  return [value, setValue];
}
