import { readdirSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Class names of a few letters: they stand in the styles and again in the scripts. `ps` keeps them apart from the shared
 * ones. Of the file's place among all and of the class's place in it, so that two builds of one commit are the same.
 */
export function shortName(root: string): (name: string, file: string) => string {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .sort();
  const seen = new Map<string, string[]>();
  return (name, file) => {
    const path = relative(root, file.split('?')[0] ?? file);
    const place = files.indexOf(path);
    if (place < 0) throw new Error(`${file}: style modules live in ${root}/`);
    const names = seen.get(path) ?? [];
    seen.set(path, names);
    if (!names.includes(name)) names.push(name);
    // Two signs for the file: no name can begin with another one's.
    return `ps${(36 + place).toString(36)}${names.indexOf(name).toString(36)}`;
  };
}
