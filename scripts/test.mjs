// npm test: installs what is missing, then runs every check and every test; --full runs the large counts whole.
import { installPackages, runScript } from './install.mjs';

try {
  installPackages();
  runScript('scripts/check.ts', '--browser', ...process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
