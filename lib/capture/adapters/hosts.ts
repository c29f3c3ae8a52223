/**
 * Where each adapter is at home, as host match patterns (the browser's own notation). Only these decide which adapter
 * looks at a page; no two of them may overlap.
 */
const mapsHosts =
  'com de at ch fr it es nl be pl cz se dk no fi pt ie ca com.au co.uk co.jp com.tw com.hk com.sg com.tr com.mx com.br co.in'.split(
    ' ',
  );
const europagesHosts = 'com de at co.uk fr it es nl be pl pt cn'.split(' ');

export const hosts = {
  linkedin: ['https://*.linkedin.com/*'],
  xing: ['https://*.xing.com/*'],
  wlw: ['https://*.wlw.de/*', 'https://*.wlw.at/*', 'https://*.wlw.ch/*'],
  europages: europagesHosts.map((end) => `https://*.europages.${end}/*`),
  '1688': ['https://*.1688.com/*'],
  'made-in-china': ['https://*.made-in-china.com/*'],
  qcc: ['https://*.qcc.com/*'],
  tianyancha: ['https://*.tianyancha.com/*'],
  'google-maps': mapsHosts.flatMap((end) => [`https://www.google.${end}/maps/*`, `https://maps.google.${end}/*`]),
  exhibitors: [
    'https://*.mapyourshow.com/*',
    'https://*.a2zinc.net/*',
    'https://*.map-dynamics.com/*',
    'https://*.ungerboeck.com/*',
    'https://*.messe-duesseldorf.de/*',
    ...['interpack', 'drupa', 'k-online', 'prowein', 'wire', 'tube', 'boot', 'valveworldexpo', 'glasstec-online'].map(
      (fair) => `https://*.${fair}.${fair === 'wire' || fair === 'tube' ? 'de' : 'com'}/vis/*`,
    ),
    ...['medica', 'compamed', 'rehacare', 'aplusa', 'glasstec', 'euroshop', 'caravan-salon'].map(
      (fair) => `https://*.${fair}.de/vis/*`,
    ),
  ],
  github: ['https://github.com/*'],
} as const satisfies Record<string, readonly string[]>;

export type AdapterId = keyof typeof hosts;

const parts = /^(https?):\/\/(\*\.)?([^/*]+)(\/.*)$/;
export type Pattern = { protocol: string; wild: boolean; host: string; path: string; open: boolean };

/** A host match pattern taken apart (`*.` takes the bare host in as well). In: the pattern. */
export function patternOf(pattern: string): Pattern {
  const [, scheme = '', wild, host = '', path = ''] = parts.exec(pattern) ?? [];
  return {
    protocol: `${scheme}:`,
    wild: wild !== undefined,
    host,
    path: path.replace(/\*$/, ''),
    open: path.endsWith('*'),
  };
}

/** Whether an address falls under a pattern. In: the pattern and the parsed address. */
export function fitsPattern({ protocol, wild, host, path, open }: Pattern, at: URL): boolean {
  if (at.protocol !== protocol) return false;
  if (at.hostname !== host && !(wild && at.hostname.endsWith(`.${host}`))) return false;
  return open ? at.pathname.startsWith(path) : at.pathname === path;
}
