import { createServer } from 'node:http';

/** Serves one page at every address of a free port of loopback. Out: its address, and the way to stop. */
export async function servePage(html: string): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    const isPage = /^\/(mail\/.*)?$/.test(asked.url ?? '/');
    answer.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(isPage ? html : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/mail/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
