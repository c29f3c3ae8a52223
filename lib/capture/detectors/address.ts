import type { Address } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';

export type FoundAddress = Found<Address> & {
  /** First and last line that it was read from. */ lines: [number, number];
};

/**
 * Postal addresses in a run of lines. In: lines of text and the page's country. Out: addresses; `start` counts in the first line, `end` in the last.
 */
export function findAddresses(
  lines: string[],
  _options: {
    country?: string | undefined /** The lines are one address and nothing else. */;
    whole?: boolean | undefined;
  } = {},
): FoundAddress[] {
  const found: FoundAddress[] = [];
  lines.forEach((line, i) => {
    const us = /(?:^|[\s,])([A-Z][\p{L}.' -]{2,30}),?\s+([A-Z]{2})\.?\s+(\d{5})(?:-\d{4})?\b/u.exec(line);
    if (!us) return;
    const before = line.slice(0, us.index).trim() || (lines[i - 1] ?? '').trim();
    found.push({
      value: {
        ...(/\d/.test(before) ? { street: before } : {}),
        city: us[1] ?? '',
        region: us[2] ?? '',
        postalCode: us[3] ?? '',
        country: 'US',
        text: `${before}, ${us[0].trim()}`,
      },
      start: us.index,
      end: us.index + us[0].length,
      confidence: 0.7,
      lines: [i, i],
    });
  });
  return found;
}
