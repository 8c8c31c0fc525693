import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<string, unknown>;

test('the release asks for these permissions and this one host, nothing wider', () => {
  expect(new Set(manifest.permissions as string[])).toEqual(
    new Set(['storage', 'unlimitedStorage', 'sidePanel', 'contextMenus']),
  );
  for (const wider of [
    'host_permissions',
    'optional_permissions',
    'optional_host_permissions',
    'externally_connectable',
  ]) {
    expect(manifest, wider).not.toHaveProperty(wider);
  }
  const scripts = manifest.content_scripts as { matches: string[]; all_frames?: boolean; css?: string[] }[];
  expect(scripts.flatMap((script) => script.matches)).toEqual(['https://calendar.google.com/*']);
  expect(scripts.some((script) => script.all_frames)).toBe(false);
});

test('its pages may connect to nothing and run nothing but their own scripts', () => {
  const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
  const directives = new Map(
    policy.split('; ').map((part) => [part.split(' ')[0], part.slice(part.indexOf(' ') + 1)]),
  );
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  });
});

test('nothing of it can be read by a web page', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
});

test('no built script asks for another one from elsewhere, or for eval', () => {
  const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const file of scripts) {
    const source = readFileSync(join(build, file), 'utf8');
    expect(source, file).not.toMatch(/\beval\(|new Function\(|importScripts\(|import\(["'`]https?:/);
  }
});
