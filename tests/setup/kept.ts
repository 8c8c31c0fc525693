import { browser } from 'wxt/browser';
import { unpack } from '../../storage/packed.ts';

/** What lies in the extension's storage, drafts as they were before they became text. */
export async function readKept(): Promise<Record<string, unknown>> {
  const all = await browser.storage.local.get(null);
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, unpack(value)]));
}
