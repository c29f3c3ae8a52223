import type { Page } from './lines.ts';
import { companyScore, nameScore, titleScore } from './lines-scores.ts';

/** What a column or a label says about the value beside or under it. */
export type Meaning =
  | 'name'
  | 'given'
  | 'family'
  | 'title'
  | 'department'
  | 'company'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'extension'
  | 'email'
  | 'web'
  | 'address'
  | 'place'
  | 'country'
  | 'stand'
  | 'products'
  | 'wechat'
  | 'qq'
  | 'index';

const meanings: readonly (readonly [Meaning, RegExp])[] = [
  [
    'email',
    /^(?:e-?mail|mail|email.*|e-mail.*|电子邮[箱件]|電子郵件|邮箱|信箱|メール|이메일|メールアドレス|correo.*|courriel)$/i,
  ],
  ['fax', /^(?:tele)?fax.*$|^传真.*$|^傳真.*$|^F$/i],
  [
    'mobile',
    /^(?:mobil.*|handy.*|cell.*|手机.*|手機.*|行動電話|移动电话|mob\.?|m|携帯(?:電話)?|휴대폰|핸드폰|móvil|cellulare|komórka|мобильный)$/i,
  ],
  ['extension', /^(?:app\.?|apparat|durchwahl|dw|nebenstelle|ext\.?|extension|分机|分機|内线)$/i],
  [
    'phone',
    /^(?:tele?(?:fon)?n?.*|phone.*|tel\.?|t|call|(?:办公|联系|固定|座机)?电话.*|電話.*|전화(?:번호)?|연락처|telefono|telefone|puhelin|телефон|座机|热线.*|rufnummer|direct.*|office phone|teléfono|téléphone|telefoon|联系方式|direktwahl)$/i,
  ],
  ['given', /^(?:vorname|first ?name|given name|prénom|nombre|名)$/i],
  ['family', /^(?:nachname|last ?name|surname|family name|姓)$/i],
  [
    'name',
    /^(?:name|namen?|full name|姓名|联系人|聯絡人|連絡人|负责人|負責人|人员|律师|律師|ansprechpartner(?:in)?|contact(?: person| name)?|person|mitarbeiter(?:in)?|kontakt|kontaktperson|name,? vorname|vorname,? name|担当者|氏名|이름|성명|담당자|imię i nazwisko|jméno|nome|naam|navn|namn|nimi|ad soyad|имя|фио|对接人|业务员|nom|代表人|總經理姓名|member)$/i,
  ],
  [
    'title',
    /^(?:titel|title|position|function|funktion|role|rolle|job ?title|职务|職務|职位|職稱|职称|岗位|zuständigkeit|aufgabe(?:nbereich|ngebiet)?|tätigkeit|bereich\/funktion|役職|직책|직위|stanowisko|pozice|funzione|functie|stilling|befattning|görev|ünvan|должность|poste|cargo|fonction|aufgaben)$/i,
  ],
  [
    'department',
    /^(?:abteilung|department|dept\.?|部门|部門|bereich|amt|fachbereich|sachgebiet|区域|區域|division|unit|部署|부서|dział|avdelning|afdeling|departamento|reparto|ufficio|отдел)$/i,
  ],
  [
    'company',
    /^(?:firma|unternehmen|company(?: name)?|aussteller|exhibitor(?: name)?|organisation|organization|公司(?:名称|名稱)?|企业(?:名称)?|企業名稱|廠商(?:名稱)?|厂商(?:名称)?|회사명?|업체명|společnost|bedrijf|azienda|empresa|şirket|компания|单位(?:名称)?|展商(?:名称)?|名称|名稱|商号|商號|店铺(?:名称)?|店名|会社名|会員名|händler|lieferant|supplier|vendor|member company|entreprise|empresa|供应商|商家)$/i,
  ],
  ['web', /^(?:web.*|internet|homepage|url|网址.*|網址|网站|官网|公司主页|www|ホームページ|online)$/i],
  ['stand', /^(?:halle.*|stand.*|booth.*|hall.*|展位.*|攤位.*|摊位.*|ブース.*|standnummer|halle ?\/ ?stand)$/i],
  [
    'address',
    /^(?:adresse|anschrift|address|straße|street|地址.*|公司地址|联系地址|通讯地址|住所|direccion|dirección)$/i,
  ],
  ['place', /^(?:ort|city|stadt|sitz|location|standort|place|town|地区|所在地.*|城市|plz.*ort)$/i],
  ['country', /^(?:land|country|国家|國家|国籍|pays|país)$/i],
  [
    'products',
    /^(?:produkte?.*|products?.*|展品|产品|主营产品|主營產品|經營項目|经营范围|主营|branche|angebot|leistungen|産品|產品.*)$/i,
  ],
  ['wechat', /^(?:微信号?|wechat.*|weixin)$/i],
  ['qq', /^qq(?:号)?$/i],
  ['index', /^(?:nr\.?|no\.?|#|序号|序號|编号|lfd.*|pos\.?)$/i],
];

/** Labels that go on as they like after their first letters. */
const openEnded: ReadonlySet<Meaning> = new Set(['email', 'fax', 'mobile', 'phone', 'web', 'stand', 'products']);

/** What a short label means. In: a column head, a `dt`, the words before a colon. */
export function meaningOf(label: string): Meaning | undefined {
  const bare = label
    .replace(/[:：▲▼*\s]+$/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
  const key = /\p{Script=Han}/u.test(bare) ? bare.replace(/\s+/g, '') : bare;
  if (key === '' || key.length > 30) return undefined;
  for (const [meaning, pattern] of meanings) {
    if (!pattern.test(key)) continue;
    // "Director", "Web Developer", "Produktmanager" begin like labels and are jobs
    return openEnded.has(meaning) && titleScore(key) >= 0.7 ? undefined : meaning;
  }
  return undefined;
}

export type Labels = {
  /** Words that name the value in each line: column head, row head, `dt`, or a line before that ends in a colon. */
  label: (string | undefined)[];
  /** What they mean. */
  meaning: (Meaning | undefined)[];
  /** Row (block) that each line in a table with a header row stands in. */
  row: Int32Array;
};

type Cell = { block: number; header: boolean; text: string; first: number; last: number };

function rowsOf(page: Page, table: number): { block: number; cells: Cell[] }[] {
  const rows: { block: number; cells: Cell[] }[] = [];
  const visit = (b: number, depth: number): void => {
    for (const kid of page.blocks[b]?.kids ?? []) {
      const block = page.blocks[kid];
      if (!block) continue;
      if (block.t === 'tr')
        rows.push({
          block: kid,
          cells: block.kids
            .map((c) => ({ c, cell: page.blocks[c] }))
            .filter(({ cell }) => cell && /^t[dh]$/.test(cell.t))
            .map(({ c, cell }) => ({
              block: c,
              header: cell?.t === 'th',
              text: cell && cell.first >= 0 && cell.first === cell.last ? (page.lines[cell.first]?.s ?? '') : '',
              first: cell?.first ?? -1,
              last: cell?.last ?? -1,
            })),
        });
      else if (depth < 2 && /^(?:tbody|thead|tfoot)$/.test(block.t)) visit(kid, depth + 1);
    }
  };
  visit(table, 0);
  return rows;
}

/** How well a cell's text fits under a head: only kinds that show in the text itself count. */
function fits(text: string, meaning: Meaning | undefined): number {
  if (text === '' || meaning === undefined) return 0;
  const digits = text.replace(/\D/g, '').length;
  if (meaning === 'email') return /@|\(at\)|\[at\]/i.test(text) ? 2 : -2;
  if (meaning === 'mobile' || meaning === 'phone' || meaning === 'fax') {
    if (digits < 5) return /^[—–-]$/.test(text) ? 0 : -2;
    const mobile = /^(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$|^(?:\+49|0)\s?1[567]/.test(text);
    return mobile === (meaning === 'mobile') ? 2 : 1;
  }
  if (meaning === 'web') return /\.[a-z]{2,}/i.test(text) ? 2 : -2;
  if (meaning === 'index') return /^\d{1,4}$/.test(text) ? 1 : -2;
  if (meaning === 'name') return nameScore(text).score >= 0.5 ? 1.5 : digits > 0 || /@/.test(text) ? -2 : -0.5;
  if (meaning === 'title') return titleScore(text) >= 0.5 ? 1.5 : digits > 3 ? -2 : 0;
  if (meaning === 'company') return companyScore(text).score >= 0.5 ? 1.5 : digits > 4 ? -1 : 0;
  return digits > 6 || /@/.test(text) ? -1 : 0;
}

/**
 * Which column each cell of a row stands in. Rows with as many cells as the head are plain; shorter ones (a cell that reaches over rows or
 * columns) are laid under the heads that they fit best, in order. In: the row's and the head's cells. Out: a column for each cell.
 */
function columnsOf(cells: Cell[], head: Cell[]): number[] {
  if (cells.length >= head.length || cells.length < 2 || head.length > 16) return cells.map((_, i) => i);
  const spare = head.length - cells.length;
  const meanings = head.map((h) => meaningOf(h.text));
  // best[c][s]: cells from c on, with s columns already left out
  const best: number[][] = Array.from({ length: cells.length + 1 }, () => new Array<number>(spare + 1).fill(0));
  for (let c = cells.length - 1; c >= 0; c--)
    for (let s = spare; s >= 0; s--) {
      const here = fits(cells[c]?.text ?? '', meanings[c + s]) + (best[c + 1]?.[s] ?? 0);
      const later = s < spare ? (best[c]?.[s + 1] ?? 0) : Number.NEGATIVE_INFINITY;
      const row = best[c];
      if (row) row[s] = Math.max(here, later);
    }
  const columns: number[] = [];
  let s = 0;
  for (let c = 0; c < cells.length; c++) {
    while (
      s < spare &&
      (best[c]?.[s + 1] ?? 0) >= fits(cells[c]?.text ?? '', meanings[c + s]) + (best[c + 1]?.[s] ?? 0)
    )
      s++;
    columns.push(c + s);
  }
  return columns;
}

/** In: the page. Out: for every line the label that belongs to it. */
export function labelsOf(page: Page): Labels {
  const label: (string | undefined)[] = new Array(page.lines.length);
  const meaning: (Meaning | undefined)[] = new Array(page.lines.length);
  const row = new Int32Array(page.lines.length).fill(-1);
  const give = (cell: { first: number; last: number }, words: string): void => {
    if (cell.first < 0) return;
    const m = meaningOf(words);
    for (let i = cell.first; i <= cell.last && i < page.lines.length; i++) {
      label[i] = words;
      meaning[i] = m;
    }
  };
  page.blocks.forEach((block, b) => {
    if (block.first < 0) return;
    if (block.t === 'table') {
      const rows = rowsOf(page, b);
      const headAt = rows.findIndex(
        ({ cells }) =>
          cells.length > 1 &&
          (cells.every((c) => c.header) ||
            cells.filter((c) => meaningOf(c.text)).length >= Math.max(2, cells.length / 2)) &&
          !(
            cells.length <= 4 &&
            cells.length % 2 === 0 &&
            cells.some((c, i) => i % 2 === 1 && !meaningOf(c.text) && !c.header)
          ),
      );
      const head = headAt >= 0 && headAt < 4 ? rows[headAt] : undefined;
      const columnar = head && rows.slice(headAt + 1).filter((r) => r.cells.length >= head.cells.length - 1).length > 0;
      rows.forEach((r, at) => {
        if (head && columnar && at > headAt) {
          // a first cell with rowspan is missing in the rows it reaches into: they are short at the front
          const columns = columnsOf(r.cells, head.cells);
          r.cells.forEach((cell, c) => {
            give(cell, head.cells[columns[c] ?? -1]?.text ?? '');
            for (let i = cell.first; i >= 0 && i <= cell.last && i < page.lines.length; i++) row[i] = r.block;
          });
        } else if (r.cells.length % 2 === 0 || r.cells[0]?.header)
          for (let c = 0; c + 1 < r.cells.length; c += 2) {
            const key = r.cells[c];
            const value = r.cells[c + 1];
            if (key && value && key.text !== '' && key.text.length <= 40) give(value, key.text);
          }
      });
    }
    if (block.t === 'dl' || block.t === 'div') {
      let term = '';
      for (const kid of block.kids) {
        const child = page.blocks[kid];
        if (!child || child.first < 0) continue;
        if (child.t === 'dt') term = page.lines[child.first]?.s ?? '';
        else if (child.t === 'dd' && term !== '' && term.length <= 60) give(child, term);
      }
    }
  });
  page.lines.forEach((line, i) => {
    const before = page.lines[i - 1];
    if (label[i] !== undefined || !before || before.s.length > 40 || !/[:：]\s*$/.test(before.s)) return;
    const gap =
      page.blocks[line.b]?.p === page.blocks[before.b]?.p || line.b === before.b || page.blocks[line.b]?.p === before.b;
    if (gap) give({ first: i, last: i }, before.s.replace(/^.*[|｜]\s*/, ''));
  });
  return { label, meaning, row };
}
