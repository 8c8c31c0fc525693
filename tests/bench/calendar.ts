import type { Page } from 'puppeteer-core';
import { pageParts } from '../browser/page-parts.ts';
import { type AnswerOptions, answer } from '../calendar-page/serve.ts';
import { type Chromium, type Tab, until } from './chromium.ts';

/** A tab with the stand-in calendar, every request answered by it; at another origin Peerside has no part in it. */
export async function openCalendar(
  chromium: Chromium,
  path = '/calendar/u/0/r/week',
  options: AnswerOptions = {},
  origin = 'https://calendar.google.com',
): Promise<Tab> {
  const tab = await chromium.tab('about:blank');
  tab.on('Fetch.requestPaused', (params) => {
    const { requestId, request } = params as { requestId: string; request: { url: string } };
    const { status, contentType, body } = answer(request.url, options);
    void tab.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: [{ name: 'content-type', value: contentType }],
      body: Buffer.from(body).toString('base64'),
    });
  });
  await tab.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await tab.send('Page.navigate', { url: `${origin}${path}` });
  return tab;
}

/** Opens the event with the person shown and waits for our card. @returns where its Prepare is */
export async function openEventCard(calendar: Tab): Promise<{ x: number; y: number }> {
  // Its mark is drawn: the worker has answered, so the database is open.
  await until('marks', async () => (await parts(calendar)).marks.length > 0);
  const chip = await until('the event', () =>
    calendar.evaluate<{ x: number; y: number } | undefined>(`(() => {
      const chip = [...document.querySelectorAll('[data-eventchip]')].find((one) => one.textContent.includes('Diane / Steve'));
      chip?.scrollIntoView({ block: 'center' });
      const box = chip?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 8) };
    })()`),
  );
  await calendar.click(chip.x, chip.y);
  return until('Prepare on the card', async () =>
    (await parts(calendar)).card?.buttons.find(({ name }) => name === 'Prepare'),
  );
}

/** What is ours in the page; page-parts asks a page for nothing but a session of the browser's inspector. */
function parts(tab: Tab) {
  const session = { send: tab.send, detach: async () => undefined };
  return pageParts({ createCDPSession: async () => session } as unknown as Page);
}
