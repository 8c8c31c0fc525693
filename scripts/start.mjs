// npm start: installs, builds, and opens Peerside beside a stand-in calendar; without a display, walks through the main job.
import { installPackages, runScript } from './install.mjs';

try {
  installPackages();
  runScript('--disable-warning=ExperimentalWarning', 'scripts/demo.ts', ...process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
