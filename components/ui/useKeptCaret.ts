import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a field whose text may be changed from elsewhere while somebody types in it: the caret stays at its words. A browser puts
 * it at the end of a text that is set.
 */
export function useKeptCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  // As it is before this drawing.
  const before = field.current;
  const { value = text, selectionEnd: at = 0 } = before ?? {};
  useLayoutEffect(() => {
    // In a field that nobody is in, the browser's own place is right: one types on at the end.
    if (value === text || document.activeElement !== before) return;
    let same = 0;
    while (value[same] === text[same]) same += 1;
    const now = at > same ? Math.max(same, at + text.length - value.length) : at;
    before?.setSelectionRange(now, now);
  }, [text]);
  return field;
}
