import { isLocked, lockNow, noteUse } from '../../storage/lock.ts';

/** How often use is noted, and how often it is looked whether the rest was too long. */
const NOTE_MS = 20_000;
const LOOK_MS = 15_000;

let watching = false;

/** While there is a lock: tells that somebody is there, locks after too long a rest and by Shift+F2. To be called once or more. */
export function watchRest(signal?: AbortSignal): void {
  if (watching) return;
  watching = true;
  let noted = 0;
  const used = () => {
    if (Date.now() - noted < NOTE_MS) return;
    noted = Date.now();
    noteUse(noted).catch(console.error);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'F2' && event.shiftKey && !event.repeat) {
      event.preventDefault();
      lockNow().catch(console.error);
    } else used();
  };
  addEventListener('keydown', key, { capture: true, signal });
  addEventListener('pointerdown', used, { capture: true, signal });
  // Looking is enough: a rest that was too long ends there.
  const timer = setInterval(() => void isLocked().catch(console.error), LOOK_MS);
  signal?.addEventListener('abort', () => {
    clearInterval(timer);
    watching = false;
  });
  used();
}
