import type { IcpProfile } from '../domain/schema/icp.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import { type DraftUnit, draftInput, draftUnits } from '../scoring/draft-input.ts';
import type { ScoreInput } from '../scoring/input.ts';
import { briefOf, compiled, type ScoreBrief, titleOf } from './scores.ts';

export { activeProfile } from './profiles.ts';
export { briefScores } from './scores.ts';

type Worked = { basis: unknown[]; profile: IcpProfile; input: ScoreInput; briefs: Map<string, ScoreBrief> };

/** What a unit's score depends on: a tick is no reason to work it out anew. */
const basisOf = ({ head, people }: DraftUnit): unknown[] =>
  [head, ...people].flatMap(({ draft, edits, note }) => [draft, edits, note]);
const isSame = (a: unknown[], b: unknown[]) => a.length === b.length && a.every((one, at) => one === b[at]);

/** Scores drafts as they would be if saved now, each when asked for; the same brief for as long as nothing of it changes. */
export function createDraftScorer() {
  const worked = new Map<string, Worked>();
  /** In: the profile in force, all drafts of the page. Out: the brief of a draft by its id. */
  return (profile: IcpProfile, items: readonly TrayItem[]) => {
    const units = draftUnits(items);
    return (draftId: string): ScoreBrief | undefined => {
      const unit = units.get(draftId);
      if (!unit) return undefined;
      const basis = basisOf(unit);
      let known = worked.get(unit.head.draft.id);
      if (!known || known.profile !== profile || !isSame(known.basis, basis)) {
        known = { basis, profile, input: draftInput(unit), briefs: new Map() };
        worked.set(unit.head.draft.id, known);
      }
      const { input, briefs } = known;
      const brief =
        briefs.get(draftId) ?? briefOf(compiled(profile), draftId, input, Date.now(), titleOf(input, draftId));
      briefs.set(draftId, brief);
      return brief;
    };
  };
}
