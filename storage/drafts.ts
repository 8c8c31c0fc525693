import { browser } from 'wxt/browser';
import { ensureSealer } from './lock.ts';
import { openValue, sealValue } from './lock-text.ts';

const name = (key: string) => `draft ${key}`;

/*
 * What is typed into a form and not saved yet. It lies in the extension's storage, so that a crash, a closed
 * page or a database in trouble does not take it.
 */

/** The draft of a form, as it was written; undefined when there is none. */
export async function readDraft(key: string): Promise<unknown> {
  await ensureSealer();
  const { [name(key)]: draft } = await browser.storage.local.get(name(key));
  return openValue(name(key), draft);
}

export async function writeDraft(key: string, draft: unknown): Promise<void> {
  await ensureSealer();
  await browser.storage.local.set({ [name(key)]: sealValue(name(key), draft) });
}

export async function dropDraft(key: string): Promise<void> {
  await browser.storage.local.remove(name(key));
}
