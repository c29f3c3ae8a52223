import { findCompanyNames } from './detectors/company-name.ts';
import { companyScore, titleScore } from './lines-scores.ts';
import { partsOf } from './people-parts.ts';

const labelled =
  /(?:职位|职务|職稱|職務|职称|position|funktion|title|role)\s*[:：]?\s+(\S.{1,40}?)(?:\s+(?:部门|手机|电话|邮箱|department|phone)\b.*)?$/i;
const ofFirm =
  /^(.{4,60}?)\s+(?:der|des|von|bei der|bei|beim|at|of|of the|im|in der|für die|chez|de la|de)\s+(?:the\s+)?(.{3,80})$/iu;

/** "operations director at Corvus Valves": two to four words, all in capitals at their heads. */
const capitalised = /^\p{Lu}[\p{L}&'’-]+(?:\s(?:&|\p{Lu}[\p{L}&'’-]+)){1,3}$/u;

/** A title and the firm or unit that was written with it. In: the words as found. Out: the title alone, and the firm where one was cut off. */
export function splitTitle(text: string): { title: string; firm?: string } {
  const clean = text.replace(/^[\s,;:：–—|·•(（-]+|[\s,;:：–—|·•-]+$/g, '');
  const named = labelled.exec(clean)?.[1];
  if (named && titleScore(named) >= 0.5) return { title: named };
  const pieces = clean.split(/\s*[|｜•·]\s*/);
  if (pieces.length > 1) {
    const best = pieces.map((p) => ({ p, s: titleScore(p) })).sort((a, b) => b.s - a.s)[0];
    if (best && best.s >= 0.5) return splitTitle(best.p);
  }
  if (/\p{Script=Han}/u.test(clean)) return splitHan(clean);
  const firm = partsOf({ i: 0, b: 0, s: clean, m: [] }).find((p) => p.start > 0 && companyScore(p.text).score >= 0.75);
  if (firm && /[,(（@–-]/.test(firm.before)) {
    const title = clean
      .slice(0, firm.start)
      .replace(/[\s,(（@–-]+$/, '')
      .trim();
    if (title.length >= 2) return { title, firm: firm.text };
  }
  // "Advisor, ex-VP of …": what somebody was is not what they are
  const was = /^(.{4,60}?)\s*[,;(（]\s*(?:ex[- ]|former(?:ly)?\b|previously\b|ehem)/i.exec(clean)?.[1];
  if (was && titleScore(was) >= 0.5) return splitTitle(was);
  const of = ofFirm.exec(clean);
  if (of?.[1] && of[2] && titleScore(of[1]) >= 0.6 && companyScore(of[2]).score >= 0.7)
    return { title: of[1], firm: of[2] };
  const at = /^(.{4,60}?)\s+(?:at|bei)\s+(\p{Lu}.{2,60})$/u.exec(clean);
  if (at?.[1] && at[2] && titleScore(at[1]) >= 0.6)
    return { title: at[1], ...((companyScore(at[2]).score >= 0.5 || capitalised.test(at[2])) && { firm: at[2] }) };
  const unit = /^(.{4,60}?)(?:,|\s\/)\s*[^,]{2,40}\b(?:dept\.?|department|abteilung|division)\b.*$/i.exec(clean);
  if (unit?.[1] && titleScore(unit[1]) >= 0.7) return { title: unit[1] };
  return { title: clean };
}

function splitHan(text: string): { title: string; firm?: string } {
  const own = /(?:的|联系|聯絡|请找|请洽|咨询)([^的]{2,12})$/.exec(text)?.[1];
  if (own && titleScore(own) >= 0.6) return { title: own };
  const org =
    /^(\p{Script=Han}{2,14}?(?:资本|创投|基金|集团|银行|大学|学院|医院|研究院|研究所|中心|协会|公司|合作社|事务所|商会))\s*(\p{Script=Han}.*)$/u.exec(
      text,
    );
  if (org?.[1] && org[2] && titleScore(org[2]) >= 0.5) {
    const rank = /^\p{Script=Han}{1,5}(?:系|学院|研究所)(\p{Script=Han}{2,})$/u.exec(org[2])?.[1];
    return { title: rank ?? org[2], ...(org[1].length > 3 && { firm: org[1] }) };
  }
  // 销售部 经理: where they sit, then what they are
  const ranked = /^\p{Script=Han}{1,6}[部处處科室组組课課]\s+(\p{Script=Han}{2,10})$/u.exec(text)?.[1];
  if (ranked && titleScore(ranked) >= 0.5) return { title: ranked };
  const plain = text.replace(/^(?:本|该|我)?公司(?=(?!秘|董)\p{Script=Han}{2})/u, '');
  if (plain !== text && titleScore(plain) >= 0.5) return { title: plain };
  const [first, ...rest] = text.split(/\s+/);
  const after = rest.join(' ');
  if (first && after && companyScore(first).score >= 0.5 && titleScore(after) >= 0.5)
    return { title: after, firm: first };
  const firm = findCompanyNames(text).find((f) => f.start === 0);
  if (firm && firm.end < text.length) {
    const title = text.slice(firm.end).trim();
    if (titleScore(title) >= 0.5)
      return {
        title: title.replace(/^\p{Script=Han}{1,5}(?:系|学院|研究所)(?=\p{Script=Han}{2})/u, ''),
        firm: firm.value.name,
      };
  }
  return { title: text };
}

/** As `splitTitle`, the title alone. */
export function bareTitle(text: string): string {
  return splitTitle(text).title;
}
