// npm test: installs what is missing, then runs every check and every test; --full runs the large counts whole, and Firefox.
import { installFirefox, installPackages, runScript } from './install.mjs';

try {
  installPackages();
  if (process.argv.includes('--full')) process.env.FIREFOX_ESR = installFirefox();
  runScript('scripts/check.ts', '--browser', ...process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
