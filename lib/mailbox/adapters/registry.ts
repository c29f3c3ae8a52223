import type { MailAdapter } from './adapter.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { netease } from './netease.ts';
import { openXchange } from './open-xchange.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { qq } from './qq.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';
import { yahoo } from './yahoo.ts';
import { yandex } from './yandex.ts';

/** One line for each client. The first that knows the page counts: those with hosts of their own before those at any host. */
export const mailAdapters: readonly MailAdapter[] = [
  gmail,
  outlook,
  netease,
  qq,
  gmx,
  yahoo,
  yandex,
  proton,
  roundcube,
  sogo,
  openXchange,
];
