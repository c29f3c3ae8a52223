import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

/** Folder with one folder for each host of the practice web. */
export const sitesFolder = resolve(import.meta.dirname, 'sites');

/** The firm whose pages come first, and the fair's list of exhibitors. */
export const practice = {
  home: 'http://www.nordlicht-foerdertechnik.example/',
  team: 'http://www.nordlicht-foerdertechnik.example/team.html',
  imprint: 'http://www.nordlicht-foerdertechnik.example/impressum.html',
  exhibitors: (page: number) => `http://www.packline-expo.example/exhibitors?page=${page}`,
} as const;

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
};

/** File that a host answers a path with; undefined where there is none. Never leaves the host's folder. */
function fileOf(root: string, host: string, url: URL): string | undefined {
  if (!/^[a-z0-9.-]+$/.test(host) || host.includes('..')) return undefined;
  const page = url.searchParams.get('page');
  const path = url.pathname === '/exhibitors' ? `/exhibitors-page-${page ?? 1}.html` : url.pathname;
  const file = join(root, host, normalize(path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(join(root, host)) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/**
 * Serves the practice web on loopback: the host name says which folder. Out: the port, the switch that makes Chromium
 * find every `*.example` host there, and the way to stop.
 */
export async function servePractice(
  root = sitesFolder,
): Promise<{ port: number; args: string[]; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const file = fileOf(root, host, new URL(request.url ?? '/', `http://${host || 'none.invalid'}`));
    if (!file) {
      response
        .writeHead(404, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Not found</title><p>Not found</p>');
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the practice server has no port');
  const { port } = address;
  return {
    port,
    args: [`--host-resolver-rules=MAP *.example 127.0.0.1:${port}`],
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
