import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Running } from './dovecot.ts';

const files = '/usr/lib/GNUstep/SOGo/WebServerResources';
const prefix = '/SOGo.woa/WebServerResources/';
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** What a web server does before SOGo: serves its static files, hands everything else on. In: SOGo's port. */
export async function serveSogo(sogo: number): Promise<Running> {
  let port = 0;
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://front');
    if (pathname === '/') {
      answer.writeHead(302, { location: '/SOGo/' }).end();
      return;
    }
    if (pathname.startsWith(prefix)) {
      const file = join(files, normalize(decodeURIComponent(pathname.slice(prefix.length))));
      if (!file.startsWith(files) || !existsSync(file) || !statSync(file).isFile()) {
        answer.writeHead(404).end();
        return;
      }
      answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(answer);
      return;
    }
    const onward = request(
      {
        // Connections that are kept alive make SOGo hang up.
        agent: false,
        host: '127.0.0.1',
        port: sogo,
        path: asked.url,
        method: asked.method,
        headers: {
          ...asked.headers,
          connection: 'close',
          'x-webobjects-server-protocol': 'HTTP/1.0',
          'x-webobjects-remote-host': '127.0.0.1',
          'x-webobjects-server-name': '127.0.0.1',
          'x-webobjects-server-port': String(port),
          'x-webobjects-server-url': `http://127.0.0.1:${port}`,
        },
      },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      },
    );
    onward.on('error', (cause) => {
      answer.writeHead(502).end(String(cause));
    });
    asked.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
