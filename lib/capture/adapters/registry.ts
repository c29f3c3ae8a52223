import type { SiteAdapter } from './adapter.ts';
import { linkedin } from './linkedin.ts';

/** Every site that is read in its own way. Their order means nothing: no two are at home at the same address. */
export const adapters: readonly SiteAdapter[] = [linkedin];
