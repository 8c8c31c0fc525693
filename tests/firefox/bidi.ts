import type { Browser, Page } from 'puppeteer-core';

/** A value of a page as the protocol writes it down, with what is in its shadow roots. */
export interface RemoteNode {
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    mode?: 'open' | 'closed';
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: RemoteNode | { type: string; value?: unknown };
  exceptionDetails?: { text: string };
}

interface Commands {
  'browsingContext.getTree': { contexts: { context: string }[] };
  'browsingContext.navigate': unknown;
  'input.performActions': unknown;
  'script.callFunction': Evaluated;
}

/** One command of WebDriver BiDi, for what puppeteer has no function: the same session, so it goes through puppeteer's connection. */
export async function command<N extends keyof Commands>(
  browser: Browser,
  name: N,
  parameters: object,
): Promise<Commands[N]> {
  const { connection } = browser as unknown as {
    connection: { send: (name: string, parameters: object) => Promise<{ result: Commands[N] }> };
  };
  return (await connection.send(name, parameters)).result;
}

/** The id of a tab in that protocol. */
export const contextOf = (page: Page): string =>
  (page.mainFrame() as unknown as { readonly _id: string })._id;

/** Code that calls a function with these arguments, which travel as JSON. */
export const asCall = (act: (...args: never[]) => unknown, args: unknown[]): string =>
  `(${act})(...${JSON.stringify(args)})`;

/**
 * Runs a function in the browser's own window, where there are its sidebar, keys and console; all that goes in and comes
 * out is JSON. Firefox allows it when started with --remote-allow-system-access. @throws what the function throws
 */
export async function inWindow<A extends unknown[], R>(
  browser: Browser,
  act: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const { contexts } = await command(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result, exceptionDetails } = await command(browser, 'script.callFunction', {
    target: { context: contexts[0]?.context },
    functionDeclaration: `async () => JSON.stringify({ value: await ${asCall(act, args)} })`,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return (JSON.parse(String(result?.value)) as { value: Awaited<R> }).value;
}
