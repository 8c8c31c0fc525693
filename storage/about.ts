import { browser } from 'wxt/browser';

/** The version of this build: `0.1.0`. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** The keyboard shortcuts as the user has set them; an empty key was taken away or is used by something else. */
export async function shortcuts(): Promise<{ name: string; key: string }[]> {
  const all = await browser.commands.getAll();
  return all.map((command) => ({ name: command.name ?? '', key: command.shortcut ?? '' }));
}
