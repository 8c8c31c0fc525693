/**
 * A text of the page in one line, trimmed, at most `max` characters. It is only bounded here: the background takes
 * out control and bidi characters (prep/page-text.ts), as it has to of a page that is not to be trusted.
 */
export function lineOf(text: string | null | undefined, max: number): string {
  return (text ?? '')
    .slice(0, max * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max);
}

/** The pieces of text under an element that are not blank, in order, as they stand. */
export function textLeaves(root: Element, skip?: string): string[] {
  const leaves: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* text */);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.nodeValue ?? '';
    if (text.trim() && !(skip && node.parentElement?.closest(skip))) leaves.push(text);
  }
  return leaves;
}

/** An address of the page in lower case, or undefined when it is none. */
export function pageAddress(text: string | null | undefined): string | undefined {
  const address = lineOf(text, 320).toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : undefined;
}
