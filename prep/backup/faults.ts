/** What a backup may be at most; more is refused before it fills the memory. */
export const BACKUP_LIMITS = {
  /** Bytes of the file. */
  file: 50_000_000,
  /** Bytes once it is unpacked: a file that swells beyond is made to do harm. */
  unpacked: 100_000_000,
  records: 500_000,
  /** Characters of one record; the longest note takes 1.2 million when every character is escaped. */
  line: 2_500_000,
} as const;

/** Why a file is not taken; `line` counts from 1. */
export type BackupFault =
  | { kind: 'too-large'; bytes: number }
  | { kind: 'swells' }
  | { kind: 'too-many'; count: number }
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  | { kind: 'not-ours' }
  | { kind: 'newer' }
  | { kind: 'locked' }
  | { kind: 'passphrase' }
  | { kind: 'lock-unknown' }
  | { kind: 'damaged'; line?: number }
  | { kind: 'cut-off' };

/** Thrown by everything that reads a backup; nothing was changed. */
export class BackupError extends Error {
  readonly fault: BackupFault;
  constructor(fault: BackupFault) {
    super(`backup: ${fault.kind}`);
    this.fault = fault;
  }
}
