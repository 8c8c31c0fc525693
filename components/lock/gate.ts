import { isLocked, onLock } from '../../storage/lock.ts';
import { t } from '../../storage/words.ts';
import { watchRest } from './watch.ts';

/** As long as what was typed is given to reach the disk before the page begins anew, locked. */
const LEAVE_MS = 400;

/** Shows the lock in a page's place while it is shut; after that the page follows it. */
export async function passLock(app: HTMLElement, signal?: AbortSignal): Promise<void> {
  if (await isLocked()) {
    app.style.display = 'none';
    const screen = document.createElement('div');
    app.after(screen);
    const { drawLock } = await import('./LockScreen.tsx');
    await new Promise<void>((done) => drawLock(screen, done));
    screen.remove();
    app.style.display = '';
  }
  await followLock(app, signal);
}

let following = false;

/** From now on: what is locked anywhere is locked here, after too long a rest as well. */
export async function followLock(app: HTMLElement, signal?: AbortSignal): Promise<void> {
  const look = async () => {
    if (await isLocked()) leave(app);
  };
  if (!following) {
    following = true;
    onLock(() => void look().catch(console.error), signal);
    watchRest(signal);
  }
  await look();
}

/** Locked: nothing of the page stays, on the screen or in its memory. */
function leave(app: HTMLElement): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.dispatchEvent(new Event('visibilitychange'));
  app.style.display = 'none';
  document.title = t('extensionName');
  setTimeout(() => location.reload(), LEAVE_MS);
}
