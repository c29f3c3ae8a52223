import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from './dovecot.ts';
import { must } from './machine.ts';
import { freePort, listening, startServer } from './process.ts';

const config = (folder: string, imap: number, skin: string) => `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${folder}/roundcube.db?mode=0640';
$config['imap_host'] = 'localhost:${imap}';
$config['smtp_host'] = 'localhost:1';
$config['product_name'] = 'Webmail';
$config['des_key'] = 'test-test-test-test-test';
$config['plugins'] = [];
$config['skin'] = '${skin}';
$config['language'] = 'en_US';
$config['temp_dir'] = '${folder}/temp';
$config['log_dir'] = '${folder}/logs';
$config['mail_domain'] = 'example.test';
$config['enable_installer'] = false;
$config['draft_autosave'] = 0;
$config['refresh_interval'] = 60;
$config['session_lifetime'] = 600;
$config['mail_pagesize'] = 50;
$config['support_url'] = '';
`;

/** Starts Debian's Roundcube with PHP's own server and SQLite. In: a folder of its own, the IMAP server's port, the skin. */
export async function startRoundcube(folder: string, imap: number, skin: 'elastic' | 'larry'): Promise<Running> {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['config', 'temp', 'logs', 'sessions']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    symlinkSync(`/etc/roundcube/${name}`, join(folder, 'config', name));
  }
  writeFileSync(join(folder, 'config/config.inc.php'), config(folder, imap, skin));
  const tables = '/usr/share/roundcube/SQL/sqlite.initial.sql';
  const make = '$d = new PDO("sqlite:" . $argv[1]); $d->exec(file_get_contents($argv[2]));';
  must('php', ['-r', make, join(folder, 'roundcube.db'), tables]);
  const port = await freePort();
  const sessions = `session.save_path=${join(folder, 'sessions')}`;
  const server = startServer(
    'php',
    ['-d', sessions, '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', '/var/lib/roundcube/public_html'],
    join(folder, 'php.log'),
    { env: { ...process.env, ROUNDCUBE_CONFIG_DIR: join(folder, 'config'), PHP_CLI_SERVER_WORKERS: '4' } },
  );
  await listening(port);
  return { port, stop: server.stop };
}
