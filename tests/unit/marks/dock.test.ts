import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardWidth, dock, dockAtFoot } from '../../../entrypoints/calendar.content/marks/dock.ts';
import { settledAt } from '../../../entrypoints/calendar.content/marks/settle.ts';

const view = { width: 1_280, height: 800 };
/** How high a card is. */
const height = 68;
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('as wide as the bubble, up to the widest card and the window', () => {
  expect(cardWidth(box(0, 0, 300, 100), view)).toBe(300);
  expect(cardWidth(box(0, 0, 448, 100), view)).toBe(376);
  expect(cardWidth(box(0, 0, 448, 100), { width: 320, height: 600 })).toBe(304);
  expect(cardWidth(box(0, 0, 0, 0), view)).toBe(220);
});

test.each([
  ['under it', box(400, 200, 448, 300), { left: 400, top: 512, width: 376 }],
  ['above it, at the window’s foot', box(400, 400, 448, 392), { left: 400, top: 320, width: 376 }],
  ['after it, when it is as tall as the window', box(100, 8, 448, 784), { left: 560, top: 724, width: 376 }],
  ['before it', box(700, 8, 448, 784), { left: 312, top: 724, width: 376 }],
  ['narrower beside it', box(300, 8, 700, 784), { left: 12 + 300 - 12 - 280 - 12, top: 724, width: 280 }],
  [
    'over its last lines, when there is no room',
    box(100, 8, 1_100, 784),
    { left: 100, top: 724, width: 376 },
  ],
])('%s', (_where, bubble, expected) => expect(dock(bubble, height, view)).toEqual(expected));

test('from right to left it ends where the bubble ends', () => {
  expect(dock(box(400, 200, 448, 300), height, view, true).left).toBe(472);
});

test('it is always inside the window, and over the bubble only where nothing else is left', () => {
  const size = fc.record({
    width: fc.integer({ min: 600, max: 2_000 }),
    height: fc.integer({ min: 300, max: 1_200 }),
  });
  const place = fc.tuple(
    fc.nat(1_500),
    fc.nat(1_000),
    fc.integer({ min: 200, max: 900 }),
    fc.integer({ min: 80, max: 900 }),
  );
  fc.assert(
    fc.property(size, place, fc.boolean(), (screen, [left, top, width, tall], rtl) => {
      const bubble = box(Math.min(left, screen.width - 100), Math.min(top, screen.height - 60), width, tall);
      const at = dock(bubble, height, screen, rtl);
      expect(at.left).toBeGreaterThanOrEqual(8);
      expect(at.top).toBeGreaterThanOrEqual(8);
      expect(at.top + height).toBeLessThanOrEqual(screen.height - 8);
      expect(at.left + at.width).toBeLessThanOrEqual(Math.max(screen.width - 8, 8 + at.width));
    }),
  );
});

test('on the event page it stands at the foot of the guests’ column', () => {
  expect(dockAtFoot(box(896, 200, 360, 100), 60, view)).toEqual({
    left: 896,
    top: 716,
    width: 360,
  });
});

test.each([
  ['opened before: at once', 1_000, 5_000, true, 1_000],
  ['quiet: 800 ms after opening', 1_000, 1_000, false, 1_800],
  ['still changing: 400 ms after the last change', 1_000, 1_900, false, 2_300],
  ['never at rest: 4 s', 1_000, 9_000, false, 5_000],
])('settled, %s', (_when, opened, changed, before, expected) => {
  expect(settledAt(opened, changed, before)).toBe(expected);
});
