import { emailKind } from '../domain/normalize/email.ts';
import type { Contact } from './lines-contacts.ts';
import { companyScore, titleScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';
import type { Anchor } from './people-anchor.ts';
import { anchorsOf } from './people-anchors.ts';
import { mailFits } from './people-mail.ts';
import { type Scope, scopesOf } from './people-scopes.ts';
import { announcedBy, settleShared } from './people-shared.ts';
import { splitTitle } from './people-title-words.ts';
import { titleNearby } from './people-titles.ts';

/** A person as the text shows them: the name, how far their words reach, and what in there is theirs. */
export type Sighting = { anchor: Anchor; scope: Scope; contacts: Contact[]; alike: boolean };

const switchboard =
  /zentrale|switchboard|总机|總機|main (?:line|phone|number)|empfang|reception|head ?office|toll[- ]?free|hotline|服务热线|客服/i;

const firmLine =
  /(?:监督|監督|举报|檢舉|投诉|投訴|举报投诉|信访|售后服务热线|公司|總公司|总公司)\s*(?:电话|電話|邮箱|信箱|热线|熱線)?\s*[:：]?\s*$/;
const firmChat =
  /(?:人事|HR|客服|官方|招聘|前台|公司|小编|主编|编辑)\s*(?:个人|企业)?\s*(?:微信|wechat|qq)?\s*号?\s*[:：]?\s*$/i;

/** The row of a table that tells more of somebody than what they are and their name: "Sales | Jane Roe | -21 | mail". */
function staffRow({ page }: View, line: number): Scope | undefined {
  for (let b = page.lines[line]?.b ?? -1, hops = 0; b >= 0 && hops < 4; b = page.blocks[b]?.p ?? -1, hops++) {
    const block = page.blocks[b];
    if (block?.t !== 'tr') continue;
    const told = block.kids.filter((kid) => (page.blocks[kid]?.first ?? -1) >= 0);
    // a whole page laid out in a table is no row of staff
    const small = block.last - block.first < 8;
    return small && told.length > 2 ? { from: block.first, to: block.last } : undefined;
  }
  return undefined;
}

function personScopes(view: View, anchors: Anchor[]): Scope[] {
  const { page, labels } = view;
  const cards = anchors.filter((a) => a.style !== 'prose');
  const scopes = scopesOf(
    page,
    cards.map((a) => a.line),
  );
  const byAnchor = new Map(cards.map((a, i) => [a, scopes[i]]));
  const perLine = new Map<number, number>();
  for (const a of anchors) perLine.set(a.line, (perLine.get(a.line) ?? 0) + 1);
  return anchors.map((a) => {
    const row = labels.row[a.line] ?? -1;
    const block = page.blocks[row];
    if (row >= 0 && block) return { from: block.first, to: block.last };
    const scope = byAnchor.get(a);
    if (
      !scope ||
      a.style === 'prose' ||
      /^(?:cite|blockquote|q)$/.test(page.blocks[page.lines[a.line]?.b ?? 0]?.t ?? '')
    )
      return { from: a.line, to: a.line };
    // in a report a name reaches no further than its sentence
    if (view.article && (view.page.lines[a.line]?.s.length ?? 0) > 24 && !a.label) return { from: a.line, to: a.line };
    // "Managing director: …" is a line of an imprint, what follows is the firm's; "Contact: …" is followed by that person's numbers
    if (a.label === 'representative') return staffRow(view, a.line) ?? { from: a.line, to: a.line };
    if (a.style === 'labelled' && (perLine.get(a.line) ?? 0) > 1 && /\p{Script=Han}/u.test(a.name))
      return { from: a.line, to: a.line };
    if (a.style === 'labelled') return { from: a.line, to: scope.to };
    return scope;
  });
}

/** Whether the line holds the name and at most a degree or a further given name after a comma: "SZE Man Lok, Ivy", "Ann Lee, Ph.D.". */
function nameOnly(view: View, a: Anchor): boolean {
  const text = view.page.lines[a.line]?.s ?? '';
  const rest = `${text.slice(0, a.start)}${text.slice(a.end)}`.replace(/^[\s()（）]+|[\s()（）]+$/g, '');
  return !a.firm && (rest === '' || (/^,\s*[\p{L}. ]{2,14}$/u.test(rest) && a.style === 'part'));
}

/** A name in two scripts on two lines of one card is one person, called as the page's first script has it. */
function oneOfTwo(view: View, anchors: Anchor[]): Anchor[] {
  const han = /\p{Script=Han}/u;
  const boxOf = (a: Anchor): number => view.page.blocks[view.page.lines[a.line]?.b ?? 0]?.p ?? -1;
  const out: Anchor[] = [];
  for (const a of anchors) {
    const before = out.at(-1);
    const pair =
      before &&
      a.line - before.line === 1 &&
      /^(?:line|column|part)$/.test(a.style) &&
      /^(?:line|column|labelled)$/.test(before.style) &&
      nameOnly(view, a) &&
      han.test(a.name) !== han.test(before.name);
    const home = pair && (view.page.lines[a.line]?.b === view.page.lines[before.line]?.b || boxOf(a) === boxOf(before));
    if (home && before) {
      if (han.test(a.name)) {
        before.name = a.name;
        before.score = Math.max(a.score, before.score);
      }
      continue;
    }
    out.push(a);
  }
  return out;
}

/** Whether the line after (or before) an unsure name is plainly a job title. */
function titledBeside(view: View, anchor: Anchor): boolean {
  const lines = view.page.lines;
  for (const i of [anchor.line + 1, anchor.line + 2, anchor.line - 1]) {
    const text = lines[i]?.s ?? '';
    if (text !== '' && text.length <= 80 && titleScore(text) >= 0.6) return true;
    if (
      i === anchor.line + 1 &&
      view.contacts.some((c) => c.line === i && c.kind === 'email' && mailFits(c.value, anchor.name) >= 0.7)
    )
      return true;
  }
  return false;
}

/** Names that stand in the same place of sibling blocks: a team grid. */
function markAlike(view: View, people: Sighting[]): void {
  const groups = new Map<string, Sighting[]>();
  for (const p of people) {
    if (p.anchor.style === 'prose') continue;
    let path = '';
    let b = view.page.lines[p.anchor.line]?.b ?? 0;
    for (let up = 0; up < 3 && b >= 0; up++) {
      const block = view.page.blocks[b];
      path += `${block?.t}.${(block?.h ?? '').split(' ')[0]}>`;
      b = block?.p ?? -1;
    }
    groups.set(path, [...(groups.get(path) ?? []), p]);
  }
  for (const group of groups.values()) if (group.length >= 3) for (const p of group) p.alike = true;
}

/** Whose contact it is when it lies in the reach of several people, or of nobody. */
function bestOwner(view: View, contact: Contact, people: Sighting[], inScope: Sighting[]): Sighting | undefined {
  if (contact.kind === 'email') {
    let best: Sighting | undefined;
    let most = 0.55;
    for (const p of inScope.length ? inScope : people) {
      const fit = mailFits(contact.value, p.anchor.name);
      if (fit > most || (fit === most && best === undefined)) {
        best = p;
        most = fit;
      }
    }
    if (best) return best;
    if (inScope.length) {
      for (const p of people) if (!inScope.includes(p) && mailFits(contact.value, p.anchor.name) >= 0.85) return p;
    }
  }
  // 13800000000，或打 13900000000 蒋女士: of a sentence only what stands by their name is theirs
  const [only] = inScope;
  if (only && inScope.length === 1 && only.anchor.style === 'prose' && only.anchor.partial && only.anchor.label) {
    const gap =
      contact.start >= only.anchor.end
        ? view.page.lines[contact.line]?.s.slice(only.anchor.end, contact.start)
        : view.page.lines[contact.line]?.s.slice(contact.end, only.anchor.start);
    const loose = contact.kind === 'email' ? /[，。；]|或/ : /[。；]|或|打/;
    return gap !== undefined && gap.length <= 18 && !loose.test(gap) ? only : undefined;
  }
  if (inScope.length <= 1) return inScope[0];
  const sameLine = inScope.filter((p) => p.anchor.line === contact.line);
  if (sameLine.length) {
    const before = sameLine.filter((p) => p.anchor.start <= contact.start);
    const said = view.page.lines[contact.line]?.s ?? '';
    const beside = sameLine.find((p) => {
      const gap = p.anchor.start - contact.end;
      return gap >= 0 && (gap <= 4 || (gap <= 10 && /[致给]/.test(said.slice(contact.end, p.anchor.start))));
    });
    if (beside?.anchor.partial && beside.anchor.style === 'prose') return beside;
    return before.at(-1) ?? sameLine[0];
  }
  return undefined;
}

function takes(view: View, p: Sighting, c: Contact): boolean {
  if (c.kind === 'web') return false;
  if (c.kind === 'profile' && c.owner === 'company') return false;
  const row = (view.labels.row[p.anchor.line] ?? -1) >= 0;
  if (c.kind === 'email') {
    if (p.anchor.partial && !row && c.line !== p.anchor.line && mailFits(c.value, p.anchor.name) < 0.5) return false;
    const role = emailKind(c.value) === 'role';
    if (role && !row && c.line !== p.anchor.line && !p.alike) return false;
    if (role && (row || p.alike) && /\p{Script=Han}/u.test(p.anchor.name) && c.line !== p.anchor.line) return false;
  }
  const said = `${view.labels.label[c.line] ?? ''} ${view.page.lines[c.line]?.s.slice(Math.max(0, c.start - 30), c.start) ?? ''}`;
  if (c.kind === 'phone' && switchboard.test(said)) return false;
  // a line for complaints, the press or applicants is the firm's, whoever stands next to it
  if (firmLine.test(said)) return false;
  if ((c.kind === 'wechat' || c.kind === 'qq') && c.line !== p.anchor.line && firmChat.test(said)) return false;
  // "Manager: …" under the numbers of the firm in a list of labels: they are not the manager's
  if (!row && c.line < p.anchor.line && view.labels.label[p.anchor.line]) return false;
  // what stands above a name beside a firm's name is the firm's
  if (c.line < p.anchor.line && !row)
    for (let i = p.scope.from; i <= c.line; i++)
      if (companyScore(view.page.lines[i]?.s ?? '').score >= 0.75) return false;
  return true;
}

/**
 * People that the text of a page shows, each with what is theirs. In: the view and lines that are a firm's name. Out: sightings in page order, and the contacts nobody took.
 */
export function peopleOf(view: View, firmLines: Set<number>): { people: Sighting[]; rest: Contact[] } {
  const found = oneOfTwo(view, anchorsOf(view, firmLines));
  // words that no lexicon knows as names are believed beside a title, on a page that shows people for certain
  const peopled = found.filter((a) => a.score >= 0.7 && !a.partial).length >= 2;
  const anchors = found.filter(
    (a) => a.score >= 0.5 || a.style === 'column' || (peopled && (a.title !== undefined || titledBeside(view, a))),
  );
  const scopes = personScopes(view, anchors);
  const people: Sighting[] = anchors.map((anchor, i) => ({
    anchor,
    scope: scopes[i] ?? { from: anchor.line, to: anchor.line },
    contacts: [],
    alike: false,
  }));
  markAlike(view, people);

  const covering = new Map<number, Sighting[]>();
  for (const p of people)
    for (let i = p.scope.from; i <= p.scope.to; i++) {
      const list = covering.get(i);
      if (!list) covering.set(i, [p]);
      else if (list.length < 8) list.push(p);
    }
  const rest: Contact[] = [];
  const pool = people.length <= 400 ? people : [];
  for (const c of view.contacts) {
    const owner = announcedBy(view, c, pool) ?? bestOwner(view, c, pool, covering.get(c.line) ?? []);
    if (owner && takes(view, owner, c)) owner.contacts.push(c);
    else rest.push(c);
  }
  const withContacts = new Set(view.contacts.map((c) => c.line));
  for (const p of people) titleNearby(view, p.anchor, p.scope, withContacts, p.alike || p.contacts.length > 0);
  for (const { anchor } of people) {
    // 何经理, 欧阳雪 律师: the address is the title where nothing better stands by
    const called = anchor.honorific ?? '';
    if (
      /\p{Script=Han}/u.test(called) &&
      (anchor.title?.confidence ?? 0) < 0.5 &&
      titleScore(called) >= 0.5 &&
      !/^(?:师傅|師傅|老板|老闆|老师|工)$/.test(called)
    )
      anchor.title = { text: called, line: anchor.line, confidence: 0.6 };
    if (!anchor.title) continue;
    const { title, firm } = splitTitle(anchor.title.text);
    if (firm && !anchor.firm) anchor.firm = { text: firm, line: anchor.title.line };
    anchor.title = { ...anchor.title, text: title };
  }
  settleShared(view, people, rest);
  const names = new Set(people.map((p) => p.anchor.name));
  return {
    people: people.filter((p) => stands(view, p) && !(view.article && onlyNamed(p)) && !repeats(p, names)),
    rest,
  };
}

/** Somebody a report names without saying what they are or how to reach them: as a rule who wrote it. */
function onlyNamed({ anchor, contacts }: Sighting): boolean {
  return !anchor.title && !contacts.some((c) => c.kind !== 'profile' && c.kind !== 'web') && anchor.style !== 'column';
}

/** "Summary of Jane Roe" beside "Jane Roe" is a heading over her words, no second person. */
function repeats({ anchor }: Sighting, names: Set<string>): boolean {
  const words = anchor.name.split(' ');
  if (words.length < 3 || !/ (?:van|von|of|de|di|du|voor|für|for) /i.test(anchor.name)) return false;
  return [2, 3].some((n) => n < words.length && names.has(words.slice(-n).join(' ')));
}

/** A name alone is no lead: something must say that it is somebody here. */
function stands(view: View, { anchor, contacts, alike }: Sighting): boolean {
  if (anchor.title || contacts.length || anchor.label || (anchor.firm && anchor.honorific)) return true;
  if (anchor.style === 'column' && anchor.score >= 0.5) return true;
  const cell = view.page.blocks[view.page.lines[anchor.line]?.b ?? 0]?.t === 'td';
  return alike && anchor.score >= (cell ? 0.7 : 0.6);
}
