import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds the package for Firefox once before its tests, unless the step before them has. */
export default function build(): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  if (process.env.PEERSIDE_BUILT && existsSync(join(cwd, '.output/firefox-mv3/manifest.json'))) return;
  execFileSync('npx', ['wxt', 'build', '-b', 'firefox'], { cwd, stdio: 'pipe' });
}
