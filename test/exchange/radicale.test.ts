/**
 * What a CardDAV server makes of our vCards: `node --test test/exchange/radicale.test.ts`. Installs Radicale where it may (root
 * on Debian); elsewhere the cases are left out and say so.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readVcardTable } from '../../lib/exchange/import/formats/vcard.ts';
import { vcardText } from '../../lib/exchange/vcard.ts';
import { freePort, listening, startServer } from '../mail/process.ts';
import { cards } from './leads.ts';
import { whyNo } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'leadlight-radicale-'));

describe('Radicale', { skip: whyNo('radicale', 'radicale') }, () => {
  let server: ReturnType<typeof startServer>;
  let book = '';
  const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
    fetch(`${book}${path}`, {
      method,
      headers: { authorization: `Basic ${btoa('lab:lab')}`, ...headers },
      ...(body !== undefined && { body }),
    });

  before(async () => {
    const port = await freePort();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'users'), 'lab:lab');
    writeFileSync(
      join(folder, 'config'),
      `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${folder}/users\n` +
        `htpasswd_encryption = plain\n[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = ${folder}/data\n`,
    );
    server = startServer('radicale', ['-C', join(folder, 'config')], join(folder, 'log'));
    await listening(port);
    book = `http://127.0.0.1:${port}/lab/book/`;
    const made = await ask(
      'MKCOL',
      '',
      '<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>' +
        '<collection/><C:addressbook/></resourcetype></prop></set></mkcol>',
    );
    assert.equal(made.status, 201);
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A card as a set of its unfolded lines: servers may sort them. */
  const linesOf = (text: string) =>
    text
      .replace(/\r?\n[ \t]/g, '')
      .split(/\r?\n/)
      .filter(Boolean)
      .sort();

  for (const row of cards)
    it(`takes ${row.lead.name} and gives the card back equal`, async () => {
      const card = vcardText([row]);
      const path = `${row.lead.id}.vcf`;
      const put = await ask('PUT', path, card, { 'content-type': 'text/vcard; charset=utf-8' });
      assert.equal(put.status, 201, await put.text());
      const back = await (await ask('GET', path)).text();
      assert.deepEqual(readVcardTable(back).sheet.rows, readVcardTable(card).sheet.rows);
      assert.deepEqual(linesOf(back).length, linesOf(card).length);
    });

  it('takes a whole file of cards as an address book', async () => {
    const put = await ask('PUT', '', vcardText(cards), { 'content-type': 'text/vcard; charset=utf-8' });
    assert.equal(put.status, 201, await put.text());
    const back = await (await ask('GET', '')).text();
    const names = (text: string) =>
      readVcardTable(text)
        .sheet.rows.map(({ cells }) => cells[0])
        .sort();
    assert.deepEqual(names(back), names(vcardText(cards)));
  });
});
