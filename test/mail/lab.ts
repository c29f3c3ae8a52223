import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, startDovecot } from './dovecot.ts';
import type { MailServer } from './machine.ts';
import { startRoundcube } from './roundcube.ts';
import { type Seed, seeds } from './seeds.ts';
import { startSogo } from './sogo.ts';

export type Skin = 'elastic' | 'larry';
/** Running webmails by name, with the address of each. */
export type Lab = { addresses: Partial<Record<Skin | 'sogo', string>>; stop(): Promise<void> };

/** Starts an IMAP server with mails and the webmails over it, on free ports of loopback. In: which, and the mails. */
export async function startLab(servers: readonly MailServer[], mails: readonly Seed[] = seeds): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-mail-'));
  // The servers run under users of their own, who must be able to enter.
  chmodSync(folder, 0o755);
  const running: Running[] = [];
  const stop = async () => {
    for (const { stop: end } of running.toReversed()) await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const keep = async (starting: Promise<Running>): Promise<number> => {
    const one = await starting;
    running.push(one);
    return one.port;
  };
  try {
    mkdirSync(join(folder, 'dovecot'));
    const imap = await keep(startDovecot(join(folder, 'dovecot'), mails));
    const addresses: Lab['addresses'] = {};
    if (servers.includes('roundcube')) {
      for (const skin of ['elastic', 'larry'] as const) {
        addresses[skin] = `http://127.0.0.1:${await keep(startRoundcube(join(folder, skin), imap, skin))}/`;
      }
    }
    if (servers.includes('sogo')) {
      addresses.sogo = `http://127.0.0.1:${await keep(startSogo(join(folder, 'sogo'), imap))}/SOGo/`;
    }
    return { addresses, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
