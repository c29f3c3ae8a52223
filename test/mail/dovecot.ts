import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './machine.ts';
import { writeMaildir } from './maildir.ts';
import { freePort, listening, startServer } from './process.ts';
import type { Seed } from './seeds.ts';

export type Running = { port: number; stop(): Promise<void> };

const config = (folder: string, port: number) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
instance_name = leadlight-mail
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Ln
first_valid_uid = 1
first_valid_gid = 1
mail_uid = mail
mail_gid = mail
mail_location = maildir:${folder}/home/%n/Maildir
default_login_user = dovenull
default_internal_user = dovecot
passdb {
  driver = passwd-file
  args = username_format=%n ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/home/%n
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  separator = .
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
`;

/** Starts an IMAP server with the mails of one user, testuser / testpass. In: a folder that every user may enter, the mails. */
export async function startDovecot(folder: string, mails: readonly Seed[]): Promise<Running> {
  const home = join(folder, 'home/testuser');
  for (const name of ['run', 'state', 'home/testuser']) mkdirSync(join(folder, name), { recursive: true });
  writeMaildir(join(home, 'Maildir'), mails);
  const port = await freePort();
  const user = 'testuser:{PLAIN}testpass::::::';
  writeFileSync(join(folder, 'users'), `${user}\n${user.replace('testuser', 'testuser@example.test')}\n`);
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, config(folder, port));
  must('chown', ['-R', 'mail:mail', join(folder, 'home')]);
  for (const name of [folder, join(folder, 'run')]) chmodSync(name, 0o755);
  const server = startServer('dovecot', ['-F', '-c', file], join(folder, 'start.log'));
  await listening(port);
  return { port, stop: server.stop };
}
