import { onCovered, readCovered, setCovered } from '../../storage/cover.ts';
import { isLocked, onLock, readLock } from '../../storage/lock.ts';
import { t } from '../../storage/words.ts';

/** What is kept in the history's entry while the address shows nothing: it may hold a name, or what was searched for. */
interface Kept {
  peersideHash?: string;
}

/**
 * Keeps a page of ours under the cover while there is one: `app` is hidden at once, by F2 or because another window did,
 * and shows again as it was. What was being written is saved, not lost.
 * @returns a promise that is kept as soon as the page is not covered: nothing is to be drawn before
 */
export function coverPage(app: HTMLElement, signal?: AbortSignal): Promise<void> {
  const { title } = document;
  const box = document.createElement('div');
  let covered = false;
  let before: { title: string; focus: Element | null } = { title, focus: null };
  let shown = () => {};
  const first = new Promise<void>((done) => {
    shown = done;
  });

  const lay = () => {
    before = { title: document.title, focus: document.activeElement };
    // What fields hold is written when they are left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.dispatchEvent(new Event('visibilitychange'));
    app.style.display = 'none';
    app.inert = true;
    document.title = t('extensionName');
    if (location.hash) {
      const kept: Kept = { peersideHash: location.hash };
      history.replaceState(kept, '', location.pathname);
    }
    app.after(box);
    import('./CoverScreen.tsx').then(
      ({ drawCover }) => covered && drawCover(box, lift),
      (error: unknown) => console.error('peerside: code', error),
    );
  };
  const uncover = () => {
    box.remove();
    app.style.display = '';
    app.inert = false;
    document.title = before.title;
    const { peersideHash } = (history.state as Kept | null) ?? {};
    if (peersideHash) history.replaceState(null, '', peersideHash);
    if (before.focus instanceof HTMLElement) before.focus.focus();
    shown();
  };
  let turned = false;
  const turn = (next: boolean) => {
    turned = true;
    if (next === covered) return;
    covered = next;
    if (next) lay();
    else uncover();
  };
  const lift = () => {
    turn(false);
    setCovered(false).catch(console.error);
  };

  const key = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.key === 'F2' && plain) {
      event.preventDefault();
      if (event.repeat) return;
      turn(!covered);
      setCovered(covered).catch(console.error);
    }
    // Nothing under the cover hears a key.
    else if (!covered) return;
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', key, { capture: true, signal });
  onCovered(turn, signal);
  const unlocked = async () => {
    // A key that was pressed meanwhile is newer.
    await readCovered().then((now) => turned || turn(now), console.error);
    onLock(() => void isLocked().then((locked) => locked && leave(app), console.error), signal);
    if (await readLock()) void import('../lock/watch.ts').then(({ watchRest }) => watchRest(signal));
    if (!covered) shown();
  };
  const begin = async () => {
    if (!(await isLocked())) return unlocked();
    app.style.display = 'none';
    const screen = document.createElement('div');
    app.after(screen);
    const { drawLock } = await import('../lock/LockScreen.tsx');
    drawLock(screen, () => {
      screen.remove();
      app.style.display = '';
      void unlocked();
    });
  };
  begin().catch(console.error);
  return first;
}

/** As long as what was typed is given to reach the disk before the page begins anew, locked. */
const LEAVE_MS = 400;

/** Locked: nothing of the page stays, on the screen or in its memory. */
function leave(app: HTMLElement): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.dispatchEvent(new Event('visibilitychange'));
  app.style.display = 'none';
  document.title = t('extensionName');
  setTimeout(() => location.reload(), LEAVE_MS);
}
