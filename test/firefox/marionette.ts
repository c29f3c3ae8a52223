import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };
type Answer = [number, number, { error: string; message: string } | null, { value?: unknown } | null];

/** The protocol that Firefox itself speaks for being driven: length, colon, JSON. No geckodriver needed. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, data]);
      this.#drain();
    });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox closed the connection'));
    });
  }

  /** Connects as soon as Firefox listens. Throws when it does not within the time. */
  static async connect(port: number, limit = 60_000): Promise<Marionette> {
    const until = Date.now() + limit;
    for (;;) {
      try {
        const socket = connect(port, '127.0.0.1');
        await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
        return new Marionette(socket);
      } catch (cause) {
        if (Date.now() > until) throw new Error('Firefox does not listen', { cause });
        await sleep(150);
      }
    }
  }

  #drain(): void {
    for (;;) {
      const colon = this.#buffer.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(colon + 1, end).toString()) as Answer | object;
      this.#buffer = this.#buffer.subarray(end);
      // The greeting is no answer to anything.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
      else waiting?.resolve(result && 'value' in result ? result.value : result);
    }
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const text = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Runs a script whose last argument is the callback with its answer. */
  run(script: string): Promise<unknown> {
    return this.send('WebDriver:ExecuteAsyncScript', { script, args: [], sandbox: null });
  }

  close(): void {
    this.#socket.end();
  }
}
