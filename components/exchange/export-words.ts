import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { phoneKind } from '../../lib/domain/schema/value.ts';
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
  column: (word) => i18n.t(`exchange.column.${word}`),
  values: {
    group: inWords(leadSourceGroup.options, (group) => i18n.t(`exchange.group.${group}`)),
    phoneKind: inWords(phoneKind.options, (kind) => i18n.t(`exchange.phoneKind.${kind}`)),
    score: {
      tier: tierText,
      role: (role) => i18n.t(`score.plays.${role}`),
      excluded: excludedText,
      reason: (reason) => `${pointsText(reason.points)} ${ruleName(reason)}`,
    },
    value: {
      valueClass: (one) => i18n.t('value.customer', [one]),
      segment: (one) => {
        const known = namedSegments.find((name) => name === one);
        return known ? i18n.t(`value.segment.${known}`) : one;
      },
      phase: (one) => i18n.t(`value.phase.${one}`),
    },
    stage: (id) => stageName(id, firstPipeline),
    outcome: inWords(['won', 'lost'] as const, (result) => i18n.t(`outcome.${result}`)),
  },
  sheet: { person: i18n.t('leads.people'), company: i18n.t('leads.companies') },
  file: i18n.t('exchange.fileName'),
});
