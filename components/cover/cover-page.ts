import { COVERED, onLocal, readCovered, setCovered } from '../../storage/cover.ts';
import { LOCK } from '../../storage/lock-there.ts';

/**
 * Keeps a page of ours under the cover while there is one: `app` is hidden at once, by F2 or because another window did,
 * and shows again as it was; what was being written is saved, not lost. A lock that is shut stands before it; `lock`: whether there
 * is one.
 * @returns as soon as the page may be seen, nothing is to be drawn before
 */
export async function coverPage(
  app: HTMLElement,
  lock: Promise<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  // What is seldom needed, in one piece.
  const acts = () => import('./cover-acts.ts');
  let told: boolean | undefined;
  let hear = (next: boolean) => {
    told = next;
  };
  onLocal(COVERED, (value) => hear(value === true));
  // Both are asked for at once: everything that is drawn waits for them.
  const [there, first] = await Promise.all([lock, readCovered()]);
  if (there) await (await acts()).passLock(app, signal);
  else onLocal(LOCK, () => void acts().then(({ followLock }) => followLock(app, signal)));

  let covered = false;
  let focus: Element | null = null;
  let order = Promise.resolve();
  return new Promise((shown) => {
    const turn = (next: boolean) => {
      if (next === covered) return;
      covered = next;
      if (next) focus = document.activeElement;
      app.hidden = next;
      order = order
        .then(async () => {
          const { lay, uncover } = await acts();
          if (next) return lay(app, focus, () => press(false));
          uncover(focus);
          shown();
        })
        .catch(console.error);
    };
    const press = (next: boolean) => {
      turn(next);
      void setCovered(next);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'F2' && !event.shiftKey) {
        event.preventDefault();
        if (!event.repeat) press(!covered);
      } else if (!covered) return;
      // Nothing under the cover hears a key.
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', key, { capture: true, signal });
    hear = turn;
    turn(told ?? first);
    if (!covered) shown();
  });
}
