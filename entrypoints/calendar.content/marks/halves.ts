import { svg } from './dom.ts';

/** The sign of Peerside: two halves of a disc, the right one lower. The same paths as the icon's. */
const FILLED = 'M7.35 1.2v10.2a5.1 5.1 0 0 1 0-10.2ZM8.65 4.6v10.2a5.1 5.1 0 0 0 0-10.2Z';
const OUTLINE = 'M6.75 1.87v8.86a4.45 4.45 0 0 1 0-8.86ZM9.25 5.27v8.86a4.45 4.45 0 0 0 0-8.86Z';

/** Draws it: filled when it is sure who the meeting is with, an outline when it is not. */
export function halves(size: number, sure: boolean, label?: string): SVGElement {
  return sure ? svg(size, FILLED, undefined, label) : svg(size, OUTLINE, 1.2, label);
}
