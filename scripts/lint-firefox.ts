import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Builds the package for Firefox and lets its own linter look at it. Preact's core assigns innerHTML in a
 * branch that this project never reaches (the linter forbids dangerouslySetInnerHTML); that one warning is
 * known, and nothing else may come.
 */

const cwd = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(cwd, 'node_modules', '.bin', name);

interface Report {
  errors: unknown[];
  warnings: { code: string; file?: string }[];
}

execFileSync(bin('wxt'), ['build', '-b', 'firefox'], { cwd, stdio: 'pipe' });
const source = join(cwd, '.output', 'firefox-mv3');
let output: string;
try {
  output = execFileSync(bin('web-ext'), ['lint', '--source-dir', source, '--output', 'json'], {
    cwd,
    encoding: 'utf8',
  });
} catch (error) {
  // It exits with 1 when it finds errors, and says which on its output all the same.
  output = (error as { stdout?: string }).stdout ?? '';
}
const { errors, warnings } = JSON.parse(output.slice(output.indexOf('{'))) as Report;
const unknown = warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT');
if (errors.length > 0 || unknown.length > 0 || warnings.length > 1) {
  console.log(JSON.stringify({ errors, warnings }, null, 2));
  process.exitCode = 1;
} else {
  console.log('Firefox: no errors, and only the known warning of Preact');
}
