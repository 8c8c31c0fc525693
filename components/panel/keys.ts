import '../rtl/arrows.css';
import './way-back.ts';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select';

/** `/` opens search, wherever nothing is being typed. */
function searchKey(event: KeyboardEvent): void {
  if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  event.preventDefault();
  if (!location.hash.startsWith('#search')) location.hash = 'search';
}

addEventListener('keydown', searchKey);

/** Search opens at once when it is asked for: its code is fetched as soon as there is nothing else to do. */
globalThis.requestIdleCallback?.(async () => (await import('./AsidePage.tsx')).preloadSearch(), {
  timeout: 5_000,
});
