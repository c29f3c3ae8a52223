// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { linesOf, readPage } from './pages.ts';

describe('lines are what the eye sees', () => {
  test.each<[string, string, string[]]>([
    [
      'blocks and breaks',
      '<div>Anna Birk<br>Head of Sales</div><p>Room 4</p>',
      ['Anna Birk', 'Head of Sales', 'Room 4'],
    ],
    ['white space is folded', '<p>  Anna \n <b> Birk </b>&nbsp; GmbH </p>', ['Anna Birk GmbH']],
    ['table cells', '<table><tr><td>Tel<td>030 1234<tr><td>Fax<td>99</table>', ['Tel', '030 1234', 'Fax', '99']],
    ['line breaks in pre', '<pre>Birk KG\n  Am Hang 3\n12345 Ort</pre>', ['Birk KG', 'Am Hang 3', '12345 Ort']],
    ['white-space: pre-line', '<div style="white-space:pre-line">Birk KG\nAm Hang 3</div>', ['Birk KG', 'Am Hang 3']],
    [
      'inline boxes stand apart',
      '<p><span style="display:inline-block">Anna</span><span style="display:inline-block">Birk</span></p>',
      ['Anna Birk'],
    ],
    ['display: block on an inline element', '<a><span style="display:block">Anna</span>Birk</a>', ['Anna', 'Birk']],
    [
      'what is not shown',
      '<p style="display:none">a</p><p hidden>b</p><p style="visibility:hidden">c<b style="visibility:visible">d</b></p>',
      ['d'],
    ],
    ['aria-hidden is still seen', '<p aria-hidden="true">e</p>', ['e']],
    ['a closed details', '<details><summary>More</summary><p>Anna Birk</p></details>', ['More', 'Anna Birk']],
    [
      'script, style, template',
      '<script>x</script><style>y</style><template>z</template><noscript>n</noscript>ok',
      ['ok'],
    ],
    [
      'read-only fields',
      '<input readonly value="anna@birk.example"><input value="typed"><textarea readonly>Am Hang 3</textarea>',
      ['anna@birk.example Am Hang 3'],
    ],
    ['signs nobody sees', '<p>an\u00adna\u200b@birk.example</p>', ['anna@birk.example']],
    ['readings over characters', '<p><ruby>山田<rt>やまだ</rt></ruby>太郎</p>', ['山田太郎']],
  ])('%s', async (_, markup, lines) => {
    expect(linesOf(await readPage(markup))).toEqual(lines);
  });

  test('a link that holds blocks is itself a block, and each of its lines keeps the link', async () => {
    const { outline } = await readPage('<a class="card" href="/anna"><div>Anna Birk</div><div>Sales</div></a>');
    const [first, second] = outline.lines;
    expect(outline.blocks[outline.blocks[first?.b ?? -1]?.p ?? -1]).toMatchObject({ t: 'a', h: 'card' });
    for (const line of [first, second])
      expect(line?.m).toEqual([expect.objectContaining({ t: 'a', a: 0, z: line?.s.length })]);
  });

  test('marks: links, bold, images, links without words', async () => {
    const { outline } = await readPage(
      '<p>Mail <a href="mailto:anna@birk.example" title="write">Anna</a> <b>Birk</b><img src="a.png?v=1" alt="Logo"></p><p><a href="https://net.example/anna" aria-label="Profile"></a></p><p><a href="javascript:alert(1)">x</a></p>',
    );
    expect(outline.lines[0]?.m).toEqual([
      { a: 5, z: 9, t: 'a', u: 'mailto:anna@birk.example', l: 'write' },
      { a: 10, z: 14, t: 'b' },
      { a: 14, z: 14, t: 'img', l: 'Logo', u: expect.stringMatching(/\/a\.png$/) },
    ]);
    expect(outline.lines[1]).toMatchObject({ s: '', m: [{ t: 'a', u: 'https://net.example/anna', l: 'Profile' }] });
    expect(outline.lines[2]?.m).toEqual([{ a: 0, z: 1, t: 'a' }]);
  });

  test('an empty line or a rule is remembered', async () => {
    const { outline } = await readPage('<div>one<br><br>two<br>three<hr>four</div>');
    expect(outline.lines.map((l) => l.g ?? false)).toEqual([false, true, false, true]);
  });

  test('a very long line goes on in the next', async () => {
    const lines = linesOf(await readPage(`<p>${'word '.repeat(2000)}</p>`));
    expect(lines.every((l) => l.length <= 4000)).toBe(true);
    expect(lines.join(' ')).toBe('word '.repeat(2000).trim());
  });

  test('open shadow roots with slots', async () => {
    document.body.innerHTML = '<div id="host"><b>Anna</b></div>';
    const host = document.getElementById('host') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Name: <slot></slot></p><p>Sales</p>';
    const { takeSnapshot } = await import('../../../../lib/capture/page/snapshot.ts');
    const { snapshot } = await takeSnapshot(document, 'https://birch.example/');
    expect(snapshot.outline.lines.map((l) => l.s)).toEqual(['Name: Anna', 'Sales']);
  });

  test('frames of other origins are counted, our own and tiny ones are not', async () => {
    const { closedFrames } = await readPage(
      '<iframe src="https://map.example/x"></iframe><iframe src="https://pixel.example/" width="1" height="1"></iframe><iframe src="/own"></iframe>',
    );
    expect(closedFrames).toEqual(['https://map.example/x']);
  });
});
