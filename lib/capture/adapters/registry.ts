import { alibaba1688 } from './1688.ts';
import type { SiteAdapter } from './adapter.ts';
import { europages } from './europages.ts';
import { exhibitors } from './exhibitors.ts';
import { github } from './github.ts';
import { googleMaps } from './google-maps.ts';
import { linkedin } from './linkedin.ts';
import { madeInChina } from './made-in-china.ts';
import { qcc } from './qcc.ts';
import { tianyancha } from './tianyancha.ts';
import { wlw } from './wlw.ts';
import { xing } from './xing.ts';

/** Every site that is read in its own way. Their order means nothing: no two are at home at the same address. */
export const adapters: readonly SiteAdapter[] = [
  linkedin,
  xing,
  wlw,
  europages,
  alibaba1688,
  madeInChina,
  qcc,
  tianyancha,
  googleMaps,
  exhibitors,
  github,
];
