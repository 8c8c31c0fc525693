// npm start: installs, builds, and opens Peerside beside a stand-in calendar; without a display, walks through the main job.
import { spawnSync } from 'node:child_process';
import { installChromium, installPackages, node, root } from './install.mjs';

try {
  installPackages();
  const chromium = installChromium();
  const { status } = spawnSync(
    node,
    ['--disable-warning=ExperimentalWarning', 'scripts/demo.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM: chromium },
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
