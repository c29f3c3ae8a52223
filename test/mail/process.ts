import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Waits until somebody listens. Throws when nobody does within the time. */
export async function listening(port: number, limit = 30_000): Promise<void> {
  const until = Date.now() + limit;
  for (;;) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    if (open) return;
    if (Date.now() > until) throw new Error(`nobody listens on port ${port}`);
    await sleep(100);
  }
}

/** Starts a server of its own process group, its output in a file: whoever stops it stops its workers too. */
export function startServer(
  program: string,
  args: string[],
  log: string,
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): { child: ChildProcess; stop(): Promise<void> } {
  const out = openSync(log, 'a');
  const child = spawn(program, args, { stdio: ['ignore', out, out], detached: true, ...options });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    async stop() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid, 'SIGTERM');
        const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 12_000);
        await gone;
        clearTimeout(late);
      }
    },
  };
}
