import type { Column, ExportRow } from './columns.ts';
import { type ZipEntry, zipEntry, zipFile } from './zip.ts';

export type XlsxSheet = { name: string; columns: Column[]; headers: string[]; rows: ExportRow[] };

/** Excel refuses a workbook with a longer cell. */
const longestCell = 32_767;
const widths = { least: 8, most: 40 };
/** Rows that are written at once. */
const chunk = 50;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;

/** A name that Excel takes for a sheet: 31 characters, none of those it uses in references. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

const fitted = (text: string) => (text.length <= longestCell ? text : `${text.slice(0, longestCell - 1)}…`);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot have, whatever a page says: control characters, halves of a sign, the places that are no sign. */
const special = /[&<>"\uFFFD-\uFFFF\p{Cs}]|(?![\t\n\r\u007F-\u009F])\p{Cc}/gu;
/** Text as XML has it, without what XML cannot have. */
const escaped = (text: string) => text.replace(special, (sign) => entities[sign] ?? '');

/** East Asian letters take the room of two. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

/** `A`, `Z`, `AA`: the name of a column. */
function letters(column: number): string {
  const left = Math.floor(column / 26);
  return (left > 0 ? letters(left - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const dayMs = 24 * 60 * 60 * 1000;
/** A day as sheets count them: from the last of 1899. */
const dayNumber = (at: Date) => Math.floor(at.getTime() / dayMs) + 25_569;

/** Styles by their place in `styles.xml`. */
const style = { plain: '', heading: ' s="1"', day: ' s="2"' } as const;

function textCell(place: string, text: string, as: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${as} t="inlineStr"><is><t${space}>${escaped(fitted(text))}</t></is></c>`;
}

/** A number or a day of an own field; every other cell is text. */
function cell(column: Column, row: ExportRow, place: string): string {
  const value = column.typed?.(row);
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
  if (value !== undefined) return `<c r="${place}"${style.day}><v>${dayNumber(value)}</v></c>`;
  const text = column.read(row);
  return text === '' ? '' : textCell(place, text, style.plain);
}

function* sheetXml({ columns, headers, rows }: XlsxSheet, isFirst: boolean, onRow: () => void): Generator<string> {
  const names = headers.map((_, at) => letters(at));
  const sample = rows.slice(0, 200);
  const cols = headers.map((header, at) => {
    const least = Math.max(widths.least, widthOf(header) + 2);
    const widest = sample.reduce((most, row) => Math.max(most, widthOf(columns[at]?.read(row) ?? '') + 1), least);
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(widths.most, widest)}" customWidth="1"/>`;
  });
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData><row r="1">` +
    `${headers.map((header, at) => textCell(`${names[at]}1`, header, style.heading)).join('')}</row>`;
  for (let first = 0; first < rows.length; first += chunk) {
    let text = '';
    for (const [index, row] of rows.slice(first, first + chunk).entries()) {
      const number = first + index + 2;
      text += `<row r="${number}">`;
      for (const [at, column] of columns.entries()) text += cell(column, row, `${names[at]}${number}`);
      text += '</row>';
      onRow();
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${office}/package/2006/relationships">${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** What a workbook has beside its sheets: what there is, and how a heading and a day look. */
function frame(sheets: readonly XlsxSheet[]): [name: string, text: string][] {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}` +
        `${sheets.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['styles', 'styles', 'styles.xml'],
        ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ]),
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}/officeDocument/2006/relationships"><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>` +
        `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ],
  ];
}

/**
 * A workbook with one sheet for each kind. Every cell is text, so that +49 and 007 stay what they are and nothing is a
 * formula, but for own fields that are numbers or days; the header row and the name stay in sight. It is packed while it is
 * written: 100,000 rows never lie in memory as XML. In: the sheets, what to do after each row. Out: the file.
 */
export async function xlsxFile(sheets: XlsxSheet[], onRow: () => void = () => undefined): Promise<Blob> {
  const entries: ZipEntry[] = [];
  for (const [name, text] of frame(sheets)) entries.push(await zipEntry(name, [text]));
  for (const [at, sheet] of sheets.entries())
    entries.push(await zipEntry(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, at === 0, onRow)));
  return zipFile(entries, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}
