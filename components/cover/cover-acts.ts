import { t } from '../../storage/words.ts';
import { drawCover } from './CoverScreen.tsx';

export { followLock, passLock } from '../lock/gate.ts';

/** What is kept in the history's entry while the address shows nothing: it may hold a name, or what was searched for. */
interface Kept {
  peersideHash?: string;
}

let before: string | undefined;
const box = document.createElement('div');

/** Has what was being written saved, takes names out of title and address, and draws the cover after a page that is hidden already. */
export function lay(app: Element, focus: Element | null, lift: () => void): void {
  // What fields hold is written when they are left.
  if (focus instanceof HTMLElement) focus.blur();
  document.dispatchEvent(new Event('visibilitychange'));
  before = document.title;
  document.title = t('extensionName');
  if (location.hash) {
    const kept: Kept = { peersideHash: location.hash };
    history.replaceState(kept, '', location.pathname);
  }
  app.after(box);
  drawCover(box, lift);
}

/** Takes the cover away: title, address and focus are as they were. */
export function uncover(focus: Element | null): void {
  box.remove();
  if (before !== undefined) document.title = before;
  before = undefined;
  const { peersideHash } = (history.state as Kept | null) ?? {};
  if (peersideHash) history.replaceState(null, '', peersideHash);
  if (focus instanceof HTMLElement) focus.focus();
}
