import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { scheduler } from 'node:timers/promises';

/*
 * Chromium over its debugging pipe, without a driver. A driver attaches to every new target and pauses it at its
 * start, which falsifies how long a panel takes to open: here nothing is attached to but the tabs that are asked for.
 */

type Params = Record<string, unknown>;
type Answer = {
  id?: number;
  method?: string;
  params?: Params;
  sessionId?: string;
  error?: { message: string };
};

/** A page, a panel or a worker, as the browser lists it; its title is read without touching it. */
export interface Target {
  targetId: string;
  type: string;
  title: string;
  url: string;
}

/** A tab that is attached to. */
export interface Tab {
  targetId: string;
  send: <T = unknown>(method: string, params?: Params) => Promise<T>;
  /** The value of an expression, promises awaited. @throws with the page's error */
  evaluate: <T>(expression: string) => Promise<T>;
  /** A real click of the left button. */
  click: (x: number, y: number) => Promise<void>;
  /** Calls back with each event of the protocol in this tab. */
  on: (method: string, listener: (params: Params) => void) => void;
}

export interface Chromium {
  send: <T = unknown>(method: string, params?: Params, sessionId?: string) => Promise<T>;
  targets: () => Promise<Target[]>;
  /** Opens a tab and attaches to it. */
  tab: (url: string) => Promise<Tab>;
  close: () => Promise<void>;
}

/** The id that Chromium gives an unpacked extension: of its folder's path. */
export function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Starts Chromium (CHROMIUM names it) with a profile and extensions, as a person's own starts with them. */
export function startChromium(profile: string, extensions: readonly string[]): Chromium {
  const args = [
    '--headless=new',
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${profile}`,
    `--load-extension=${extensions.join(',')}`,
    '--no-sandbox',
    '--no-first-run',
    '--window-size=1280,800',
    '--disable-component-update',
    '--disable-background-networking',
    '--password-store=basic',
    'about:blank',
  ];
  const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  // A bench that fails leaves no browser behind.
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  const connection = connect(child);
  const { send } = connection;
  return {
    send,
    async targets() {
      return (await send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;
    },
    async tab(url) {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return tabOf(connection, targetId, sessionId);
    },
    async close() {
      const gone = new Promise((done) => child.once('exit', done));
      // It may end before it has answered.
      await Promise.race([send('Browser.close').catch(() => undefined), gone]);
      await gone;
    },
  };
}

type Connection = ReturnType<typeof connect>;

function connect(child: ChildProcess) {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  const listeners = new Set<(message: Answer) => void>();
  const fail = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  child.on('error', fail);
  child.on('exit', () => fail(new Error('Chromium has ended')));
  input.on('error', fail);

  const heard = (message: Answer & { result?: unknown }) => {
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (!asked) {
      for (const listener of listeners) listener(message);
      return;
    }
    waiting.delete(message.id as number);
    if (message.error) asked.failed(new Error(message.error.message));
    else asked.done(message.result);
  };
  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) heard(JSON.parse(message));
  });

  let last = 0;
  const send = <T>(method: string, params: Params = {}, sessionId?: string): Promise<T> => {
    last += 1;
    const id = last;
    return new Promise<T>((done, failed) => {
      waiting.set(id, {
        done: done as (value: unknown) => void,
        failed: (error) => failed(new Error(`${method}: ${error.message}`)),
      });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  };
  return { send, listeners };
}

function tabOf({ send, listeners }: Connection, targetId: string, sessionId: string): Tab {
  const sendHere = <T>(method: string, params?: Params) => send<T>(method, params, sessionId);
  const mouse = (type: string, x: number, y: number) =>
    sendHere('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  return {
    targetId,
    send: sendHere,
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await sendHere<{
        result: { value: T };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async click(x, y) {
      await mouse('mousePressed', x, y);
      await mouse('mouseReleased', x, y);
    },
    on(method, listener) {
      listeners.add((message) => {
        if (message.method === method && message.sessionId === sessionId) listener(message.params ?? {});
      });
    },
  };
}

/** Asks until there is an answer. @throws after `seconds` */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await scheduler.wait(50);
  }
}
