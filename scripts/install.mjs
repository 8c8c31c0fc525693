// Installs what is missing, with whatever Node started it (20 or later): packages by the lock file, and browsers.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the lock file pins; scripts in TypeScript run on it. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

/**
 * Installs the packages of the lock file when others, or none, are there. Not by `npm ci`: it refuses a lock file
 * that was written where a registry did not offer the binaries of every other platform.
 */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  const fresh =
    existsSync(installed) && existsSync(node) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (fresh) return;
  console.log('Installing the packages of package-lock.json');
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** A Chromium on this machine. Branded Chrome is not looked for: it no longer loads an unpacked extension by itself. */
export function findChromium() {
  const fixed = [
    process.env.CHROMIUM,
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.LOCALAPPDATA ?? '', 'Chromium', 'Application', 'chrome.exe'),
  ].find((file) => file && existsSync(file));
  return fixed ?? onPath('chromium') ?? onPath('chromium-browser');
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** A Firefox on this machine. */
function findFirefox() {
  // Not FIREFOX: so the build names the browser that it is for.
  const fixed = [process.env.FIREFOX_ESR, '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return fixed.find((file) => file && existsSync(file)) ?? onPath('firefox-esr') ?? onPath('firefox');
}

const chromium = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  from: 'https://www.chromium.org/getting-involved/download-chromium',
  find: findChromium,
  // Without user namespaces, as in a container, an ordinary user's Chromium starts by its sandbox's own helper alone.
  packages: ['chromium', 'chromium-sandbox', 'fonts-liberation'],
};

const firefox = {
  name: 'Firefox',
  variable: 'FIREFOX_ESR',
  from: 'https://www.firefox.com',
  find: findFirefox,
  packages: ['firefox-esr', 'fonts-liberation'],
};

/** Finds a Chromium, or installs the system's. @throws with one line that says how to get one */
export const installChromium = () => installBrowser(chromium);

/** Finds a Firefox, or installs Debian's, of 80 MB. @throws with one line that says how to get one */
export const installFirefox = () => installBrowser(firefox);

function installBrowser({ name, variable, from, find, packages }) {
  const found = find();
  if (found) return found;
  const help = `No ${name} was found. Install one (${from}) and name it in ${variable}=/path/to/${name.toLowerCase()}`;
  if (process.env[variable]) throw new Error(`${variable}=${process.env[variable]} is not there. ${help}`);
  if (!isDebian() || !onPath('apt-get')) throw new Error(help);
  const byHand = `${help}, or run: ${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install ${packages[0]}`;
  const sudo = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : undefined;
  if (!sudo) throw new Error(byHand);
  console.log(`Installing ${name} by apt-get`);
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    run(command, rest);
  };
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  } catch (error) {
    // What it printed stands above: no network, no right to install, no such package.
    throw new Error(`${error.message}. ${byHand}`);
  }
  const installed = find();
  if (!installed) throw new Error(byHand);
  return installed;
}

/**
 * Runs a script in TypeScript on the pinned Node until it ends, with a Chromium; its exit code becomes ours.
 * @throws when that Node cannot be started
 */
export function runScript(...args) {
  const { status, signal, error } = spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: installChromium() },
  });
  if (error)
    throw new Error(
      `${node} could not be started: ${error.message}. Remove the folder node_modules and run the command again.`,
    );
  if (signal) console.error(`${args.join(' ')} was ended by ${signal}`);
  process.exitCode = status ?? 1;
}
