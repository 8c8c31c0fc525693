/** Deeper nesting than any file of ours; more is refused, so that a hostile file cannot exhaust the stack. */
const DEPTH_MAX = 64;

/** A place in a JSON text: `['sets', 2, 'questions', 0, 'trust']`. */
export type JsonPath = readonly (string | number)[];

/** A path as it is written in a message: `sets[2].questions[0].trust`. */
export function pathText(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

class Fault extends Error {}

/** Goes through a JSON text once and names each value's path and offset. @throws Fault where it is no JSON */
class Walk {
  at = 0;
  readonly #text: string;
  readonly #visit: (path: JsonPath, at: number) => void;

  constructor(text: string, visit: (path: JsonPath, at: number) => void) {
    this.#text = text;
    this.#visit = visit;
  }

  all(): void {
    this.#value([]);
    this.#space();
    if (this.at < this.#text.length) throw new Fault();
  }

  #space(): void {
    while (' \t\n\r'.includes(this.#text[this.at] || 'x')) this.at += 1;
  }

  #take(mark: string): boolean {
    this.#space();
    if (!this.#text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #need(mark: string): void {
    if (!this.#take(mark)) throw new Fault();
  }

  #value(path: JsonPath): void {
    this.#space();
    if (path.length > DEPTH_MAX) throw new Fault();
    this.#visit(path, this.at);
    if (this.#take('{')) this.#members(path);
    else if (this.#take('[')) this.#elements(path);
    else if (this.#text[this.at] === '"') this.#string();
    else this.#plain();
  }

  #members(path: JsonPath): void {
    if (this.#take('}')) return;
    do {
      this.#space();
      const key = this.#string();
      this.#need(':');
      this.#value([...path, key]);
    } while (this.#take(','));
    this.#need('}');
  }

  #elements(path: JsonPath): void {
    if (this.#take(']')) return;
    let index = 0;
    do {
      this.#value([...path, index]);
      index += 1;
    } while (this.#take(','));
    this.#need(']');
  }

  #string(): string {
    const from = this.at;
    if (this.#text[from] !== '"') throw new Fault();
    this.at += 1;
    while (this.#text[this.at] !== '"') {
      const code = this.#text.charCodeAt(this.at);
      if (Number.isNaN(code) || code < 0x20) throw new Fault();
      if (this.#text[this.at] === '\\') this.#escape();
      else this.at += 1;
    }
    this.at += 1;
    return JSON.parse(this.#text.slice(from, this.at)) as string;
  }

  #escape(): void {
    const form = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    form.lastIndex = this.at;
    if (!form.test(this.#text)) throw new Fault();
    this.at = form.lastIndex;
  }

  #plain(): void {
    const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    plain.lastIndex = this.at;
    if (!plain.test(this.#text)) throw new Fault();
    this.at = plain.lastIndex;
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The line, from 1, at which a text stops being JSON; undefined when all of it is. */
export function jsonFault(text: string): number | undefined {
  const walk = new Walk(text, () => {});
  try {
    walk.all();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return lineAt(text, walk.at);
    throw error;
  }
}

/** The lines, from 1, where these values of a JSON text stand; a value that is missing has the line of what should hold it. */
export function jsonLines(text: string, paths: readonly JsonPath[]): number[] {
  const key = (path: JsonPath) => JSON.stringify(path);
  const wanted = new Map<string, number>();
  for (const path of paths) for (let n = 0; n <= path.length; n += 1) wanted.set(key(path.slice(0, n)), -1);
  // Only paths as deep as those asked for can be among them: the keys of the others are not even made.
  const deepest = Math.max(0, ...paths.map((path) => path.length));
  new Walk(text, (path, at) => {
    if (path.length <= deepest && wanted.has(key(path))) wanted.set(key(path), at);
  }).all();
  return paths.map((path) => {
    for (let n = path.length; n >= 0; n -= 1) {
      const at = wanted.get(key(path.slice(0, n))) ?? -1;
      if (at !== -1) return lineAt(text, at);
    }
    return 1;
  });
}
