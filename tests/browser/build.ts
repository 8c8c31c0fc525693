import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Builds the extension for tests (open roots in the calendar page) once before all browser tests, and the release unless it is there. */
export default function build(): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const wxt = (...args: string[]) => execFileSync('npx', ['wxt', 'build', ...args], { cwd, stdio: 'pipe' });
  wxt('--mode', 'test');
  if (!existsSync(`${cwd}/.output/chrome-mv3/manifest.json`) || !process.env.PEERSIDE_BUILT) wxt();
}
