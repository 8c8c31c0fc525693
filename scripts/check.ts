import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * npm run check: format, lint, types, unused code, unit and component tests (few of the large counts), build, size. With --browser
 * (npm test) also the package for Firefox and the tests in real Chromium; with --full the large counts whole, and the tests
 * in real Firefox. Every step runs even when one before it failed, and the last line counts them.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: `${bin}:${process.env.PATH}`,
  // The release is built by a step of its own.
  PEERSIDE_BUILT: '1',
  // Each step starts Node, some of them several times, with the same code.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  // What failed is often read in a log.
  NO_COLOR: '1',
  ...(process.argv.includes('--full') && { PEERSIDE_FULL: '1' }),
  ...(!process.argv.includes('--browser') && { PEERSIDE_FEW: '1' }),
};

interface Outcome {
  name: string;
  ok: boolean;
  output: string;
}

const began = performance.now();

async function step(name: string, command: string, ...args: string[]): Promise<Outcome> {
  const started = performance.now();
  const chunks: Buffer[] = [];
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ok = await new Promise<boolean>((done) => {
    child.on('close', (code) => done(code === 0));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      done(false);
    });
  });
  const seconds = (performance.now() - started) / 1_000;
  const output = Buffer.concat(chunks).toString();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
  return { name, ok, output };
}

/** The tests that a run of vitest counted. */
function counted(output: string): { passed: number; failed: number } {
  const line = /^\s*Tests\s.*$/m.exec(output)?.[0] ?? '';
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: number('passed'), failed: number('failed') };
}

/** A run of the tests of these projects, which prints what failed and the count. */
const vitest = (...projects: string[]) =>
  ['vitest', 'run', '--reporter=minimal', ...projects.flatMap((project) => ['--project', project])] as const;

const outcomes: Outcome[] = [];
const inTurn = async (...steps: (() => Promise<Outcome>)[]) => {
  for (const each of steps) outcomes.push(await each());
};

// The tests take two cores but for where they wait for something: that is what the others have, one after the other.
await Promise.all([
  inTurn(() => step('unit and component tests', ...vitest('unit', 'page'))),
  inTurn(
    () => step('format and lint', 'biome', 'ci', '--error-on-warnings', '.'),
    () =>
      step('types', 'tsc', '-p', '.', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'),
    () => step('unused code', 'knip', '--cache'),
    () => step('build', 'wxt', 'build'),
    () => step('size', 'node', 'scripts/size.ts'),
  ),
]);
if (process.argv.includes('--browser')) {
  await inTurn(
    () => step('package for Firefox', 'node', 'scripts/lint-firefox.ts'),
    () => step('browser tests', ...vitest('browser')),
  );
}
if (process.argv.includes('--full')) await inTurn(() => step('Firefox tests', ...vitest('firefox')));

const tests = outcomes.filter(({ name }) => name.endsWith('tests')).map(({ output }) => counted(output));
const others = outcomes.filter(({ name }) => !name.endsWith('tests'));
const passed = tests.reduce((sum, run) => sum + run.passed, 0) + others.filter(({ ok }) => ok).length;
const broken = outcomes.filter(
  ({ name, ok, output }) => !ok && !(name.endsWith('tests') && counted(output).failed > 0),
);
const failed = tests.reduce((sum, run) => sum + run.failed, 0) + broken.length;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
console.log(`\nPeerside ${version}, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && outcomes.every(({ ok }) => ok) ? 0 : 1;
