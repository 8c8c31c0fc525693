import { useLayoutEffect } from 'preact/hooks';

/**
 * Calls `save` when the page is hidden, locked or closed and when the component is taken away or given another `save`,
 * so that nothing waits that was typed. `closing` stands in for it where the page closes, as a write may not get through
 * any more then. Both are to stay the same as long as what they save does.
 */
export function useOnLeave(save: () => unknown, closing = save): void {
  // A layout effect: its end comes with the unmounting, not some time after it.
  useLayoutEffect(() => {
    const hide = () => void save();
    const close = () => void closing();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', close);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', close);
      hide();
    };
  }, [save, closing]);
}
