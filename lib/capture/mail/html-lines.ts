import { Parser } from 'htmlparser2';
import type { Outline, OutlineLine, OutlineMark } from '../../domain/schema/snapshot.ts';

/** What is known of a line beside its text: needed for quotes and signatures, not part of an outline. */
export type LineTrait = {
  /** How deep it stands in quoted mark-up (blockquote, a client's quote wrapper). */
  quote: number;
  /** An empty line or paragraph border stands before it. */
  gap: boolean;
  /** A ruler stands before it. */
  rule: boolean;
  /** The client itself marked it as the signature. */
  signature: boolean;
};

export type HtmlLines = { outline: Outline; traits: LineTrait[]; truncated: boolean };

const maxLength = 2_000_000;
const maxLines = 20_000;
const maxBlocks = 30_000;
const maxDepth = 400;
const maxMarks = 60;
const maxLine = 4000;

const dropped = new Set(['head', 'style', 'script', 'title', 'template', 'svg', 'xml', 'object', 'select', 'iframe']);
const breaking = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header includetail li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const marked: Record<string, string> = { a: 'a', b: 'b', strong: 'b', em: 'em', i: 'i' };
const hiding = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
/** Text of no size is a preheader or a tracker's; pictures in it are shown all the same. */
const fontSize = /font-size\s*:\s*(0(?:px|pt|em|rem|%)?\s*(?:!|;|$))?/i;
const blockStyle = /display\s*:\s*(?:block|table|flex|grid|list-item)/i;
/** Class names and ids by which clients mark quoted text. Equal in every language of the interface. */
const quoting =
  /\b(?:gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra|tutanota_quote|OutlookMessageHeader|menu_sender)\b/i;
/** From here on everything is quoted: Outlook puts the old message after the mark, not inside it. */
const cutting = /\b(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)\b/i;
const signing =
  /\b(?:gmail_signature|moz-signature|xm_mail_oper_readmail_sign|ntes_signature|signature_?block|email-?signature|elementToProof_signature)\b/i;

type Open = {
  name: string;
  drop: boolean;
  /** Text has no size here. */
  mute: boolean;
  /** Begins and ends lines. */
  breaks: boolean;
  block: number;
  quote: number;
  signature: boolean;
  pre: boolean;
  mark: OutlineMark | undefined;
};

/** The address of a link, if it is one that a mail may have. */
function address(href: string | undefined): string | undefined {
  const url = href?.replace(/\s+/g, ' ').trim();
  if (!url || url.length > 2000) return undefined;
  if (url.startsWith('//')) return `https:${url}`;
  return /^(?:https?|mailto|tel|sms|callto|whatsapp|skype|weixin):/i.test(url) ? url : undefined;
}

/**
 * Reads HTML of a mail or the clipboard into lines in a tree of blocks, without a DOM: hidden parts are left out, cells and paragraphs are lines, links stay as marks.
 * In: a text. Out: the outline and what is known of each line. Never throws; stops at its limits and says so in `truncated`.
 */
export function readHtmlLines(html: string): HtmlLines {
  const outline: Outline = { blocks: [{ p: -1, t: 'body' }], lines: [] };
  const traits: LineTrait[] = [];
  const stack: Open[] = [];
  const root: Open = {
    name: '',
    drop: false,
    mute: false,
    breaks: true,
    block: 0,
    quote: 0,
    signature: false,
    pre: false,
    mark: undefined,
  };
  const top = () => stack.at(-1) ?? root;
  let text = '';
  let marks: OutlineMark[] = [];
  let blank = 0;
  let rule = false;
  let cut = 0;
  let full = false;

  const breakLine = (at: Open) => {
    const trimmed = text.trimEnd();
    // a link around an icon has no text of its own
    const kept = marks.filter((m, i) => m.t === 'img' || m.z > m.a || (m.u && marks[i + 1]?.t === 'img'));
    for (const mark of kept) {
      mark.a = Math.min(mark.a, trimmed.length);
      mark.z = Math.min(mark.z, trimmed.length);
    }
    if (trimmed || kept.length > 0) {
      const line: OutlineLine = { b: at.block, s: trimmed.slice(0, maxLine) };
      const shown = kept.filter((m) => m.a <= line.s.length).slice(0, maxMarks);
      if (shown.length > 0) line.m = shown.map((m) => ({ ...m, z: Math.min(m.z, line.s.length) }));
      outline.lines.push(line);
      traits.push({ quote: at.quote + cut, gap: blank > 0, rule, signature: at.signature });
      blank = 0;
      rule = false;
      if (outline.lines.length >= maxLines) full = true;
    }
    text = '';
    marks = stack.flatMap((open) => {
      if (!open.mark) return [];
      open.mark = { ...open.mark, a: 0, z: 0 };
      return [open.mark];
    });
  };

  const onOpen = (name: string, attributes: Record<string, string>) => {
    const parent = top();
    const hint = `${attributes.class ?? ''} ${attributes.id ?? ''}`.trim();
    const drop =
      parent.drop || dropped.has(name) || attributes.hidden !== undefined || hiding.test(attributes.style ?? '');
    const style = attributes.style ?? '';
    const sized = fontSize.exec(style);
    const mute = sized ? sized[1] !== undefined : parent.mute;
    const breaks = breaking.has(name) || (style !== '' && blockStyle.test(style) && name !== 'img');
    const open: Open = { ...parent, name, drop, mute, breaks, mark: undefined };
    if (!drop) {
      if (name === 'br') {
        if (!text.trim() && marks.every((m) => m.t !== 'img')) blank++;
        breakLine(parent);
      } else if (name === 'hr') {
        breakLine(parent);
        rule = true;
      } else if (name === 'img') image(attributes);
      if (breaks) {
        breakLine(parent);
        if (name === 'p' && !/mso/i.test(hint)) blank++;
        if (outline.blocks.length < maxBlocks) {
          open.block = outline.blocks.length;
          const role = attributes['aria-label'] ?? attributes.role;
          outline.blocks.push({
            p: parent.block,
            t: name,
            ...(hint && { h: hint.toLowerCase().slice(0, 80) }),
            ...(role && { r: role.slice(0, 80) }),
          });
        }
        open.pre = parent.pre || name === 'pre' || /white-space\s*:\s*pre/i.test(attributes.style ?? '');
      }
      if (name === 'blockquote' || name === 'includetail' || quoting.test(hint)) open.quote++;
      if (cutting.test(hint)) cut++;
      if (signing.test(hint)) open.signature = true;
      const kind = marked[name];
      if (kind) {
        const url = kind === 'a' ? address(attributes.href) : undefined;
        const label = attributes.title ?? attributes['aria-label'];
        open.mark = {
          a: text.length,
          z: text.length,
          t: kind,
          ...(url && { u: url }),
          ...(label && { l: label.slice(0, 300) }),
        };
        marks.push(open.mark);
      }
    }
    stack.push(open);
    if (stack.length > maxDepth) full = true;
  };

  const image = (attributes: Record<string, string>) => {
    const label = (attributes.alt || attributes.title || '').replace(/\s+/g, ' ').trim();
    const source = /^https?:/i.test(attributes.src ?? '') ? attributes.src?.replace(/[?#].*$/s, '') : undefined;
    // an icon's file name is often all that tells a fax from a phone
    const hint = (attributes.src ?? '').startsWith('data:')
      ? ''
      : (attributes.src ?? '').replace(/[?#].*$/s, '').replace(/^.*\//s, '');
    marks.push({
      a: text.length,
      z: text.length,
      t: 'img',
      ...(hint && { h: hint.toLowerCase().slice(0, 80) }),
      ...(source && { u: source.slice(0, 2000) }),
      ...(label && { l: label.slice(0, 300) }),
    });
  };

  const onText = (data: string) => {
    const at = top();
    if (at.drop || at.mute) return;
    const clean = data.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
    const parts = at.pre ? clean.split(/\r?\n/) : [clean];
    parts.forEach((part, i) => {
      if (i > 0) {
        if (!text.trim()) blank++;
        breakLine(at);
      }
      let piece = part.replace(/[\s\u00a0]+/g, ' ');
      if (text === '' || text.endsWith(' ')) piece = piece.replace(/^ /, '');
      // a paragraph of only a non-breaking space is how editors write an empty line
      if (!piece && part.includes('\u00a0') && !text) blank++;
      if (text.length + piece.length > maxLine) piece = piece.slice(0, Math.max(0, maxLine - text.length));
      text += piece;
    });
  };

  const onClose = (name: string) => {
    const open = stack.pop();
    if (!open || open.drop) return;
    if (open.mark) open.mark.z = text.trimEnd().length;
    if (open.breaks) {
      breakLine(open);
      if (name === 'p' && !/mso/i.test(outline.blocks[open.block]?.h ?? '')) blank++;
    }
  };

  const parser = new Parser(
    { onopentag: onOpen, ontext: onText, onclosetag: onClose },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const source = html.slice(0, maxLength);
  for (let at = 0; at < source.length && !full; at += 16_384) parser.write(source.slice(at, at + 16_384));
  if (!full) parser.end();
  breakLine(top());
  return { outline, traits, truncated: full || html.length > maxLength };
}
