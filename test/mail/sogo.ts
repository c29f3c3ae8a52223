import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './dovecot.ts';
import { must } from './machine.ts';
import { freePort, listening, startServer } from './process.ts';
import { serveSogo } from './sogo-front.ts';

const settingsFile = '/etc/sogo/sogo.conf';

const settings = (database: string, imap: number, cache: number) => {
  const tables = {
    SOGoProfileURL: 'sogo_user_profile',
    OCSFolderInfoURL: 'sogo_folder_info',
    OCSSessionsFolderURL: 'sogo_sessions_folder',
    OCSEMailAlarmsFolderURL: 'sogo_alarms_folder',
    OCSStoreURL: 'sogo_store',
    OCSAclURL: 'sogo_acl',
    OCSCacheFolderURL: 'sogo_cache_folder',
    OCSAdminURL: 'sogo_admin',
  };
  const urls = Object.entries(tables).map(([name, table]) => `${name} = "${database}/${table}";`);
  return `{
${urls.join('\n')}
SOGoUserSources = ({ type = sql; id = users; viewURL = "${database}/sogo_users"; canAuthenticate = YES; isAddressBook = YES; displayName = "Users"; userPasswordAlgorithm = plain; MailFieldNames = (mail); });
SOGoLanguage = English; SOGoTimeZone = UTC; SOGoMailDomain = "example.test"; SOGoPageTitle = "Webmail"; SOGoLoginModule = Mail;
SOGoIMAPServer = "imap://127.0.0.1:${imap}"; SOGoSMTPServer = "smtp://127.0.0.1:1"; SOGoMailingMechanism = smtp; NGImap4ConnectionStringSeparator = ".";
SOGoSentFolderName = Sent; SOGoTrashFolderName = Trash; SOGoDraftsFolderName = Drafts; SOGoSieveScriptsEnabled = NO;
SOGoMemcachedHost = "127.0.0.1:${cache}"; SOGoXSRFValidationEnabled = YES; WOUseRelativeURLs = YES;
}
`;
};

const tables = `create role sogo login password 'sogo'; create database sogo owner sogo; \\c sogo sogo
create table sogo_users (c_uid varchar primary key, c_name varchar, c_password varchar, c_cn varchar, mail varchar);
insert into sogo_users values ('testuser','testuser','testpass','Test User','testuser@example.test');
`;

/** A private PostgreSQL with SOGo's user table. */
async function startDatabase(folder: string): Promise<Running> {
  const versions = '/usr/lib/postgresql';
  const [version = ''] = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  const bin = join(versions, version, 'bin');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  must('chown', ['-R', 'postgres', folder]);
  const as = (program: string, args: string[]) =>
    must('runuser', ['-u', 'postgres', '--', join(bin, program), ...args]);
  as('initdb', ['-A', 'trust', '-U', 'postgres', '-D', data]);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  as('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  must('psql', ['-q', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'], { input: tables });
  return {
    port,
    async stop() {
      as('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']);
    },
  };
}

/** Its settings file is the one place where SOGo looks: what was there comes back at the end. */
function putSettings(text: string): () => void {
  const saved = `${settingsFile}.before-leadlight`;
  if (existsSync(settingsFile) && !existsSync(saved)) copyFileSync(settingsFile, saved);
  writeFileSync(settingsFile, text, { mode: 0o640 });
  must('chown', ['root:sogo', settingsFile]);
  return () => {
    if (!existsSync(saved)) return;
    copyFileSync(saved, settingsFile);
    rmSync(saved);
  };
}

/** Starts Debian's SOGo with a database and a cache of its own. In: a folder of its own, the IMAP server's port. */
export async function startSogo(folder: string, imap: number): Promise<Running> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'server'), { recursive: true });
  must('chown', ['sogo', join(folder, 'server')]);
  const database = await startDatabase(join(folder, 'database'));
  const cachePort = await freePort();
  const cacheArgs = ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(cachePort), '-m', '32'];
  const cache = startServer('memcached', cacheArgs, join(folder, 'cache.log'));
  const putBack = putSettings(settings(`postgresql://sogo:sogo@127.0.0.1:${database.port}/sogo`, imap, cachePort));
  const port = await freePort();
  const pid = join(folder, 'server/pid');
  const log = join(folder, 'server/log');
  const flags = ['-WOPort', `127.0.0.1:${port}`, '-WOWorkersCount', '2', '-WOLogFile', log, '-WOPidFile', pid];
  spawnSync('runuser', ['-u', 'sogo', '--', 'sogod', ...flags], {
    cwd: join(folder, 'server'),
    env: { ...process.env, HOME: '/var/lib/sogo' },
    stdio: 'ignore',
  });
  await listening(port);
  const front = await serveSogo(port);
  await answering(`http://127.0.0.1:${front.port}/SOGo/`);
  return {
    port: front.port,
    async stop() {
      await front.stop();
      const id = existsSync(pid) ? Number(readFileSync(pid, 'utf8')) : 0;
      if (id > 0) {
        process.kill(id, 'SIGTERM');
        for (let left = 120; left > 0 && isAlive(id); left--) await sleep(100);
        if (isAlive(id)) process.kill(id, 'SIGKILL');
      }
      putBack();
      await cache.stop();
      await database.stop();
    },
  };
}

/** It listens long before it answers. Throws when it does not within half a minute. */
async function answering(address: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > until) throw new Error(`SOGo does not answer at ${address}`);
    await sleep(200);
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    // no such process: that is the answer
    return false;
  }
}
