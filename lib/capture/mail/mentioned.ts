import type { Phone } from '../../domain/schema/value.ts';
import { findChatIds } from '../detectors/chat.ts';
import { companyScore } from '../detectors/company-name.ts';
import { findEmails } from '../detectors/email.ts';
import { findNamesInProse, nameScore } from '../detectors/person-name.ts';
import { findPhones } from '../detectors/phone.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import { type BlockLine, evidence } from './card-contacts.ts';
import { plainForm, splitLabel } from './labels.ts';
import { sharesName } from './name-forms.ts';

const firstPerson =
  /(?<!\p{L})(?:me|my|mine|i'm|i am|ich|mich|mein\w*|moi|mon|ma|yo|mi|mio|mij|mijn)(?!\p{L})|我(?!们|們|司)|本人/iu;
const ofFirm = /总机|總機|客服|热线|熱線|前台|switchboard|reception|zentrale|hotline|head office|our office/i;
/** Labels under which a mail without a signature says which firm writes. */
const ofOrganiser =
  /^(?:主办(?:单位|方)?|公司(?:名称)?|单位|主辦單位|Veranstalter|Firma|Organi[sz](?:er|ation)|Company)$/i;
const honorific = /(?:先生|女士|小姐|经理|經理|老师|工(?!\p{Script=Han})|总(?!\p{Script=Han})|總(?!\p{Script=Han}))$/u;
const hanName =
  /(?:^|[\s：:，,。、（(])(\p{Script=Han}{1,4}(?:·\p{Script=Han}{1,8})?(?:先生|女士|小姐|经理|经|工)?)(?:[（(](\p{Script=Han}{2,4})[）)])?(?:收)?[\s，,：:]*(?:(?:电话|手机|手機|電話|联系电话)[\s：:]*)?$/u;

const sameOnWechat = /微信同号|同微信|微信同號/;

type Named = { name: string; partial: boolean; score: number };

/** The name that stands before a number or address in its line. */
function nameBefore(before: string): Named | undefined {
  const text = before.replace(/[\s▶►•*·,;:：\-–—(（]+$/u, '').trim();
  const parts = splitLabel(`${text} `.trimEnd());
  const tail = (parts ? parts.value : text).trim();
  const han = hanName.exec(` ${tail}`);
  if (han) {
    const [written, full] = [han[1] ?? '', han[2]];
    const read = nameScore(full ?? written);
    if (full || read.score >= 0.45 || /·/.test(written) || honorific.test(written))
      return {
        name: full ?? (read.name && !read.partial ? read.name : written),
        partial: !full && (read.partial ?? honorific.test(written)),
        score: 0.65,
      };
  }
  if (tail && tail.length < 40) {
    const read = nameScore(tail);
    if (read.score >= 0.5) return { name: read.name, partial: read.partial ?? false, score: read.score };
  }
  const last = findNamesInProse(before).at(-1);
  return last && before.length - last.end < 60
    ? { name: last.value, partial: false, score: last.confidence }
    : undefined;
}

export type Mentions = {
  /** People named in the text with a number or address of their own. */
  people: PersonEvidence[];
  /** What the sender says of themselves in the text. */
  sender: { phones: Evidence<Phone>[]; wechat: Evidence[] };
  /** Numbers that the text gives as the firm's. */
  company: { names: Evidence[]; phones: Evidence<Phone>[] };
};

/**
 * People and numbers named in the running text of a message. In: its lines without signature and quotations, the sender's name, their company. Out: who is told of, each with what stands with them; a number with nobody's name counts for no one, unless the sender says "my".
 */
export function readMentions(
  lines: BlockLine[],
  senderName: string,
  company: CompanyEvidence | undefined,
  country: string | undefined,
): Mentions {
  const out: Mentions = { people: [], sender: { phones: [], wechat: [] }, company: { names: [], phones: [] } };
  for (const { line, index } of lines) {
    const text = plainForm(line.s);
    const said = splitLabel(text);
    if (said && ofOrganiser.test(said.label) && companyScore(said.value).score >= 0.7)
      out.company.names.push(evidence(companyScore(said.value).name, 'mail-text', text, index, 0.7));
    if (text.length > 600 || !/[@#＠]|\d{3}/.test(text)) continue;
    const label = said?.label;
    const phones = findPhones(text, { country, labelBefore: undefined });
    const emails = findEmails(text);
    let from = 0;
    let holder: PersonEvidence | undefined;
    for (const found of [...phones, ...emails].sort((a, b) => a.start - b.start)) {
      const before = text.slice(from, found.start);
      from = found.end;
      const named = nameBefore(before);
      const isPhone = typeof found.value !== 'string';
      if (named && senderName && sharesName(named.name, senderName)) {
        if (isPhone) out.sender.phones.push(evidence(found.value as Phone, 'mail-text', text, index, 0.75));
        if (isPhone && sameOnWechat.test(text.slice(found.end, found.end + 10)))
          out.sender.wechat.push(
            evidence((found.value as Phone).text.replace(/\D/g, ''), 'mail-text', text, index, 0.8),
          );
        continue;
      }
      if (named) {
        holder = {
          kind: 'person',
          fields: {},
          confidence: 0.6,
          ...(named.partial && { partial: true }),
          ...(company && { company }),
          from: index,
          to: index,
        };
        addEvidence(holder.fields, 'name', evidence(named.name, 'mail-text', text, index, Math.max(0.6, named.score)));
        if (label && label.length < 16 && !text.startsWith(named.name))
          addEvidence(holder.fields, 'department', evidence(label, 'mail-text', text, index, 0.5));
        const firm = company?.fields.name?.[0];
        if (firm) addEvidence(holder.fields, 'companyName', { ...firm, confidence: 0.5 });
        out.people.push(holder);
      } else if (!holder && ofFirm.test(before)) {
        if (isPhone) out.company.phones.push(evidence(found.value as Phone, 'mail-text', text, index, 0.7));
        continue;
      } else if (!holder && isPhone && firstPerson.test(text)) {
        out.sender.phones.push(evidence(found.value as Phone, 'mail-text', text, index, 0.6));
        if (/微信|wechat/i.test(text))
          out.sender.wechat.push(evidence((found.value as Phone).text, 'mail-text', text, index, 0.55));
        continue;
      }
      if (!holder) continue;
      if (typeof found.value === 'string')
        addEvidence(holder.fields, 'emails', evidence(found.value, 'mail-text', text, index, 0.8));
      else addEvidence(holder.fields, 'phones', evidence(found.value, 'mail-text', text, index, 0.8));
      if (sameOnWechat.test(text.slice(found.end, found.end + 10)) && typeof found.value !== 'string')
        addEvidence(
          holder.fields,
          'wechat',
          evidence(found.value.text.replace(/\D/g, ''), 'mail-text', text, index, 0.8),
        );
    }
    if (holder)
      for (const chat of findChatIds(text))
        addEvidence(holder.fields, chat.value.kind, evidence(chat.value.id, 'mail-text', text, index, 0.7));
  }
  return out;
}
