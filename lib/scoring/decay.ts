import type { Decay } from '../domain/schema/icp.ts';

export const dayMs = 86_400_000;
/** A month of a linear decay. */
const monthDays = 30;

/**
 * What is left of an event's points. In: full points, the decay, its age in milliseconds. Out: points, not rounded; an event
 * that lies ahead counts nothing.
 */
export function decayed(points: number, decay: Decay, age: number): number {
  if (age < 0) return 0;
  const days = age / dayMs;
  switch (decay.kind) {
    case 'none':
      return points;
    case 'window':
      return days <= decay.days ? points : 0;
    case 'linear':
      return points * Math.max(0, 1 - ((decay.percentPerMonth / 100) * days) / monthDays);
    case 'halfLife':
      return points * 0.5 ** (days / decay.days);
  }
}
