/** What an RTF body holds: the HTML or the plain text that it was made of, or the words of RTF that was never anything else. */
export type RtfBody = { html: string } | { text: string };

/** Groups that hold no words of the text. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'themedata',
  'colorschememapping',
  'latentstyles',
  'datastore',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'xmlnstbl',
  'header',
  'footer',
  'footnote',
  'fldinst',
  'mhtmltag',
]);
const breaks: Record<string, string> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
  sect: '\n',
  page: '\n',
};
const signs: Record<string, string> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: ' ',
  enspace: ' ',
};

const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

type Group = { silent: boolean; tag: boolean; hidden: boolean; skip: number };
const mostDepth = 500;

function decoder(page: number): TextDecoder {
  const named: Record<number, string> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8' };
  try {
    return new TextDecoder(named[page] ?? `windows-${page}`);
  } catch {
    // a code page that no browser knows: the usual one shows at least the Latin letters
    return new TextDecoder('windows-1252');
  }
}

/**
 * The body in an RTF text of a mail. Outlook keeps HTML inside RTF: its tags stand in groups of their own, and what only
 * RTF needs stands between `\htmlrtf` marks. In: RTF, one character a byte. Out: the body; never throws.
 */
export function readRtf(rtf: string): RtfBody {
  const fromHtml = /\\fromhtml1/.test(rtf.slice(0, 2000));
  const bytes = decoder(Number(/\\ansicpg(\d+)/.exec(rtf.slice(0, 2000))?.[1] ?? 1252));
  let group: Group = { silent: false, tag: false, hidden: false, skip: 1 };
  const around: Group[] = [];
  let out = '';
  let pending: number[] = [];
  let eaten = 0;
  let star = false;
  const shows = () => !group.silent && !group.hidden;
  const flush = () => {
    if (pending.length > 0) out += bytes.decode(new Uint8Array(pending));
    pending = [];
  };
  const add = (text: string) => {
    flush();
    if (shows()) out += text;
  };
  for (const m of rtf.matchAll(token)) {
    const [, word, number, hex, sign, brace, plain] = m;
    if (hex !== undefined) {
      if (eaten > 0) eaten--;
      else if (shows()) pending.push(Number.parseInt(hex, 16));
      continue;
    }
    if (brace === '{') {
      flush();
      if (around.length < mostDepth) around.push(group);
      group = { ...group };
    } else if (brace === '}') {
      flush();
      group = around.pop() ?? group;
    } else if (plain !== undefined) {
      const rest = plain.slice(eaten);
      eaten = Math.max(0, eaten - plain.length);
      add(rest);
    } else if (sign !== undefined) {
      if (sign === '*') star = true;
      else if (sign === '~') add('\u00a0');
      else if (/[\\{}]/.test(sign)) add(sign);
      continue;
    } else if (word !== undefined) {
      const low = word.toLowerCase();
      if (low === 'u' && number !== undefined) {
        add(String.fromCharCode(Number(number) & 0xffff));
        eaten = group.skip;
      } else {
        eaten = 0;
        flush();
        if (low === 'uc') group.skip = Math.min(8, Math.max(0, Number(number ?? 1)));
        else if (low === 'htmlrtf') group.hidden = number !== '0';
        else if (star && low === 'htmltag') group.tag = true;
        else if (star || silent.has(low)) group.silent = true;
        else if (fromHtml && !group.tag && low === 'par') add('\r\n');
        else if (breaks[low] !== undefined) add(breaks[low] ?? '');
        else if (signs[low] !== undefined) add(signs[low] ?? '');
      }
    }
    star = false;
  }
  flush();
  return fromHtml ? { html: out } : { text: out.replaceAll('\0', '').trim() };
}
