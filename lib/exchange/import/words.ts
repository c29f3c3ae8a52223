import { fold, foldWords } from '../../domain/normalize/fold.ts';
import type { LeadSource, LeadSourceGroup } from '../../domain/schema/lead.ts';
import type { PhoneKind } from '../../domain/schema/value.ts';

/** Words that files use for coded values, in English, German and Chinese. Folded, or as they are in Chinese. */
const phoneKinds: [PhoneKind, RegExp][] = [
  ['fax', /fax|传真|傳真/],
  ['mobile', /mobil|handy|cell|手机|手機|移动/],
  ['switchboard', /switchboard|zentrale|main|haupt|总机|總機/],
  ['tollFree', /toll|free|gebuhrenfrei|免费|400/],
  ['home', /home|privat|家庭|住宅|私人/],
  ['work', /work|business|office|geschaft|arbeit|buro|dienst|direct|durchwahl|工作|办公|公司|单位/],
];

/** The kind of number that a word says: Handy, Work Fax, 手机. In: the word. Out: `other` where it says nothing known. */
export function phoneKindOf(word: string): PhoneKind {
  const plain = fold(word);
  return phoneKinds.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

const groups: [LeadSourceGroup, RegExp][] = [
  ['tradeFair', /fair|trade ?show|exhibition|messe|event|conference|展会|展會|展览|广交会|会议/],
  ['introduction', /introduc|referr|recommend|empfehl|partner|介绍|推荐|转介/],
  ['advertising', /advert|ads?\b|campaign|anzeige|werbung|mailing|newsletter|seo|sem|广告|推广/],
  [
    'inbound',
    /inbound|enquir|inquir|web ?form|website|contact form|anfrage|chat|organic|direct traffic|询盘|咨询|官网|来访/,
  ],
  ['directory', /director|yellow|register|verzeichnis|名录|黄页|查询/],
  ['helper', /helper|list ?broker|purchased list|bought|adress(?:kauf|liste)|助手|名单|购买/],
  ['browsing', /brows|door|cold|kalt|linkedin|research|recherche|陌拜|扫街|网页|上网|浏览/],
  ['ownRecords', /own record|existing|customer base|crm|import|bestand|eigene|自有|资料|老客户|已有/],
];

/**
 * How we met, from a cell: `Trade fair: HM 2026` as our own export has it, or any other words. In: the cell.
 * Out: the group its words tell and the words as the name; own records where they tell nothing.
 */
export function leadSourceOf(cell: string): LeadSource {
  const [before = '', ...rest] = cell.split(/\s*[:：·]\s*/);
  const named = groups.find(([, pattern]) => pattern.test(fold(before)));
  if (named && rest.length > 0) return { group: named[0], name: rest.join(': ') };
  const told = groups.find(([, pattern]) => pattern.test(fold(cell)));
  const isBare = exportedGroups.has(foldWords(cell));
  return { group: told?.[0] ?? 'ownRecords', name: isBare ? '' : cell };
}

/** The groups as our own export writes them, with no name behind. */
const exportedGroups = new Set(
  [
    'Door-to-door browsing|Advertising reply|Introduction|Directory look-up|Helper’s list|Own records|Trade fair|Inbound enquiry',
    "Helper's list|Reply to advertising",
    // as in JSON Lines
    'browsing|advertising|directory|helper|inbound',
    '主动浏览|广告回复|他人介绍|名录查询|助手名单|自有资料|展会|主动询盘',
  ].flatMap((words) => words.split('|').map(foldWords)),
);

const outcomes: ['won' | 'lost' | 'open', RegExp][] = [
  ['open', /^(?:open|offen|new|neu|in progress|in bearbeitung|pending|active|未结|进行中|跟进中|unknown|)$/],
  [
    'lost',
    /lost|verloren|\blose|churn|reject|abgelehnt|absage|disqualif|unqualified|declin|bad|fail|丢单|输单|失败|流失|败|^(?:no|nein|0|false|否|l)$/,
  ],
  [
    'won',
    /won|gewonnen|\bwin\b|success|erfolg|customer|kunde|auftrag|converted|accept|good|赢单|成交|成功|已签|赢|^(?:yes|ja|1|true|是|w)$/,
  ],
];

/** What a value of an outcome's column means. In: the value. Out: undefined where nobody can tell. */
export function outcomeWord(value: string): 'won' | 'lost' | 'open' | undefined {
  const plain = fold(value).trim();
  return outcomes.find(([, pattern]) => pattern.test(plain))?.[0];
}
