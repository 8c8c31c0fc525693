import type { moreShapes } from './more-icons.ts';

/* Drawn on a 16 grid in the colour of the text; each is one path, so that a page pays little for having it. */

/** What the panel draws before its first content; more-icons.ts adds the others where they are used. */
const shapes = {
  back: 'M10 3.5 5.5 8l4.5 4.5',
  add: 'M8 3v10M3 8h10',
  down: 'M3.5 6 8 10.5 12.5 6',
  swap: 'M2.75 6.25h9.5M9.75 3.5l2.75 2.75M13.25 9.75h-9.5M6.25 12.5 3.5 9.75',
  check: 'M3 8.5l3.25 3.25L13 5',
  fact: 'M4 2.25h8v11.25L8 10.6l-4 2.9V2.25Z',
  right: 'M6 3.5 10.5 8 6 12.5',
  warning: 'M8 2.25 14.25 13H1.75L8 2.25ZM8 6.5v3M8 11.25v.01',
  later: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0ZM8 4.75V8l2.25 1.5',
  more: 'M2.2 8a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0ZM6.7 8a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0ZM11.2 8a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0Z',
  brand: 'M7.35 1.2v10.2a5.1 5.1 0 0 1 0-10.2ZM8.65 4.6v10.2a5.1 5.1 0 0 0 0-10.2Z',
};

/** Those that are filled; the others are lines 1.5 wide. */
const SOLID = /brand|grip|more/;

/** `search` comes with the box that leads there. */
export type IconName = keyof typeof shapes | keyof typeof moreShapes | 'search';

/** Makes more drawings known; done by importing more-icons.ts. */
export function addShapes(more: Record<string, string>): void {
  Object.assign(shapes, more);
}

/** A small drawing. Decoration unless it has a `label`. `size` in px. */
export function Icon({ name, size = 16, label }: { name: IconName; size?: number; label?: string }) {
  const solid = SOLID.test(name);
  return (
    <svg
      class="i"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path
        d={(shapes as Record<string, string>)[name]}
        fill={solid ? 'currentColor' : 'none'}
        stroke={solid ? 'none' : 'currentColor'}
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
