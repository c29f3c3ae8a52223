import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtmlLines } from '../../../../lib/capture/mail/html-lines.ts';

const lines = (html: string) => readHtmlLines(html).outline.lines.map((l) => l.s);

describe('HTML of a mail becomes lines', () => {
  test.each([
    [
      'cells are lines',
      '<table><tr><td>Phone:</td><td>+49 40 555 01 10</td></tr></table>',
      ['Phone:', '+49 40 555 01 10'],
    ],
    ['breaks and entities', 'Jörg &amp; S&ouml;hne<br>Tel.&nbsp;12', ['Jörg & Söhne', 'Tel. 12']],
    ['hidden parts are left out', '<div style="display:none">preheader</div><p>Hello</p>', ['Hello']],
    ['text of no size is left out', '<span style="font-size:0">tracker</span>Hello', ['Hello']],
    ['styles, scripts and comments', '<style>p{}</style><!--[if mso]>x<![endif]--><script>y</script>Hello', ['Hello']],
    [
      'spans shown as blocks',
      '<span style="display:block">Jane</span><span style="display:block">Roe</span>',
      ['Jane', 'Roe'],
    ],
    [
      'Word paragraphs',
      '<p class=MsoNormal>Jane Roe<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Sales</p>',
      ['Jane Roe', 'Sales'],
    ],
    ['a tag cut off', '<div>Jane <b>Roe', ['Jane Roe']],
  ])('%s', (_, html, expected) => expect(lines(html)).toEqual(expected));

  test('a link around an icon stays as a mark, a script address does not', () => {
    const { outline } = readHtmlLines(
      '<a href="https://www.linkedin.com/in/jane-roe"><img src="in.png" alt="LinkedIn"></a><a href="javascript:x()">x</a>',
    );
    const marks = outline.lines.flatMap((l) => l.m ?? []);
    expect(marks.find((m) => m.t === 'a')?.u).toBe('https://www.linkedin.com/in/jane-roe');
    expect(marks.some((m) => m.u?.startsWith('javascript'))).toBe(false);
  });

  test('what clients mark as quoted or as signature is known of each line', () => {
    const { traits } = readHtmlLines(
      '<div>New</div><div class="gmail_signature">Jane</div><blockquote type="cite">Old</blockquote>',
    );
    expect(traits.map((t) => [t.quote, t.signature])).toEqual([
      [0, false],
      [0, true],
      [1, false],
    ]);
  });

  test('any text at all is read without an error, marks within their lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<div>',
            '</div>',
            '<td',
            '<a href="x">',
            '<br>',
            '&am',
            'text ',
            '<!--',
            '">',
            '<p style="',
            '\u00a0',
            '</b>',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          const { outline, traits } = readHtmlLines(parts.join(''));
          expect(traits).toHaveLength(outline.lines.length);
          for (const line of outline.lines)
            for (const mark of line.m ?? []) expect(mark.z).toBeLessThanOrEqual(line.s.length);
        },
      ),
    );
  });

  test('a hostile body stops at its limits, quickly', () => {
    const start = performance.now();
    expect(readHtmlLines('<div>'.repeat(400_000)).truncated).toBe(true);
    expect(readHtmlLines('<p>a'.repeat(400_000)).truncated).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
