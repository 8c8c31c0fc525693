import { expect, test } from 'vitest';
import { byRole, sees } from './harness.ts';
import { waitForMarks } from './page-parts.ts';
import { withPeerside } from './with-peerside.ts';

const peerside = withPeerside();

const missing = 'Your browser keeps Peerside out of calendar.google.com';

/** What the user chooses under "site access" on the browser's own page of extensions. */
async function letIn(hostAccess: 'ON_CLICK' | 'ON_SPECIFIC_SITES'): Promise<void> {
  const extensions = await peerside.current.browser.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(
    async (extensionId, access) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: {
          updateExtensionConfiguration: (update: object) => Promise<void>;
          addHostPermission: (extensionId: string, host: string) => Promise<void>;
        };
      };
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
      if (access === 'ON_SPECIFIC_SITES')
        await developerPrivate.addHostPermission(extensionId, 'https://calendar.google.com/*');
    },
    peerside.current.extensionId,
    hostAccess,
  );
  await extensions.close();
}

test('a browser that keeps Peerside out of the calendar is told of on open pages, until it lets it in', async () => {
  const options = await peerside.current.open('options.html#calendar');
  const today = await peerside.current.open('sidepanel.html');
  await byRole(today, 'heading', 'Comes back');
  const said = async () =>
    Promise.all([options, today].map((page) => page.evaluate(() => document.body.textContent)));
  expect((await said()).join()).not.toContain(missing);
  await letIn('ON_CLICK');
  await sees(today, missing);
  await options.bringToFront();
  await byRole(options, 'button', 'Let Peerside in');
  await letIn('ON_SPECIFIC_SITES');
  await expect.poll(async () => (await said()).join()).not.toContain(missing);
  await waitForMarks(await peerside.current.calendar(), (marked) => marked.length >= 4);
});
