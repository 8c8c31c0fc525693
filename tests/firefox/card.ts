import type { Browser, Page } from 'puppeteer-core';
import { command, contextOf, type RemoteNode } from './bidi.ts';

/*
 * What Peerside has drawn into the calendar page, seen by the protocol, which looks into closed shadow roots.
 */

function* within(node: RemoteNode): Generator<RemoteNode> {
  const { shadowRoot, children = [] } = node.value ?? {};
  for (const child of [...(shadowRoot ? [shadowRoot] : []), ...children]) {
    yield child;
    yield* within(child);
  }
}

function textOf(node: RemoteNode): string {
  if (node.value?.localName === 'style') return '';
  if (node.value?.nodeType === 3) return node.value.nodeValue ?? '';
  const { shadowRoot, children = [] } = node.value ?? {};
  return [...(shadowRoot ? [shadowRoot] : []), ...children].map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

interface Shadow {
  mode: string | undefined;
  text: string;
  buttons: { name: string; sharedId: string | undefined }[];
}

/** All shadow roots of the page, now. */
export async function shadows(browser: Browser, page: Page): Promise<Shadow[]> {
  const { result } = await command(browser, 'script.callFunction', {
    target: { context: contextOf(page) },
    functionDeclaration: '() => document.documentElement',
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  const roots = [...within(result as RemoteNode)].flatMap((node) => node.value?.shadowRoot ?? []);
  return roots.map((shadow) => ({
    mode: shadow.value?.mode,
    text: textOf(shadow),
    buttons: [...within(shadow)]
      .filter((node) => node.value?.localName === 'button')
      .map((node) => ({ name: textOf(node), sharedId: node.sharedId })),
  }));
}

/** The card in the bubble, once it shows this text. @throws with what was there after 15 seconds */
export async function cardWith(browser: Browser, page: Page, text: string): Promise<Shadow> {
  const end = Date.now() + 15_000;
  for (;;) {
    const all = await shadows(browser, page);
    const card = all.find((shadow) => shadow.text.includes(text));
    if (card) return card;
    if (Date.now() > end) throw new Error(`no card with "${text}": ${JSON.stringify(all)}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** Clicks a button of the card in its middle, as a person would. */
export async function pressOnCard(browser: Browser, page: Page, name: string): Promise<void> {
  const { buttons } = await cardWith(browser, page, name);
  const button = buttons.find((one) => one.name === name);
  const origin = { type: 'element', element: { sharedId: button?.sharedId } };
  await command(browser, 'input.performActions', {
    context: contextOf(page),
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: 0, y: 0, origin },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
}
