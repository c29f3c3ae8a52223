import { memo, type ReactNode } from 'react';

type Props = {
  /** All that the content depends on; handlers in it may be as old as these. */
  by: readonly unknown[];
  children: () => ReactNode;
};

/** Draws its content anew only where one of `by` is another: for what stands beside something that changes with every key. */
export const Still = memo(
  ({ children }: Props) => children(),
  (before, after) => before.by.every((one, at) => Object.is(one, after.by[at])),
);
