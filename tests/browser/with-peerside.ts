import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { byRole, type LaunchOptions, launch, type Peerside, pictureAll, sees } from './harness.ts';

const pictures = fileURLToPath(new URL('../../pictures', import.meta.url));

/**
 * One browser for the tests of a file, with sample people unless told; a failed test leaves a picture of every
 * open page in pictures/.
 */
export function withPeerside(options: LaunchOptions & { sample?: boolean } = {}): { current: Peerside } {
  const held = {} as { current: Peerside };
  beforeAll(async () => {
    held.current = await launch(options);
    if (options.sample !== false) await addSamplePeople(held.current);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = task.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    await pictureAll(held.current.browser, join(pictures, 'failed'), name);
  });
  afterAll(() => held.current?.close());
  return held;
}

/** Presses "Try it with sample people" on the options page, as on a first run. */
export async function addSamplePeople(peerside: Peerside): Promise<void> {
  const options = await peerside.open('options.html#people');
  await (await byRole(options, 'button', 'Try it with sample people')).click();
  await sees(options, 'Steve Tan');
  await options.close();
}
