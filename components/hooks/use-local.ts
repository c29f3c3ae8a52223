import { useCallback, useState } from 'react';

/** A number that this browser remembers from one visit to the next, and no lead or profile is about. In: its name, what it is at first. */
export function useLocalNumber(name: string, first: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => {
    const kept = Number(localStorage.getItem(name));
    return Number.isFinite(kept) && kept > 0 ? kept : first;
  });
  const put = useCallback(
    (next: number) => {
      setValue(next);
      localStorage.setItem(name, String(next));
    },
    [name],
  );
  return [value, put];
}
