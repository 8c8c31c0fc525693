import { browser } from 'wxt/browser';
import { readySealer } from './lock-door.ts';
import { pack, unpack } from './packed.ts';

/** Where a draft lies in the extension's storage. */
export const draftName = (key: string) => `draft ${key}`;

/*
 * What is typed into a form and not saved yet. It lies in the extension's storage, so that a crash, a closed
 * page or a database in trouble does not take it.
 */

/** The draft of a form, as it was written; undefined when there is none. */
export async function readDraft(key: string): Promise<unknown> {
  const sealer = await readySealer();
  const { [draftName(key)]: stored } = await browser.storage.local.get(draftName(key));
  const draft = unpack(stored);
  return sealer ? sealer.open(draftName(key), draft) : draft;
}

export async function writeDraft(key: string, draft: unknown): Promise<void> {
  const sealer = await readySealer();
  await browser.storage.local.set({
    [draftName(key)]: pack(sealer ? sealer.seal(draftName(key), draft) : draft),
  });
}

export async function dropDraft(key: string): Promise<void> {
  await browser.storage.local.remove(draftName(key));
}
