import { describe, expect, test } from 'vitest';
import config from '../../wxt.config.ts';

type Make = (env: {
  browser: string;
  mode: string;
  command: string;
  manifestVersion: 3;
}) => Record<string, unknown>;
const manifest = (browser: string) =>
  (config.manifest as unknown as Make)({ browser, mode: 'production', command: 'build', manifestVersion: 3 });

test('its icon stands in Firefox’s toolbar, where the card says it does', () => {
  expect(manifest('firefox').action).toMatchObject({ default_area: 'navbar' });
});

describe.each(['chrome', 'firefox'])('%s', (browser) => {
  test('does not run in private windows', () => {
    expect(manifest(browser).incognito).toBe('not_allowed');
  });

  test('captures by a key, and opens the panel by another one', () => {
    const { commands } = manifest(browser) as { commands: Record<string, { suggested_key?: object }> };
    expect(commands._execute_action?.suggested_key).toEqual({ default: 'Alt+Shift+K' });
    const panel = browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel';
    expect(commands[panel]?.suggested_key).toEqual({ default: 'Alt+Shift+O' });
  });

  test('covers by a key that the user can change', () => {
    const { commands } = manifest(browser) as { commands: Record<string, { suggested_key?: object }> };
    expect(commands.cover?.suggested_key).toEqual({ default: 'Alt+Shift+U' });
    const keys = Object.values(commands).map((command) => JSON.stringify(command.suggested_key));
    expect(new Set(keys).size).toBe(keys.length);
    // Browsers take four suggestions at most.
    expect(keys.length).toBeLessThanOrEqual(4);
  });
});
