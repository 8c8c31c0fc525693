import { scheduler } from 'node:timers/promises';
import { type Chromium, type Tab, type Target, until } from './chromium.ts';

/** When something was there in a page, in milliseconds since its navigation started, by the page's own clock. */
interface Times {
  /** In the DOM. */
  content: number;
  /** The next frame began. */
  frame: number;
  /** The browser showed it (Element Timing, to 4 ms); only for words. */
  shown?: number;
}

/** What the probe in a page tells. */
export type Told = Partial<Record<Part, Times>>;
export type Part = 'panel' | 'static' | 'popup' | 'drawn';

/** Waits until a page has told its times, and closes it; the title is all that is read of it. */
export async function readAndClose(chromium: Chromium, what: string): Promise<Told> {
  const told = (target: Target) => target.title.startsWith('bench ');
  const page = await until(what, async () => (await chromium.targets()).find(told));
  await chromium.send('Target.closeTarget', { targetId: page.targetId });
  await until(`${what} closed`, async () =>
    (await chromium.targets()).every(({ targetId }) => targetId !== page.targetId),
  );
  // The browser takes its panel and its window apart.
  await scheduler.wait(250);
  return JSON.parse(page.title.slice('bench '.length));
}

/** Opens the side panel by a real click on the opener's button. */
export async function openPanel(chromium: Chromium, opener: Tab, page: string): Promise<Told> {
  await opener.evaluate(`chrome.sidePanel.setOptions({ path: ${JSON.stringify(page)} })`);
  await rest();
  await opener.click(30, 20);
  return readAndClose(chromium, page);
}

/** Opens the popup by the extension's button in the toolbar. */
export async function openPopup(chromium: Chromium, id: string, opener: Tab, page: string): Promise<Told> {
  await opener.evaluate(`chrome.action.setPopup({ popup: ${JSON.stringify(page)} })`);
  await rest();
  const { targetInfos } = await chromium.send<{ targetInfos: Target[] }>('Target.getTargets', {
    filter: [{ type: 'tab' }],
  });
  const tab = targetInfos.find(({ url }) => url === `chrome-extension://${id}/opener.html`);
  await chromium.send('Extensions.triggerAction', { id, targetId: tab?.targetId });
  return readAndClose(chromium, page);
}

/** Long enough for what was set to be known, and for what went before to be over. */
const rest = () => scheduler.wait(200);
