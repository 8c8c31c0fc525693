import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/*
 * What Peerside has drawn into the calendar page, seen through the browser's own inspector: it looks into
 * closed shadow roots, which no script of the page can.
 */

type DomNode = Protocol.DOM.Node;

/** A button of ours in the page: its words, and where a person would click. */
interface PageButton {
  name: string;
  x: number;
  y: number;
}

export interface PageParts {
  /** The names of the marks on chips. */
  marks: string[];
  /** The card, when it is drawn. */
  card: { text: string; buttons: PageButton[] } | undefined;
  /** The kinds of all our shadow roots: `closed` in a release. */
  roots: string[];
}

const attribute = (node: DomNode, name: string): string | undefined => {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at % 2 === 0 ? node.attributes?.[at + 1] : undefined;
};

function* descendants(node: DomNode): Generator<DomNode> {
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    yield child;
    yield* descendants(child);
  }
}

function textOf(node: DomNode): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeType === 3) return node.nodeValue;
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(' ');
}

async function middle(session: CDPSession, node: DomNode): Promise<{ x: number; y: number } | undefined> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left = 0, top = 0] = model.border;
    return { x: left + model.width / 2, y: top + model.height / 2 };
  } catch {
    // Not drawn.
    return undefined;
  }
}

/** Reads everything of ours in the page, now. */
export async function pageParts(page: Page): Promise<PageParts> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const parts: PageParts = { marks: [], card: undefined, roots: [] };
    for (const host of descendants(root)) {
      const shadow = host.shadowRoots?.find((one) => one.shadowRootType !== 'user-agent');
      if (!shadow) continue;
      parts.roots.push(shadow.shadowRootType ?? '');
      const inside = [...descendants(shadow)];
      const sign = inside.find((node) => node.nodeName === 'svg' && attribute(node, 'role') === 'img');
      const buttons = inside.filter((node) => node.nodeName === 'BUTTON');
      if (buttons.length === 0 && sign) parts.marks.push(attribute(sign, 'aria-label') ?? '');
      if (buttons.length === 0) continue;
      const placed = await Promise.all(
        buttons.map(async (node) => {
          const at = await middle(session, node);
          const name = attribute(node, 'aria-label') ?? textOf(node).trim();
          return at ? [{ name, ...at }] : [];
        }),
      );
      if (placed.flat().length > 0)
        parts.card = { text: textOf(shadow).replace(/\s+/g, ' ').trim(), buttons: placed.flat() };
    }
    return parts;
  } finally {
    await session.detach();
  }
}

/** Waits until the page's parts are as wanted. @throws with what was there after `seconds` */
export async function waitForParts(
  page: Page,
  wanted: (parts: PageParts) => boolean,
  seconds = 15,
): Promise<PageParts> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const parts = await pageParts(page);
    if (wanted(parts)) return parts;
    if (Date.now() > end) throw new Error(`not as wanted in the page: ${JSON.stringify(parts)}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

/**
 * A button of the card, where it is seen. A card is put in its place after its first layout, before it is painted; the inspector
 * may ask in between, so that two answers have to agree.
 */
export async function buttonOnCard(page: Page, name: string): Promise<PageButton> {
  let seen: PageButton | undefined;
  await waitForParts(page, (parts) => {
    const before = seen;
    seen = parts.card?.buttons.find((button) => button.name === name);
    return seen !== undefined && seen.x === before?.x && seen.y === before.y;
  });
  if (!seen) throw new Error(`no button "${name}"`);
  return seen;
}

/** Clicks a button of the card by its name, as a person would. */
export async function pressOnCard(page: Page, name: string): Promise<void> {
  const { x, y } = await buttonOnCard(page, name);
  await page.mouse.click(x, y);
}

/** Clicks a chip of the calendar by its title, as a person would: what stands open, and may cover it, is closed first. */
export async function openEvent(page: Page, title: string): Promise<void> {
  if (await page.$eval('#xDetDlg', (dialog) => dialog.getClientRects().length > 0).catch(() => false)) {
    await page.keyboard.press('Escape');
    await page.waitForSelector('#xDetDlg', { hidden: true });
  }
  for (const chip of await page.$$('[data-eventchip]')) {
    const text = await chip.evaluate((node) => node.textContent ?? '');
    if (text.includes(title) && (await chip.isVisible())) {
      await chip.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      await chip.click();
      return;
    }
  }
  throw new Error(`no event "${title}" on the page`);
}

/** The titles of the chips that carry a mark, sorted: a host of ours is an empty element without any attribute. */
export function markedTitles(page: Page): Promise<string[]> {
  return page.$$eval('[data-eventchip]', (chips) => {
    const marked = chips.filter((chip) =>
      [...chip.querySelectorAll('div')].some((part) => part.attributes.length === 0 && !part.hasChildNodes()),
    );
    const titles = marked.map(
      (chip) => chip.querySelector('[aria-hidden=true] .I0UMhf, .WBi6vc')?.textContent?.trim() ?? '?',
    );
    return titles.sort();
  });
}

/** Waits until the marked chips are as wanted. @throws with what was marked */
export async function waitForMarks(
  page: Page,
  wanted: (titles: string[]) => boolean,
  seconds = 15,
): Promise<string[]> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const titles = await markedTitles(page);
    if (wanted(titles)) return titles;
    if (Date.now() > end) throw new Error(`not as wanted: ${titles.join(', ')}`);
    await new Promise((next) => setTimeout(next, 100));
  }
}
