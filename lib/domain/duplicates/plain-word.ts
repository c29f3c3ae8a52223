import { givenNames } from '../lexicon/given-names.ts';
import { surnames } from '../lexicon/surnames.ts';

/** A folded text with ae, oe, ue as the umlauts that they stand for: Müller, Mueller and Muller are one. */
export const plainWord = (folded: string): string => folded.replace(/([aou])e/g, '$1');

const plainGiven = new Set([...givenNames].map(plainWord));
const plainFamily = new Set([...surnames].map(plainWord));

/** Whether a plain word is a common given name. */
export const isGivenName = (word: string): boolean => plainGiven.has(word);
/** Whether a plain word is a common family name. */
export const isFamilyName = (word: string): boolean => plainFamily.has(word);
