import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import type { Sender, SenderFacts, SenderValue } from '../../lib/mailbox/sender.ts';
import { ruleName } from '../icp/rule-words.ts';
import { dayText } from '../leads/words.ts';
import { dueText, stageName } from '../work/words.ts';

type Mark =
  | { state: 'none' }
  | { state: 'stranger' | 'firm'; label: string }
  | { state: 'known'; label: string; tier: Tier; customer: boolean }
  | { state: 'warn'; label: string; line: string };

/** "A prospect", "B customer", or that too little is known. */
function tierWord(tier: Tier, customer: boolean): string {
  if (tier === '?') return i18n.t(customer ? 'mailbox.unknownCustomer' : 'mailbox.unknownTier');
  return i18n.t(customer ? 'mailbox.customer' : 'mailbox.tier', [tier]);
}

/** "A customer · Champions", from the orders of a customer. */
function valueWord({ valueClass, segment }: SenderValue): string {
  const known = namedSegments.find((one) => one === segment);
  const name = i18n.t('value.customer', [valueClass]);
  return known ? `${name}${i18n.t('value.and', [i18n.t(`value.segment.${known}`)])}` : name;
}

function firmWord(sender: Extract<Sender, { is: 'firm' }>): string {
  const name = sender.company?.name ?? sender.domain;
  const { people, tier, customer, value } = sender;
  const known =
    people > 0 ? i18n.t('mailbox.firm', people, [String(people), name]) : i18n.t('mailbox.firmKept', [name]);
  if (value) return i18n.t('mailbox.firmTier', [known, valueWord(value)]);
  return tier ? i18n.t('mailbox.firmTier', [known, tierWord(tier, customer)]) : known;
}

/** The chip of a sender, with its words for screen readers. In: what the book says, the name or address in the mail. */
export function markOf(sender: Sender, called: string): Mark {
  switch (sender.is) {
    case 'none':
      return { state: 'none' };
    case 'stranger':
      return { state: 'stranger', label: i18n.t('mailbox.stranger', [called]) };
    case 'firm':
      return { state: 'firm', label: firmWord(sender) };
    case 'barred': {
      const line = i18n.t('mailbox.barredLine', [sender.name]);
      return { state: 'warn', label: i18n.t('mailbox.lookAlike', [line]), line };
    }
    case 'erased': {
      const line = i18n.t('mailbox.erasedLine', [sender.address, dayText(sender.at)]);
      return { state: 'warn', label: i18n.t('mailbox.lookAlike', [line]), line };
    }
    case 'lookAlike': {
      const line = i18n.t('mailbox.lookAlikeLine', [sender.domain, sender.like]);
      return { state: 'warn', label: i18n.t('mailbox.lookAlike', [line]), line };
    }
    case 'known': {
      const { tier, customer, name, value } = sender;
      // A customer wears the class of their orders, a prospect the tier of the profile.
      if (value)
        return {
          state: 'known',
          label: i18n.t('mailbox.known', [name, valueWord(value)]),
          tier: value.valueClass,
          customer: true,
        };
      return { state: 'known', label: i18n.t('mailbox.known', [name, tierWord(tier, customer)]), tier, customer };
    }
  }
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points).replace('-', '−'));

function linesOf({ sender, brief }: SenderFacts, mark: Mark, hasFirm: boolean): string[] {
  if (mark.state === 'warn') return [mark.line];
  const of = sender.is === 'firm' ? [firmWord(sender)] : [];
  if (sender.is === 'stranger') return [i18n.t(hasFirm ? 'mailbox.strangerLine' : 'mailbox.strangerFree')];
  if (!brief) return of;
  const head =
    sender.is === 'known' ? [sender.value ? valueWord(sender.value) : tierWord(brief.tier, sender.customer)] : [];
  const isCustomer = sender.is === 'known' && sender.value !== undefined;
  return [
    ...of,
    [...head, i18n.t('mailbox.facts', [brief.known, brief.asked])].join(' · '),
    ...brief.gates.slice(0, 1).map((gate) => i18n.t('mailbox.gate', [ruleName(gate)])),
    ...brief.reasons.map((reason) => i18n.t('mailbox.reason', [ruleName(reason), signed(reason.points)])),
    // Class and segment take a line more.
  ].slice(0, isCustomer ? 4 : 5);
}

/** What comes next, with its day: "Send the offer, Friday". */
const nextText = (text: string, due: SenderFacts['nextDue']): string =>
  due ? [text, dueText(due, Date.now())].filter(Boolean).join(' · ') : text;

/** The card of a sender. In: what is known, whether the address tells a firm, where answers go if elsewhere. Out: its words. */
export function cardOf(facts: SenderFacts, hasFirm: boolean, elsewhere: string | undefined) {
  const { sender, address, saidName, name, jobTitle, companyName, lastTouchAt, nextStep, nextDue, stage } = facts;
  const mark = markOf(sender, saidName || address);
  const isKnown = sender.is === 'known';
  const touched = lastTouchAt === undefined ? 'mailbox.noTouch' : 'mailbox.lastTouch';
  return {
    mark,
    head: mark.state === 'warn' ? i18n.t('mailbox.guard') : (isKnown && name) || saidName || address,
    sub: isKnown ? [jobTitle, companyName].filter(Boolean).join(' · ') || address : address,
    lines: linesOf(facts, mark, hasFirm),
    notes: [
      ...(nextStep ? [i18n.t('mailbox.next', [nextText(nextStep, nextDue)])] : []),
      ...(isKnown && stage ? [i18n.t('work.inStage', [stage.name || stageName(stage.id, firstPipeline)])] : []),
      ...(isKnown ? [i18n.t(touched, [lastTouchAt === undefined ? '' : dayText(lastTouchAt)])] : []),
      ...(elsewhere ? [i18n.t('mailbox.elsewhere', [elsewhere])] : []),
      i18n.t('mailbox.drawnBy'),
    ],
    button: i18n.t(isKnown ? 'mailbox.open' : 'mailbox.keep'),
  };
}
