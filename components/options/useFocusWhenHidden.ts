import { useEffect } from 'preact/hooks';

/**
 * Where a list gives way to what was chosen in it (narrow windows), the focus would be lost with the link that
 * had it: it goes to the element of this id instead.
 */
export function useFocusWhenHidden(id: string, chosen: string | undefined): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (chosen && focused && focused !== document.body && focused.checkVisibility?.() === false) {
        document.getElementById(id)?.focus();
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [id, chosen]);
}
