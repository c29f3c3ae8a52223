import type { GeneratedI18nStructure as Words } from '../../.wxt/i18n/structure.d.ts';

/*
 * What `#i18n` is for the compiler (tsconfig.json, paths): as strict as the module's own types, which meet each key with all
 * 1,300 in nine overloads. With them types take 21 s, with these 2.
 */
type Substitution = string | number;
type Tuple<N extends number, T extends Substitution[] = []> = T['length'] extends N
  ? T
  : T['length'] extends 9
    ? never
    : Tuple<N, [...T, Substitution]>;

type Features = { plural: boolean; substitutions: number };
/** Of several keys that one call may mean, what any of them takes. */
type Rest<F> = F extends Features
  ? F['plural'] extends true
    ? F['substitutions'] extends 0
      ? [n: number]
      : F['substitutions'] extends 1
        ? [n: number, substitutions?: Tuple<1>]
        : [n: number, substitutions: Tuple<F['substitutions']>]
    : F['substitutions'] extends 0
      ? []
      : [substitutions: Tuple<F['substitutions']>]
  : never;

export type GeneratedI18nStructure = Words;
export declare const i18n: {
  /** A word of the interface in the browser's language. In: its key, the number where it has forms, what is put in. */
  t<K extends keyof Words>(key: K, ...rest: Rest<Words[K]>): string;
};
