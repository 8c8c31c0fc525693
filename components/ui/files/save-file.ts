/** Hands a text to the browser as a file to save; nothing leaves the computer and no permission is needed. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name that every system takes: "peerside-launches-2026-11-19.json". `day` is `YYYY-MM-DD`. */
export function fileName(title: string, day: string): string {
  const part = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `peerside-${part || 'set'}-${day}.json`;
}
