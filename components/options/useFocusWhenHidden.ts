import { useEffect, useRef } from 'preact/hooks';

/**
 * Where a list gives way to what was chosen in it (narrow windows), the focus would be lost with the link that
 * had it: it goes to the element of this id instead. The start of the page takes no focus.
 */
export function useFocusWhenHidden(id: string, chosen: string | undefined): void {
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      const lost = !focused || focused === document.body || focused.checkVisibility?.() === false;
      if (chosen && lost) document.getElementById(id)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [id, chosen]);
}
