import { foldWords } from '../../domain/normalize/fold.ts';
import type { Target } from './targets.ts';

/**
 * What columns are called: in our own exports (English and Chinese), in the exports of the usual CRMs, address books and
 * mail programs, and in people's own sheets (English, German, Chinese). `~` stands for the person or the company, whichever
 * the rows are.
 */
const table: Record<Target, string> = {
  '~.name': 'name|full name|display name|名称|anzeigename',
  'person.name':
    'contact|contact name|contact person|person|person name|lead name|lead|姓名|联系人|联系人姓名|ansprechpartner|kontakt|kontaktperson|vor und nachname|vollstandiger name|file as',
  'person.givenName': 'first name|firstname|given name|forename|vorname|名|名字',
  'person.middleName': 'middle name|additional name|zweiter vorname|中间名',
  'person.familyName': 'last name|lastname|surname|family name|nachname|familienname|zuname|姓|姓氏',
  'person.honorific': 'salutation|honorific|name prefix|prefix|anrede|titel|title prefix|courtesy title|称谓|称呼|尊称',
  'person.jobTitle':
    'job title|jobtitle|position|title|role|job|function|organization title|organisation title|stelle|funktion|berufsbezeichnung|jobtitel|职位|职务|岗位|头衔',
  'person.department': 'department|organization department|abteilung|部门',
  'company.name':
    'company|company name|account|account name|organization|organisation|organization name|organisation name|associated company|related company|employer|business name|firm|firma|firmenname|unternehmen|unternehmensname|arbeitgeber|公司|公司名称|企业名称|单位|单位名称|客户名称|客户',
  '~.emails':
    'email|e mail|mail|email address|e mail address|emails|work email|business email|e mail adresse|emailadresse|mailadresse|邮箱|电子邮箱|电子邮件|邮件|email opt|primary email|email work',
  '~.phones':
    'phone|phone number|telephone|tel|telefon|telefonnummer|rufnummer|phones|primary phone|电话|联系电话|电话号码|phone other|other phone',
  '~.phones:work':
    'work phone|business phone|office phone|phone work|direct phone|durchwahl|geschaftlich|telefon geschaftlich|办公电话|工作电话|办公室电话',
  '~.phones:mobile':
    'mobile|mobile phone|mobile phone number|mobile number|cell|cell phone|cellphone|mobil|mobiltelefon|mobilnummer|handy|handynummer|手机|手机号|手机号码|移动电话|phone mobile',
  '~.phones:fax': 'fax|fax number|business fax|work fax|faxnummer|telefax|传真|传真号码',
  '~.phones:home': 'home phone|private phone|phone home|privat|telefon privat|家庭电话|住宅电话',
  '~.phones:switchboard': 'switchboard|main phone|company phone|company main phone|zentrale|总机',
  '~.phones:kind': 'phone kind|phones kind|电话 类型|phone label|phone type',
  '~.wechat': 'wechat|we chat|weixin|wechat id|微信|微信号',
  '~.qq': 'qq|qq号|qq number',
  '~.whatsapp': 'whatsapp|whats app',
  '~.links':
    'link|links|linkedin|linkedin url|linkedin profile|xing|profile|profile url|social|twitter|facebook|链接|主页链接|linkedin bio',
  '~.addresses':
    'address|addresses|full address|postal address|mailing address|business address|adresse|anschrift|postanschrift|地址|联系地址|通讯地址|公司地址|address formatted',
  '~.addresses:street':
    'street|street address|address line 1|address 1|business street|mailing street|billing street|address street|strasse|strasse und hausnummer|strasse hausnummer|strasse nr|街道|详细地址',
  '~.addresses:postalCode':
    'postal code|postcode|zip|zip code|zip postal code|business postal code|mailing zip|mailing postal code|mailing zip postal code|billing zip|billing zip postal code|address postal code|plz|postleitzahl|邮编|邮政编码',
  '~.addresses:city':
    'city|town|business city|mailing city|billing city|address city|locality|ort|stadt|wohnort|城市|市|所在城市',
  '~.addresses:region':
    'state|region|province|state region|state province|county|business state|mailing state|mailing state province|billing state|billing state province|address region|bundesland|kanton|省|省份|省 州|地区',
  '~.addresses:country':
    'country|country region|business country region|business country|mailing country|billing country|address country|land|国家|国家 地区|国别',
  'company.domain': 'domain|company domain|company domain name|domain name|域名|公司域名',
  'company.website':
    'website|web site|web|url|homepage|website url|web page|website value|webseite|internet|internetseite|网站|网址|公司网站|官网',
  'company.legalForm': 'legal form|rechtsform|企业类型|公司类型',
  'company.stand': 'stand|booth|stand number|booth number|halle stand|展位|展位号',
  'company.industry': 'industry|sector|branche|industrie|wirtschaftszweig|行业|所属行业',
  'company.products': 'products|produkte|product|product range|产品|主营产品|主要产品',
  'company.employees':
    'employees|number of employees|no of employees|employee count|headcount|company size|num employees|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|beschaftigte|员工人数|员工数|人数|公司规模|人员规模',
  'company.founded':
    'founded|year founded|founded year|foundation year|gegrundet|grundungsjahr|grundung|成立时间|成立日期|成立年份',
  'company.registeredCapital': 'capital|registered capital|share capital|stammkapital|grundkapital|kapital|注册资本',
  'company.registerNumber':
    'register no|register number|registration number|company number|handelsregisternummer|hrb|hrb nummer|registernummer|注册号',
  'company.registerCourt': 'register court|registergericht|amtsgericht|登记机关',
  'company.vatId':
    'vat id|vat|vat number|vat no|tax id|ust id|ust idnr|ust id nr|umsatzsteuer id|umsatzsteueridentifikationsnummer|uid|增值税号|税号|纳税人识别号',
  'company.creditCode': 'credit code|unified social credit code|统一社会信用代码|信用代码',
  'company.representatives':
    'represented by|representatives|managing director|managing directors|ceo|geschaftsfuhrer|vertreten durch|法定代表人|法人|法人代表',
  'company.scope': 'business scope|scope|geschaftsgegenstand|unternehmensgegenstand|经营范围',
  'lead.list': 'list|list name|campaign|campaign name|liste|kampagne|名单|活动',
  'lead.howWeMet':
    'how we met|lead source|source|original source|original source type|origin|herkunft|quelle|leadquelle|kontaktquelle|来源|线索来源|客户来源',
  'lead.tags': 'tags|tag|labels|label|categories|category|group membership|schlagworte|kategorien|kategorie|标签|分类',
  'lead.owner':
    'owner|lead owner|contact owner|account owner|record owner|salesperson|sales rep|assigned to|betreuer|zustandig|verantwortlich|inhaber|vertriebsmitarbeiter|负责人|业务员|跟进人|所有者',
  'lead.nextStep':
    'next step|next activity|next action|nachster schritt|nachste aktivitat|wiedervorlage grund|下一步|下一步行动',
  'lead.nextStepDue':
    'next step due|next activity date|due date|next contact|wiedervorlage|fallig|faellig|下一步日期|下次联系|下次联系时间|下次跟进时间',
  'lead.note':
    'note|notes|comment|comments|description|remark|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|beschreibung|备注|说明|描述',
  'lead.createdAt':
    'added|created|created at|created date|create date|created time|created on|date added|creation date|date created|person created|organization created|angelegt|angelegt am|erstellt|erstellt am|erstelldatum|添加日期|创建时间|创建日期|添加时间|录入时间',
  'lead.outcome':
    'outcome|won lost|won or lost|result|deal status|deal stage|lead status|opportunity status|status|stage|is won|won|ergebnis|ausgang|gewonnen|phase|leadstatus|结果|成交结果|赢单|状态|销售阶段|商机状态|线索状态',
  'lead.outcomeAt':
    'outcome date|outcome at|closed|closed at|close date|closed date|closed on|won lost on|won time|lost time|date closed|won date|lost date|abgeschlossen am|abschlussdatum|geschlossen am|结果日期|成交日期|关闭日期|结束日期|成交时间',
  'lead.outcomeReason':
    'outcome reason|reason|lost reason|loss reason|won reason|closed lost reason|closed won reason|won lost because|reason lost|verlustgrund|grund|begrundung|结果原因|原因|丢单原因|赢单原因|输单原因|失败原因',
  'lead.wholeNeed':
    'whole need a year|whole need|total need|annual need|yearly need|total spend|annual spend|purchasing volume|gesamtbedarf|jahresbedarf|einkaufsvolumen|每年全部需求|全部需求|年需求|年采购额|采购总额',
  'lead.wholeNeedCurrency': 'whole need currency|全部需求 货币',
  'lead.wholeNeedAt': 'whole need as of|全部需求 截至',
  'lead.wholeNeedFrom': 'whole need known from|全部需求 来源',
  'lead.doNotContact':
    'do not contact|must not be contacted|no contact|nicht kontaktieren|darf nicht kontaktiert werden|kontaktsperre|werbesperre|请勿联系|不得联系|黑名单',
  'lead.optOutEmail':
    'email opt out|e mail opt out|email optout|opt out email|has opted out of email|hasoptedoutofemail|opted out of email|opted out|unsubscribed from all email|unsubscribed from all e mail|unsubscribed|do not email|do not e mail|marketing status|person marketing status|blacklist|blacklisted|is blacklisted|keine e mail|keine e mails|keine werbung per e mail|e mail abgemeldet|newsletter abgemeldet|email abgemeldet|请勿发邮件|邮件退订|退订',
  'lead.optOutCall':
    'do not call|donotcall|call opt out|phone opt out|no calls|nicht anrufen|keine anrufe|请勿致电|请勿来电',
  'lead.consentEmail':
    'consent to e mail|consent to email|consent e mail|consent email|consent email state|email consent|e mail consent|einwilligung e mail|e mail einwilligung|邮件同意',
  'lead.consentEmailAt':
    'consent to e mail date|consent to email date|consent email at|consent email date|email consent date|einwilligung e mail datum|邮件同意 日期',
  'lead.consentCall':
    'consent to calls|consent call|consent call state|call consent|phone consent|einwilligung anruf|einwilligung telefon|电话同意',
  'lead.consentCallAt':
    'consent to calls date|consent call at|consent call date|call consent date|einwilligung anruf datum|电话同意 日期',
  'lead.lawfulBasis': 'lawful basis|legal basis|rechtsgrundlage|合法性基础',
  'lead.id': 'leadlight id|leadlight 编号',
  ignore:
    'changed|updated|updated at|modified|last modified|last modified date|modified time|geandert|geandert am|修改日期|修改时间|last activity|last activity date|last contacted|record id|id|contact id|lead id|account id|external id',
};

const known = new Map<string, Target>();
for (const [target, names] of Object.entries(table)) for (const name of names.split('|')) known.set(name, target);

/** Groups of columns that some programs put before the name of each: `Person - E-mail`, `Organization - Name`. */
const owners: [RegExp, 'person' | 'company'][] = [
  [/^(?:person|contact|kontakt|联系人)\s+(?=\S)/, 'person'],
  [/^(?:organi[sz]ation|company|account|firma|公司)\s+(?=\S)/, 'company'],
];

export type HeadingMeaning = { target: Target; of?: 'person' | 'company' };

/**
 * What the heading of a column says. In: the heading. Out: a target, with `~` where it may be of either; undefined for a
 * heading that nobody uses. Numbers (`Phone 2`), `- Value` and brackets are seen through; `read at` columns of our own
 * exports are not for reading back.
 */
export function meaningOf(heading: string): HeadingMeaning | undefined {
  if (/:\s*(?:read at|read on|出处|读取日期)$/i.test(heading)) return { target: 'ignore' };
  const plain = foldWords(heading.replace(/\([^)]*\)|（[^）]*）/g, ' ')) || foldWords(heading);
  const bare = plain
    .replace(/\b(?:value)\b/g, ' ')
    .replace(/(?<=\p{L})\s*\b\d{1,2}\b/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const name of [plain, bare]) {
    const target = known.get(name);
    if (target) return { target };
  }
  for (const [pattern, of] of owners) {
    const rest = bare.replace(pattern, '');
    const target = rest === bare ? undefined : known.get(rest);
    if (target && (target.startsWith('~') || target.startsWith(of))) return { target, of };
  }
  return undefined;
}
