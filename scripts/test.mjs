// npm test: installs what is missing, then runs every check and every test; --full runs the large counts whole.
import { spawnSync } from 'node:child_process';
import { installChromium, installPackages, node, root } from './install.mjs';

try {
  installPackages();
  const chromium = installChromium();
  const { status } = spawnSync(node, ['scripts/check.ts', '--browser', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
