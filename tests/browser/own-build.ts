import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from './harness.ts';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

/** A release in a folder of its own, with a profile: its files may change between two starts of the browser, as in an update. */
export interface OwnBuild {
  /** What the browser is started with. */
  start: LaunchOptions & { profile: string };
  /** Changes the text of the files whose name ends so; `change` gives back what it does not care for. */
  rewrite: (ending: string, change: (text: string) => string) => void;
  remove: () => void;
}

/** Copies the release that was built. */
export function ownBuild(): OwnBuild {
  const folder = mkdtempSync(join(tmpdir(), 'peerside-own-'));
  const [build, profile] = [join(folder, 'extension'), join(folder, 'profile')];
  mkdirSync(profile);
  cpSync(join(output, 'chrome-mv3'), build, { recursive: true });
  return {
    start: { build: relative(output, build), profile },
    rewrite(ending, change) {
      for (const file of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith(ending)) continue;
        const path = join(build, file);
        const text = readFileSync(path, 'utf8');
        const next = change(text);
        if (next !== text) writeFileSync(path, next);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
