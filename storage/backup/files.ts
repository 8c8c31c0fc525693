import { localDay } from '../record.ts';

/** "peerside-2026-11-21-180233.peerside": the name of a backup made at an instant, by the clock of this computer. */
export function backupName(at: string): string {
  const time = new Date(at).toTimeString().slice(0, 8).replaceAll(':', '');
  return `peerside-${localDay(new Date(at))}-${time}.peerside`;
}

/** Hands a file to the browser to save among the downloads; no permission is needed. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it in its own time; until then it must be there.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}
