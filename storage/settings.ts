import { ADDED } from '../prep/records/added.ts';
import type { Settings } from '../prep/records/settings.ts';
import { tellCalendarTabs } from './calendar-tabs.ts';
import { db } from './db.ts';

/** In `meta`: when the settings were last changed, by which a restore tells the newer ones. */
export const SETTINGS_AT = 'settings-at';

/** Before anything was set. */
const DEFAULT_SETTINGS: Settings = {
  ownEmails: [],
  ownName: '',
  marks: true,
  notOffered: [],
  ...ADDED.settings,
};

/** What the user has set; the defaults before anything was. */
export async function readSettings(): Promise<Settings> {
  const row = await db.settings.get('settings');
  return { ...DEFAULT_SETTINGS, ...row };
}

/**
 * Changes some settings and leaves the others; open calendar pages follow at once. `change` may answer from what is set by
 * then: what another window has set meanwhile is not lost.
 */
export async function changeSettings(
  change: Partial<Settings> | ((old: Settings) => Partial<Settings>),
  now = new Date(),
): Promise<void> {
  await db.transaction('rw', db.settings, db.meta, async () => {
    const { id: _, ...old } = { ...DEFAULT_SETTINGS, ...(await db.settings.get('settings')), id: '' };
    const changed = typeof change === 'function' ? change(old) : change;
    await db.settings.put({ ...old, ...changed, id: 'settings' });
    await db.meta.put({ key: SETTINGS_AT, value: now.toISOString() });
  });
  await tellCalendarTabs();
}

/** Adds one address to a list or takes one out of it; whatever another window has changed of the others stays. */
export function changeAddresses(
  list: 'ownEmails' | 'notOffered',
  change: { with: string } | { without: string },
): Promise<void> {
  return changeSettings((old) => {
    const others = (address: string) => old[list].filter((one) => one !== address);
    return {
      [list]: 'with' in change ? [...others(change.with), change.with] : others(change.without),
    };
  });
}
