import { companyScore, nameScore, titleScore } from './lines-scores.ts';
import { meaningOf } from './lines-tables.ts';
import type { View } from './lines-view.ts';
import type { Anchor } from './people-anchor.ts';
import { personLabel } from './people-parts.ts';
import type { Scope } from './people-scopes.ts';
import { bareTitle } from './people-title-words.ts';

const titleHint =
  /(?:^|[-_ ])(?:job[-_ ]?title|title|position|role|function|funktion|beruf|pos|rolle|zhiwei|post)(?:$|[-_ \d])/;
/** A street with its number, a postal code with its town. */
const streetLike = /\p{L}[\p{L}. -]{2,}\s\d{1,4}\s?[a-z]?$|^(?:[A-Z]{1,2}-)?\d{4,6}\s\p{L}|[路街道]\d+号/u;
const unfit =
  /[@]|https?:|www\.|\d{3}|^(?:tel|fax|mobil|phone|e-?mail|vcard|linkedin|profil|mehr|more|read|view|contact|kontakt|zum|电话|手机|邮箱|地址)\b/i;

/** Looks for the title that stands next to a name on lines of its own, in its scope. In: view, anchor, its scope, lines that hold contacts. Sets `anchor.title`. */
export function titleNearby(view: View, anchor: Anchor, scope: Scope, taken: Set<number>, relaxed: boolean): void {
  if ((anchor.title && anchor.title.confidence >= 0.4) || anchor.style === 'prose') return;
  const { page, labels } = view;
  const row = labels.row[anchor.line] ?? -1;
  if (row >= 0) {
    for (let i = page.blocks[row]?.first ?? 0; i <= (page.blocks[row]?.last ?? -1); i++) {
      const line = page.lines[i];
      if (!line || i === anchor.line) continue;
      if (labels.meaning[i] === 'title' && line.s.length <= 120 && /\p{L}{2}/u.test(line.s)) {
        anchor.title = { text: line.s, line: i, confidence: 0.9 };
        return;
      }
    }
  }
  const pairs: { line: number; score: number; text: string }[] = [];
  const weigh = (i: number, distance: number): void => {
    const line = page.lines[i];
    if (!line || i === anchor.line || line.s.length < 2 || line.s.length > 110 || taken.has(i)) return;
    if (labels.meaning[i] === 'title') {
      pairs.push({ line: i, score: 1, text: line.s });
      return;
    }
    if (
      unfit.test(line.s) ||
      /[:：]$/.test(line.s) ||
      // 专业领域：…, 执业证号：…: a label of its own, unless it says position
      (/^\p{Script=Han}{2,6}\s?[:：]/u.test(line.s) && !/^(?:职务|职位|職稱|職務|职称|岗位|職位)/.test(line.s)) ||
      meaningOf(line.s) ||
      streetLike.test(line.s) ||
      (labels.meaning[i] && labels.meaning[i] !== 'department')
    )
      return;
    const text = line.s.replace(/^(?:position|funktion|titel|title|role|职务|职位|職稱|職務|职称)\s*[:：]\s*/i, '');
    const hinted = titleHint.test(`${page.blocks[line.b]?.h ?? ''} ${line.m[0]?.h ?? ''}`);
    let score = titleScore(text);
    if (/[.!?。！]$/.test(text) && text.length > 40) score *= 0.4;
    if (companyScore(text).score > Math.max(score, 0.6)) return;
    const short = text.length <= 48 && !/[.!?。！？]$/.test(text) && /^\p{L}/u.test(text);
    if (hinted && short) score = Math.max(score, 0.75);
    else if (relaxed && distance === 1 && short && !/\d/.test(text) && nameScore(text).score < 0.8)
      score = Math.max(score, 0.42);
    if (score >= 0.4) pairs.push({ line: i, score: score - Math.abs(distance) * 0.06, text });
  };
  let shown = 0;
  for (let i = anchor.line + 1; i <= scope.to && shown < 4; i++) {
    if (page.lines[i]?.s === '') continue;
    shown++;
    weigh(i, shown);
  }
  if (anchor.line - 1 >= scope.from) weigh(anchor.line - 1, 1.5);
  const best = pairs.sort((a, b) => b.score - a.score)[0];
  if (best) {
    anchor.title = { text: bareTitle(best.text), line: best.line, confidence: Math.min(0.9, best.score) };
    return;
  }
  const above = page.lines[page.heading[anchor.line] ?? -1];
  if (
    above &&
    above.i >= anchor.line - 12 &&
    above.s.length <= 45 &&
    personLabel(above.s) !== 'contact' &&
    titleScore(above.s.replace(/[:：]$/, '')) >= 0.7
  )
    anchor.title = { text: above.s.replace(/\s*[:：]\s*$/, ''), line: above.i, confidence: 0.6 };
}
