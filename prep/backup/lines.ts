import { BACKUP_LIMITS, BackupError } from './faults.ts';

/** Cuts a text that comes in pieces into lines. @throws BackupError on a line longer than any record */
export class Lines {
  /** The pieces of the line whose end has not come: put together once, when it comes. */
  #begun: string[] = [];
  #length = 0;

  /** The lines that end in this piece. */
  take(piece: string): string[] {
    const lines = piece.split('\n');
    const rest = lines.pop() ?? '';
    if (lines.length > 0) lines[0] = this.#finish() + lines[0];
    this.#begun.push(rest);
    this.#length += rest.length;
    if (this.#length > BACKUP_LIMITS.line) throw new BackupError({ kind: 'damaged' });
    return lines;
  }

  /** What stands after the last line's end, if anything. */
  rest(): string[] {
    const rest = this.#finish();
    return rest === '' ? [] : [rest];
  }

  #finish(): string {
    const line = this.#begun.join('');
    this.#begun = [];
    this.#length = 0;
    return line;
  }
}
