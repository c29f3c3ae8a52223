/** What a label before a value says the value is. */
export type LabelKind =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'department'
  | 'company'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'switchboard'
  | 'email'
  | 'web'
  | 'address'
  | 'wechat'
  | 'qq'
  | 'whatsapp'
  | 'fact'
  | 'other';

/** Words of forms and signatures in the languages of business mail, most telling first. Tested against the whole label. */
const words: [LabelKind, RegExp][] = [
  ['fax', /^(?:tele)?fax\w*|^faks|^t[ée]l[ée]copie|^传真|^傳真|^ファ|^факс|^f$/i],
  [
    'mobile',
    /^(?:mobil(?:e?$|e? (?:phone|no|number)|telefon|nummer)|handy|cell(?:$|phone| )|m[óo]vil|gsm|portable|natel|手机|手機|移动电话|行動|携帯|моб|m$|c$|cel$)/i,
  ],
  [
    'switchboard',
    /^(?:zentrale|switchboard|reception|central[ei]|总机|總機|服务热线|客服|热线|代表電話|main line|hr hotline|hotline)/i,
  ],
  ['whatsapp', /^whats ?app/i],
  ['wechat', /^(?:微信|wechat|weixin|wx|vx)/i],
  ['qq', /^qq/i],
  [
    'email',
    /^(?:e-?mail|mail|courriel|correo|электронн|почта|邮箱|郵箱|电子邮|電子郵|信箱|メール|이메일|e$|e-?post|certified email|pec$)/i,
  ],
  [
    'phone',
    /^(?:tel|phone|fon$|telefon|ruf(?:nummer)?$|call(?: me)?$|direct(?!or)|direkt(?!or)|durchwahl|office(?: phone)?$|b[üu]ro$|电话|電話|座机|固话|联系电话|联系方式|直线|тел|전화|t$|p$|o$|d$|ph$|contact (?:number|no)|work$|home$|your phone)/i,
  ],
  [
    'web',
    /^(?:web(?:site|seite|page)?$|www|homepage|internet$|site$|sitio|url$|官网|网址|網址|网站|網站|сайт|w$|ホームページ)/i,
  ],
  [
    'address',
    /^(?:address(?:es)?$|adresse|anschrift|addr|dirección|indirizzo|adres|地址|公司地址|住所|адрес|門市|门市|a$|add$|location$|standort$)/i,
  ],
  ['firstName', /^(?:first ?name|vorname|pr[ée]nom|given name|nombre$|nome$|voornaam|имя$|名$)/i],
  [
    'lastName',
    /^(?:last ?name|surname|family ?name|nachname|familienname|nom de famille|apellidos?|cognome|achternaam|фамилия|姓$)/i,
  ],
  [
    'name',
    /^(?:(?:full |your |contact |customer )?name|ihr name|vollständiger name|ansprechpartner(?:in)?|kontaktperson|contact(?: person)?|nom(?: complet)?|nombre completo|nominativo|naam|namn|navn|姓名|联系人|聯絡人|聯繫人|称呼|您的姓名|お名前|氏名|担当者|имя и фамилия|фио|имя|이름|성명)$/i,
  ],
  [
    'title',
    /^(?:(?:job )?title|position|role|funktion|beruf|poste|fonction|cargo|puesto|ruolo|functie|职务|職務|职位|職位|役職|должность|직책)$/i,
  ],
  ['department', /^(?:department|abteilung|service|départe?ment|departamento|reparto|afdeling|部门|部門|部署|отдел)$/i],
  [
    'company',
    /^(?:company(?: name)?|organi[sz]ation|firma|firmenname|unternehmen|soci[ée]t[ée]|entreprise|empresa|azienda|bedrijf|foretag|företag|公司(?:名称)?|单位(?:名称)?|企业名称|公司名稱|名称|会社名|компания|организация|회사(?:명)?)$/i,
  ],
  [
    'fact',
    /^(?:gf|gesch[äa]ftsf[üu]hr|vorstand|aufsichtsrat|managing director|ceo$|registergericht|amtsgericht|ag$|handelsregister|hrb|hra|sitz|ust|vat|steuer|税号|统一社会信用|統一編號|统编|开户|账号|orcid|licen[cs]e|nmls|dre|reg\.?)/i,
  ],
];

/** Signatures space characters out to align them ("手　　机", "Ｑ　Ｑ"); full-width forms become plain ones. */
export function plainForm(text: string): string {
  const narrow = /[\uff01-\uff5e\u3000]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCodePoint(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, '  ')
    : text;
  return narrow
    .replace(
      /^([\s>*▶►•·-]*)([\p{Script=Han}A-Za-z])((?:\s+[\p{Script=Han}A-Za-z]){1,3})(?=\s*[:：])/u,
      (_, lead: string, first: string, rest: string) => `${lead}${first}${rest.replace(/\s+/g, '')}`,
    )
    .replace(
      /(?<=[:：]\s*|^)(\p{Script=Han})((?:\s\p{Script=Han}){1,3})(?=\s*(?:[(（]|$))/u,
      (_, first: string, rest: string) => `${first}${rest.replace(/\s+/g, '')}`,
    );
}

/** What a label says. In: words without the colon. Out: kind, `other` for a label that is none of ours. */
export function labelKind(label: string): LabelKind {
  const text = label
    .replace(/[*_]/g, '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .trim();
  for (const [kind, pattern] of words) if (pattern.test(text)) return kind;
  return 'other';
}

export type Labelled = {
  kind: LabelKind;
  label: string;
  value: string /** Where the value begins in the text. */;
  at: number;
};

/** A line of the form "Label: value". In: a line. Out: its parts, or undefined when it has none. */
export function splitLabel(text: string): Labelled | undefined {
  const m = /^([^\p{L}\p{N}]{0,4}\p{L}[^:：\d@]{0,38}?)\s?[:：⋅]\s*(?!\/\/)/u.exec(text);
  if (!m?.[1]) return undefined;
  return { kind: labelKind(m[1]), label: m[1].trim(), value: text.slice(m[0].length).trim(), at: m[0].length };
}
