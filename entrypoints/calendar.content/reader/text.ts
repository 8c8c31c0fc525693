import { pageText } from '../../../prep/page-text.ts';

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
  const address = pageText(text ?? '', 320).toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : undefined;
}

/** The numbers in a text, in order; Arabic and Persian digits too. "9:15am" is 9, 15. */
export function numbers(text: string): number[] {
  const latin = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return (latin.match(/\d+/g) ?? []).map(Number);
}
