/** Why a file as a whole is not taken; nothing was changed. */
export type FileFault =
  | { kind: 'too-large'; bytes: number }
  /** The browser could not read it: it was moved, or may not be read. */
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  /** A zip or a workbook, or other bytes that are no text. */
  | { kind: 'packed' }
  | { kind: 'binary' }
  /** A calendar where people were expected. */
  | { kind: 'calendar' }
  /** People where a calendar was expected. */
  | { kind: 'not-calendar' }
  /** A table whose quotes do not match from this row on, from 1. */
  | { kind: 'quotes'; row: number }
  | { kind: 'too-many'; most: number }
  | { kind: 'nobody' }
  | { kind: 'no-events' };

/** Thrown by what reads files; carries why. */
export class FileRefused extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.kind);
    this.fault = fault;
  }
}
