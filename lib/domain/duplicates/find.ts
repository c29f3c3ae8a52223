import { pairKey } from '../pair-key.ts';
import { blockKeys, isWeakKey } from './blocks.ts';
import { type Census, takeCensus } from './census.ts';
import { weighCompanies } from './company-pair.ts';
import { addFirmAliases } from './firm-aliases.ts';
import { type Edge, groupEdges } from './group.ts';
import type { Known } from './known.ts';
import { weighPeople } from './person-pair.ts';
import type { Reason, Weighed } from './reason.ts';

export type Confidence = 'certain' | 'likely';
/** Two leads that are probably one, and why: what weighs most comes first, what speaks against it last. */
export type DuplicatePair = { ids: [string, string]; confidence: Confidence; score: number; reasons: Reason[] };
/** Leads that are probably one. `confidence` is that of its weakest tie. */
export type DuplicateGroup = { kind: Known['kind']; ids: string[]; confidence: Confidence; pairs: DuplicatePair[] };

const likelyFrom = 6;
const certainFrom = 9;
/** What two share that is theirs alone. */
const proofs = new Set<Reason['is']>(['email', 'mobile', 'phone', 'link', 'chat', 'registerId', 'domain', 'address']);
/** More leads than this under one key: it says nothing of any two of them. */
const largestBlock = 120;
/** A word of a company's name says less. */
const largestWeak = 40;

export type FindOptions = {
  /** `pairKey`s of those that the user said are two. */
  notSame?: ReadonlySet<string>;
  /** Told the share done, 0 to 1. */
  onProgress?: (share: number) => void;
};

/**
 * Finds leads of the book that are probably one. Pure. In: all leads taken apart. Out: groups, the surest first.
 */
export function findDuplicates(
  all: readonly Known[],
  { notSame = new Set(), onProgress = () => undefined }: FindOptions = {},
): DuplicateGroup[] {
  addFirmAliases(all);
  const census = takeCensus(all);
  const companies = all.filter(({ kind }) => kind === 'company');
  const people = all.filter(({ kind }) => kind === 'person');
  const share = companies.length / Math.max(1, all.length);
  const groups = [
    ...findAmong(companies, census, notSame, (done) => onProgress(done * share)),
    ...findAmong(people, census, notSame, (done) => onProgress(share + done * (1 - share))),
  ];
  onProgress(1);
  const weakest = ({ pairs }: DuplicateGroup) => Math.min(...pairs.map(({ score }) => score));
  return groups.sort((a, b) => weakest(b) - weakest(a));
}

function findAmong(
  leads: readonly Known[],
  census: Census,
  notSame: ReadonlySet<string>,
  onProgress: (share: number) => void,
): DuplicateGroup[] {
  const { blocks, ofLead, weak } = inBlocks(leads);
  const weigh = (a: number, b: number): Weighed => weighLeads(leads[a], leads[b], census);
  const isRuledOut = (a: number, b: number) =>
    notSame.size > 0 && notSame.has(pairKey(leads[a]?.id ?? '', leads[b]?.id ?? ''));
  const edges: Edge[] = [];
  const seenBy = new Int32Array(leads.length).fill(-1);
  for (const [at, own] of ofLead.entries()) {
    for (const id of own) {
      const block = blocks[id];
      if (!block || block.length < 2 || block.length > (weak[id] ? largestWeak : largestBlock)) continue;
      for (const other of block) {
        // Each pair once, from the later of the two.
        if (other >= at) break;
        if (seenBy[other] === at) continue;
        seenBy[other] = at;
        const { score, reasons } = weigh(other, at);
        if (score >= likelyFrom && !isRuledOut(other, at))
          edges.push({ a: other, b: at, score, proven: reasons.some(({ is }) => proofs.has(is)) });
      }
    }
    if (at % 500 === 0) onProgress(at / leads.length);
  }
  return groupEdges(edges, { weigh: (a, b) => weigh(a, b).score, isRuledOut }).map((places) =>
    groupOf(places, leads, weigh),
  );
}

/** Which leads share which keys: keys by numbers, as half a million of them as texts are heavy. */
function inBlocks(leads: readonly Known[]): {
  blocks: number[][];
  ofLead: Int32Array[];
  weak: boolean[];
} {
  const ids = new Map<string, number>();
  const blocks: number[][] = [];
  const weak: boolean[] = [];
  const ofLead = leads.map((known, at) =>
    Int32Array.from(blockKeys(known), (key) => {
      const id = ids.get(key) ?? ids.size;
      if (id === ids.size) {
        ids.set(key, id);
        blocks.push([]);
        weak.push(known.kind === 'company' && isWeakKey(key));
      }
      blocks[id]?.push(at);
      return id;
    }),
  );
  return { blocks, ofLead, weak };
}

/** How much speaks for two leads being one. Leads of two kinds are never one. */
export function weighLeads(a: Known | undefined, b: Known | undefined, census: Census): Weighed {
  if (a?.kind === 'person' && b?.kind === 'person') return weighPeople(a, b, census);
  if (a?.kind === 'company' && b?.kind === 'company') return weighCompanies(a, b, census);
  return { score: Number.NEGATIVE_INFINITY, reasons: [] };
}

/** A weighed pair in the form that is shown; undefined where too little speaks for it. */
export function pairOf(ids: [string, string], { score, reasons }: Weighed): DuplicatePair | undefined {
  if (score < likelyFrom) return undefined;
  const shown = reasons.toSorted((a, b) => b.weight - a.weight).map(({ weight: _weight, ...reason }) => reason);
  return { ids, score, confidence: score >= certainFrom ? 'certain' : 'likely', reasons: shown };
}

function groupOf(places: number[], leads: readonly Known[], weigh: (a: number, b: number) => Weighed): DuplicateGroup {
  const members = places.flatMap((at) => leads[at] ?? []);
  const pairs = places.flatMap((a, index) =>
    places.slice(index + 1).flatMap((b) => pairOf([leads[a]?.id ?? '', leads[b]?.id ?? ''], weigh(a, b)) ?? []),
  );
  const ids = members.map(({ id }) => id).sort();
  // Whoever is tied to all the others by certain pairs alone is certain.
  const isCertain =
    ids.every((id) => pairs.some((pair) => pair.confidence === 'certain' && pair.ids.includes(id))) &&
    pairs.filter((pair) => pair.confidence === 'certain').length >= ids.length - 1;
  return {
    kind: members[0]?.kind ?? 'person',
    ids,
    confidence: isCertain ? 'certain' : 'likely',
    pairs: pairs.sort((a, b) => b.score - a.score),
  };
}
