import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const present = (program: string) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0;

/** Why no key can be pressed for real here; undefined where it can. */
export const whyNoDisplay = ['Xvfb', 'xdotool'].every(present) ? undefined : 'needs Xvfb and xdotool';

/** A display of its own, on which keys and clicks come from outside the browser as a person's do. */
export type Display = {
  name: string;
  key(...keys: string[]): Promise<void>;
  /** Right-clicks at a place of the screen. */
  rightClick(x: number, y: number): Promise<void>;
  stop(): void;
};

/** Starts a virtual display. Throws when it does not come up. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((done, fail) => {
    server.stdout.once('data', (data: Buffer) => done(data.toString().trim()));
    server.once('exit', () => fail(new Error('Xvfb did not start')));
  });
  const name = `:${number}`;
  const xdotool = (...args: string[]) => {
    const { status, stderr } = spawnSync('xdotool', args, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${stderr}`);
  };
  return {
    name,
    async key(...keys) {
      for (const key of keys) {
        xdotool('key', key);
        await sleep(120);
      }
    },
    async rightClick(x, y) {
      xdotool('mousemove', String(x), String(y), 'click', '3');
      await sleep(600);
    },
    stop: () => server.kill(),
  };
}
