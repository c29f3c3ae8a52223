/**
 * What Roundcube's address book makes of our vCards: `node --test test/exchange/roundcube.test.ts`. Installs and starts it where
 * it may (root on Debian); elsewhere the case is left out and says so.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readVcardTable } from '../../lib/exchange/import/formats/vcard.ts';
import { vcardText } from '../../lib/exchange/vcard.ts';
import { type Lab, startLab } from '../mail/lab.ts';
import { whyNoServer } from '../mail/machine.ts';
import { cards } from './leads.ts';

describe('Roundcube', { skip: whyNoServer('roundcube') ?? false }, () => {
  let lab: Lab;
  const cookies = new Map<string, string>();

  async function ask(query: string, body?: FormData | URLSearchParams): Promise<string> {
    const answer = await fetch(`${lab.addresses.elastic}${query}`, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { body }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return answer.text();
  }
  const tokenIn = (html: string) =>
    /"request_token":"([^"]+)"/.exec(html)?.[1] ?? /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? '';

  before(async () => {
    lab = await startLab(['roundcube']);
    const token = tokenIn(await ask('?_task=login'));
    const login = {
      _token: token,
      _task: 'login',
      _action: 'login',
      _user: 'testuser',
      _pass: 'testpass',
      _timezone: 'UTC',
    };
    await ask('?_task=login', new URLSearchParams(login));
  });
  after(() => lab?.stop());

  it('imports our cards and exports them with what they said', async () => {
    const form = new FormData();
    form.set('_token', tokenIn(await ask('?_task=addressbook')));
    form.set('_unlock', '');
    form.append('_file[]', new Blob([vcardText(cards)], { type: 'text/vcard' }), 'leads.vcf');
    const said = await ask('?_task=addressbook&_action=import&_framed=1&_target=0&_replace=1', form);
    assert.match(said, /Successfully imported 4 contacts|imported <b>4|4 contacts/i, said.slice(0, 2000));
    const token = tokenIn(await ask('?_task=addressbook'));
    const text = await ask(`?_task=addressbook&_action=export&_source=0&_token=${token}`);
    const { heading, rows } = readVcardTable(text).sheet;
    const back = rows.map(({ cells }) => Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? ''])));
    assert.equal(back.length, 4, text.slice(0, 3000));
    const lucja = back.find(({ FN }) => FN === 'Łucja Ångström-Müller');
    assert.equal(lucja?.Email, 'lucja@nordhafen.example; l.muller@nordhafen.example');
    assert.equal(lucja?.Mobile, '+46701234567');
    assert.match(lucja?.Note ?? '', /^First line\nsecond; with, signs\n/);
    assert.equal(lucja?.Title, 'Head; Purchasing, "Nordic" \\ Baltic');
    assert.ok(back.some(({ FN, Organization }) => FN === '王小明' && Organization === '北京星河泵业有限公司'));
  });
});
