import type { Line } from './lines.ts';

export type Part = {
  text: string;
  start: number;
  end: number /** What separates it from the part before. */;
  before: string;
};

const numbers = /\s*(?:分機|分机|转|轉|ext\.?|dw)\s*[:：]?\s*\d{1,5}\s*|\s*\+?\d[\d\s()（）/.–-]{4,}\d\s*/gi;
const separator =
  /\s*(?:(?:[|｜•●，;；、：:【】\t\u2022]|(?![(（][株有주유][)）])[(（]|(?<![(（][株有주유])[)）])|,(?!\s*(?:Inc|LLC|L\.L\.C|Ltd|Co|Corp|LLP|PLC|PLLC|P\.C|S\.A|S\.L|GmbH|AG)\b))\s*|\s*(?:(?<!\p{Script=Han})[·・]|[·・](?!\p{Script=Han}))\s*|\s+[–—―-]\s+|\s*[–—]\s*|\s+\/\s+|\s{2,}|\u3000+/gu;

/** What every separator has one of: most lines have none. */
const maySeparate = /[|｜•●,，;；、：:()（）【】\t·・–—―\u3000]|\s[-/]\s|\s\s/;

/** Several readers ask for the parts of the same line. */
const cut = new WeakMap<Line, Part[]>();

/** Cuts a line where its writer would: at commas, bars, colons, dashes and brackets, and at the ends of links and bold words. */
export function partsOf(line: Line): Part[] {
  const before = cut.get(line);
  if (before) return before;
  const parts = cutLine(line);
  cut.set(line, parts);
  return parts;
}

function cutLine(line: Line): Part[] {
  const cuts: { start: number; end: number; text: string }[] = [];
  if (maySeparate.test(line.s))
    for (const m of line.s.matchAll(separator))
      cuts.push({ start: m.index, end: m.index + m[0].length, text: m[0].trim() || ' ' });
  if (/\d{2}/.test(line.s))
    for (const m of line.s.matchAll(numbers)) cuts.push({ start: m.index, end: m.index + m[0].length, text: 'number' });
  for (const mark of line.m) {
    if (mark.t === 'img' || mark.z - mark.a < 2) continue;
    if (!/^(?:a|b|strong)$/.test(mark.t)) continue;
    for (const at of [mark.a, mark.z]) {
      const around = cuts.some((c) => c.start <= at && c.end >= at);
      const inWord = /[\p{L}\p{N}]{2}/u.test(line.s.slice(at - 1, at + 1));
      if (at > 0 && at < line.s.length && !around && !inWord) cuts.push({ start: at, end: at, text: 'mark' });
    }
  }
  cuts.sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let from = 0;
  let before = '';
  const push = (to: number): void => {
    const raw = line.s.slice(from, to);
    const text = raw.trim();
    if (text !== '')
      parts.push({ text, start: from + raw.indexOf(text), end: from + raw.indexOf(text) + text.length, before });
  };
  for (const cut of cuts) {
    if (cut.start < from) continue;
    push(cut.start);
    before = cut.text;
    from = cut.end;
  }
  push(line.s.length);
  return parts;
}

const contactLabel =
  /^(?:ihre?n? )?(?:(?:haupt)?ansprechpartner(?:in|innen|\/in|:in|\*in)?|ansprechperson(?:en)?|kontaktperson|kontakt|contact(?: person| name)?|contacts|attn\.?|attention|\p{Script=Han}{0,8}(?:联系人|联络人|聯絡人|連絡人|聯繫人|业务联络|業務聯絡|業務窗口)|负责人|business contact|对接人|招聘联系人|业务联系|业务联络|商务联系|rückfragen(?: an)?|auskunft|auskünfte|personne à contacter|contacto|contatto|担当|担当者|담당자?|persona de contacto|persona di riferimento|contactpersoon|kontaktperson|osoba kontaktowa|kontaktní osoba|контактное лицо|контактна особа)(?:\s.{0,30})?$/iu;
const representativeLabel =
  /^(?:(?:gesetzlich )?vertreten(?:\s|$)|vertretungsberechtigt|gesetzliche vertreter|vertretung|inhaber|inh\.?$|geschäftsführ|geschäftsleitung|gf$|vorstand|prokurist|gesellschafter|owner|founder|managing|director|ceo|president|法定代表人|法人|法人代表|经营者|經營者|代表人|代表者|代表取締役|대표(?:이사|자)?$|генеральный директор|директор$|керівник|prezes|jednatel|ügyvezető|gérant|représentant légal|legale rappresentante|amministratore|administrador|representante legal|bestuurder|verkställande|daglig leder|董事长|总经理|負責人|verantwortlich|v\. ?i\. ?s\. ?d\. ?p|inhaltlich verantwortlich|aufsichtsrat|präsident)/i;

export type PersonLabel = 'contact' | 'representative';

/** Whether words before a colon announce a person. */
export function personLabel(text: string): PersonLabel | undefined {
  const bare = text.replace(/[:：]\s*$/, '').trim();
  if (bare.length > 60) return undefined;
  const key = /\p{Script=Han}/u.test(bare) ? bare.replace(/\s+/g, '') : bare;
  if (contactLabel.test(key)) return 'contact';
  if (representativeLabel.test(key)) return 'representative';
  return undefined;
}
