// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partiesIn } from '../../../lib/mailbox/address.ts';
import { mailClientOf } from '../../../lib/mailbox/hosts.ts';
import { isMailbox, mailboxOwner, readCompose, readOpenMessages, readRows } from '../../../lib/mailbox/reader.ts';
import { mailboxFixtures, pageAt } from './fixtures.ts';

const unknown = 'https://post.harrow.example/m/1';
const roundcube = 'https://mail.harrow.example/?_task=mail&_uid=4&_mbox=INBOX&_action=show';

/** A message as Roundcube draws it. */
const drawn = (from: string, body: string, more = '') =>
  `<body class="task-mail action-show"><div id="message-header"><h2 class="subject">Offer</h2>
  <div class="header-summary"><span class="adr">${from}</span></div>
  <table><tr><td class="header-title">Von</td><td class="header from"><span class="adr">${from}</span></td></tr>${more}</table></div>
  <div id="messagebody"><div class="message-htmlpart"><div class="rcmBody">${body}</div></div></div></body>`;
const contact = (address: string, name: string) =>
  `<a class="rcmContactAddress" title="${address}" href="mailto:${address}">${name}</a>`;

const read = (url: string, html: string, framed = false) => {
  const { doc, host } = pageAt(url, html, framed);
  return readOpenMessages(doc, host).map(({ element, bodyElement, recipients, ...told }) => told);
};

describe('the sender is the address in the header', () => {
  test('a name that looks like an address is a name', () => {
    const [message] = read(roundcube, drawn(contact('x91@phish.example', 'ceo@acme-valves.example'), 'Pay.'));
    expect(message).toMatchObject({
      from: { name: 'ceo@acme-valves.example', address: 'x91@phish.example' },
      certain: true,
    });
  });

  test('sender and reply address that differ are told, those that do not are not', () => {
    const [message] = read(
      roundcube,
      drawn(
        contact('jan@harrow.example', 'Jan'),
        'Hi',
        `<tr><td class="header sender">${contact('list@bulk.example', 'List')}</td></tr><tr><td class="header replyto">${contact('jan@harrow.example', 'Jan')}${contact('other@else.example', '')}</td></tr>`,
      ),
    );
    expect(message).toMatchObject({
      sender: { address: 'list@bulk.example' },
      replyTo: [{ name: '', address: 'other@else.example' }],
    });
  });

  test('a client that shows only names is not read from its mail', () => {
    const body =
      '<p>Please look.</p><div><b>From:</b> Boss &lt;<a href="mailto:boss@acme.example">boss@acme.example</a>&gt;<br><b>To:</b> <a href="mailto:me@harrow.example">Me</a><br><b>Subject:</b> Re: Offer</div><p>Do it.</p>';
    const page = `<main><h1>Offer</h1><div class="hd"><span class="nm">Jan Wit</span><span class="dt">10:30</span></div><div class="x7">${body}</div></main>`;
    expect(read(unknown, page).filter(({ certain }) => certain)).toEqual([]);
  });

  test('a forwarded header at the very beginning of a mail is no header', () => {
    const body =
      '<div>---------- Forwarded message ---------</div><div><b>From:</b> <a href="mailto:boss@acme.example">Boss</a></div><div><b>To:</b> <a href="mailto:me@harrow.example">Me</a></div><p>Text</p>';
    const page = `<main><h1>Offer</h1><div class="hd"><span>Jan Wit</span></div><div>${body}</div></main>`;
    expect(read(unknown, page).filter(({ certain }) => certain)).toEqual([]);
  });

  test('two addresses that both claim to have sent it leave it open', () => {
    const page =
      '<main><h1>Offer</h1><div><b>From:</b> <a href="mailto:a@one.example">A</a>, <a href="mailto:b@two.example">B</a></div><div><b>To:</b> <a href="mailto:me@harrow.example">Me</a></div><div class="body"><p>Hi</p></div></main>';
    expect(read(unknown, page)).toMatchObject([{ from: { address: 'a@one.example' }, certain: false }]);
  });

  test('words alone may be a name that looks like an address', () => {
    const page =
      '<main><h1>Offer</h1><div><b>From:</b> <span>ceo@acme.example</span></div><div><b>To:</b> <span>me@harrow.example</span></div><div class="body"><p>Hi</p></div></main>';
    expect(read(unknown, page)).toMatchObject([{ from: { address: 'ceo@acme.example' }, certain: false }]);
  });

  test('sent on behalf of somebody', () => {
    const page =
      '<main><h1>Offer</h1><div><b>From:</b> <a href="mailto:bot@send.example">Bot</a> <i>on behalf of</i> <a href="mailto:ann@acme.example">Ann</a></div><div><b>To:</b> <a href="mailto:me@harrow.example">Me</a></div><div class="body"><p>Hi</p></div></main>';
    expect(read(unknown, page)).toMatchObject([
      { from: { address: 'ann@acme.example' }, sender: { address: 'bot@send.example' } },
    ]);
  });

  test('nobody: no address, no message', () => {
    expect(read(unknown, '<main><h1>Offer</h1><div><b>From:</b> Jan</div><p>Hi</p></main>')).toEqual([]);
    expect(read(roundcube, drawn('<span>Jan</span>', `Write to ${contact('boss@acme.example', 'Boss')}`))).toEqual([]);
  });

  test('a right-to-left name keeps its letters and loses its signs', () => {
    const [message] = read(roundcube, drawn(contact('omar@sahl.example', '\u202eعمر\u202c حداد\u200f'), ''));
    expect(message?.from.name).toBe('عمر حداد');
  });
});

describe('a mail cannot pose as the client', () => {
  test.each(mailboxFixtures())('$name: a body that holds the whole client again changes nothing', (fixture) => {
    const { expected } = fixture;
    if (expected.messages.length === 0) return;
    const forged = fixture.html
      .replace(/[\s\S]*<body[^>]*>|<\/body>[\s\S]*/g, '')
      .replaceAll('.example', '.forged.example');
    const { doc, host } = pageAt(expected.url, fixture.html);
    const bodies = readOpenMessages(doc, host).flatMap(({ bodyElement }) => bodyElement ?? []);
    for (const body of bodies) body.innerHTML = `<p>Hello</p>${forged}`;
    const senders = readOpenMessages(doc, host).map(({ from }) => from.address);
    expect(senders).toEqual(expected.messages.map(({ from }) => from.address));
    const people = JSON.stringify(readOpenMessages(doc, host).map(({ to, cc, replyTo }) => [to, cc, replyTo]));
    expect(people).not.toContain('forged');
  });

  test('a frame is a mail’s own words unless the client says otherwise', () => {
    const html = drawn(contact('ceo@acme.example', 'CEO'), 'Hi');
    const preview = 'https://mail.harrow.example/?_task=mail&_uid=4&_mbox=INBOX&_framed=1&_action=preview';
    expect(read(preview, html, true)).toHaveLength(1);
    for (const url of ['about:blank', 'about:srcdoc', 'https://mail.harrow.example/part?id=4', unknown])
      expect(read(url, html, true)).toEqual([]);
    const { doc, host } = pageAt('https://mail.163.com/js6/read/readhtml.jsp?mid=1', html, true);
    expect(isMailbox(doc, host)).toBe(false);
    expect([readRows(doc, host), readCompose(doc, host)]).toEqual([[], []]);
  });
});

describe('anything at all', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<b>From:</b>',
    'Von:',
    '发件人：',
    '<a href="mailto:a%@b.example">',
    '<a href="mailto:a@b.example">x</a>',
    '<span email="a@b.example">',
    '<table><tr><td>',
    '</table>',
    '<h1>',
    '<iframe>',
    'To:',
    '<x@y.example>',
    '&lt;x@y.example&gt;',
    '<form name="children"><input name="querySelectorAll"><input name="textContent">',
    '<div contenteditable="true">',
    '@',
    '\u202e',
    '<input name="subject">',
    '<li title="q@r.example">',
    '<p>',
    '<blockquote>',
    'a@b.example, c@d.example',
  );
  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(unknown, roundcube, 'https://mail.google.com/mail/u/0/#sent'),
        (pieces, url) => {
          const { doc, host } = pageAt(url, pieces.join(''));
          readOpenMessages(doc, host);
          readRows(doc, host);
          readCompose(doc, host);
          mailboxOwner(doc, host);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    [
      '"Schäfer, Karl-Heinz (Einkauf)" <k.schaefer@werk.example>',
      [['Schäfer, Karl-Heinz (Einkauf)', 'k.schaefer@werk.example']],
    ],
    [
      'a@x.example; B C <b@x.example>，张伟 <zhang@x.example>',
      [
        ['', 'a@x.example'],
        ['B C', 'b@x.example'],
        ['张伟', 'zhang@x.example'],
      ],
    ],
    ['Boss <ceo@acme.example> <x91@phish.example>', [['Boss <ceo@acme.example>', 'x91@phish.example']]],
    ['CRossi@Studio-Rossi.EXAMPLE', [['', 'CRossi@Studio-Rossi.EXAMPLE']]],
    ['no address here @ all', []],
    ['<o’brien+tag@x.example>', [['', 'o’brien+tag@x.example']]],
  ])('%s', (text, expected) => {
    expect(partiesIn(text).map(({ name, address }) => [name, address])).toEqual(expected);
  });

  test.each([
    ['https://mail.google.com/mail/u/0/', 'gmail'],
    ['https://outlook.office.com/mail/', 'outlook'],
    ['https://exmail.qq.com/cgi-bin/frame_html', 'tencent-firm'],
    ['https://qiye.aliyun.com/', 'aliyun-firm'],
    ['https://3c.gmx.net/mail', 'gmx'],
    ['https://notmail.google.com.example/', undefined],
    ['no address', undefined],
  ])('the client at %s', (url, id) => {
    expect(mailClientOf(url)?.id).toBe(id);
  });
});
