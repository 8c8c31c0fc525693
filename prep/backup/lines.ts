import { BACKUP_LIMITS, BackupError } from './faults.ts';

/** Cuts a text that comes in pieces into lines. @throws BackupError on a line longer than any record */
export class Lines {
  #rest = '';

  /** The lines that end in this piece. */
  take(piece: string): string[] {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > BACKUP_LIMITS.line) throw new BackupError({ kind: 'damaged' });
    return lines;
  }

  /** What stands after the last line's end, if anything. */
  rest(): string[] {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? [] : [rest];
  }
}
