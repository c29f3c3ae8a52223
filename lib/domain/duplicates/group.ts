/** Two leads that may be one, by their places in the list that was searched. `proven`: they share something that is theirs alone. */
export type Edge = { a: number; b: number; score: number; proven: boolean };
type Judge = {
  /** How much speaks for any two. */
  weigh: (a: number, b: number) => number;
  /** Whether the user said that they are not the same. */
  isRuledOut: (a: number, b: number) => boolean;
};

/** Below this two leads are held to be two, whatever a third one has in common with both. */
const apart = 1.5;
/** Below this two leads that one name alone could mean are rivals for it. */
const rivals = 4;

/**
 * Joins pairs to groups, the surest first. Two groups become one only where no two of theirs are held to be two: "H. Weber" never
 * joins Hans and Heike. In: pairs, what is known of any two. Out: groups of places.
 */
export function groupEdges(edges: readonly Edge[], judge: Judge): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf = (at: number) => groups.get(at) ?? [at];
  const clear = withoutAmbiguous(edges, judge);
  for (const { a, b } of clear.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const [left, right] = [groupOf(a), groupOf(b)];
    if (left === right) continue;
    const fits = (one: number, other: number) =>
      !judge.isRuledOut(one, other) && ((one === a && other === b) || judge.weigh(one, other) > apart);
    if (!left.every((one) => right.every((other) => fits(one, other)))) continue;
    const joined = [...left, ...right];
    for (const at of joined) groups.set(at, joined);
  }
  return [...new Set(groups.values())];
}

/** Takes out what a name alone says of somebody whom it fits no better than another: two Wagner GmbH, and one without a town. */
function withoutAmbiguous(edges: readonly Edge[], { weigh }: Judge): Edge[] {
  const ofLead = new Map<number, Edge[]>();
  for (const edge of edges) for (const at of [edge.a, edge.b]) ofLead.set(at, [...(ofLead.get(at) ?? []), edge]);
  const other = (edge: Edge, at: number) => (edge.a === at ? edge.b : edge.a);
  const isAmbiguous = (edge: Edge): boolean =>
    !edge.proven &&
    [edge.a, edge.b].some((at) =>
      (ofLead.get(at) ?? []).some(
        (rival) => rival !== edge && rival.score > edge.score - 1 && weigh(other(edge, at), other(rival, at)) < rivals,
      ),
    );
  return edges.filter((edge) => !isAmbiguous(edge));
}
