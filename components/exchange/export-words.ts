import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { phases } from '../../lib/domain/schema/order.ts';
import { lawfulBasis } from '../../lib/domain/schema/privacy.ts';
import { tier } from '../../lib/domain/schema/score.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { phoneKind } from '../../lib/domain/schema/value.ts';
import { columnWords } from '../../lib/exchange/columns.ts';
import type { ExportWords } from '../hooks/use-export.ts';
import { pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { excludedText } from '../leads/score-words.ts';
import { tierText } from '../leads/tier-pane.tsx';
import { stageName } from '../work/words.ts';

function inWords<K extends string>(keys: readonly K[], word: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}

/** The words of an export's headers and coded values, in the language of the panel. */
export const exportWords = (): ExportWords => ({
  tables: {
    column: inWords(columnWords, (word) => i18n.t(`exchange.column.${word}`)),
    sheet: { person: i18n.t('leads.people'), company: i18n.t('leads.companies') },
    group: inWords(leadSourceGroup.options, (group) => i18n.t(`exchange.group.${group}`)),
    phoneKind: inWords(phoneKind.options, (kind) => i18n.t(`exchange.phoneKind.${kind}`)),
    outcome: inWords(['won', 'lost'] as const, (result) => i18n.t(`outcome.${result}`)),
    consent: inWords(['given', 'withdrawn'] as const, (state) => i18n.t(`privacy.consentState.${state}`)),
    basis: inWords(lawfulBasis.shape.basis.options, (basis) => i18n.t(`privacy.bases.${basis}`)),
    stage: inWords([...firstPipeline.stages.map(({ id }) => id), 'won', 'lost'], (id) => stageName(id, firstPipeline)),
    tier: inWords(tier.options, tierText),
    role: inWords(['decides', 'influences', 'uses'] as const, (role) => i18n.t(`score.plays.${role}`)),
    valueClass: inWords(['A', 'B', 'C'] as const, (one) => i18n.t('value.customer', [one])),
    segment: inWords(namedSegments, (one) => i18n.t(`value.segment.${one}`)),
    phase: inWords(phases.options, (one) => i18n.t(`value.phase.${one}`)),
  },
  scores: ({ reasons, gates }) => ({
    reasons: reasons.map((reason) => `${pointsText(reason.points)} ${ruleName(reason)}`),
    gates: gates.map(excludedText),
  }),
  file: i18n.t('exchange.fileName'),
});
