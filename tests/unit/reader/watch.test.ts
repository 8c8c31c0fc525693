import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Changes, watch } from '../../../entrypoints/calendar.content/reader/watch.ts';

let stop: AbortController;
let seen: { chips: Element[]; view: boolean; surface: boolean }[];

const chip = (id: string) =>
  `<div data-eventchip data-eventid="${id}" role="button"><span aria-hidden="true">${id}</span></div>`;
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const find = (selector: string) => document.querySelector(selector)!;

function start(react: (changes: Changes) => void = () => {}) {
  const watched = watch(document, stop.signal, (changes) => {
    seen.push({ ...changes, chips: [...changes.chips] });
    react(changes);
  });
  watched.start();
  return watched;
}

beforeEach(() => {
  stop = new AbortController();
  seen = [];
  document.body.innerHTML = `<main role="grid" data-start-date-key="1">${chip('a')}${chip('b')}</main>`;
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

test('it begins with all there is', () => {
  start();
  expect(seen).toEqual([
    { chips: [find('[data-eventid=a]'), find('[data-eventid=b]')], view: true, surface: true },
  ]);
});

test('one callback for all that changed at once; style and class are not heard', async () => {
  start();
  find('[data-eventid=a]').setAttribute('style', 'top: 1px');
  find('[data-eventid=a]').setAttribute('class', 'other');
  await settle();
  expect(seen.length).toBe(1);
  find('[data-eventid=a]').setAttribute('data-eventid', 'c');
  find('main').insertAdjacentHTML('beforeend', `<div>${chip('d')}</div>`);
  find('[data-eventid=b] span').textContent = 'renamed';
  await settle();
  expect(seen.length).toBe(2);
  expect(new Set(seen[1]?.chips)).toEqual(
    new Set([find('[data-eventid=c]'), find('[data-eventid=d]'), find('[data-eventid=b]')]),
  );
  expect(seen[1]?.surface).toBe(false);
});

test('another range brings all chips of the grid again', async () => {
  start();
  find('main').setAttribute('data-start-date-key', '8');
  await settle();
  expect(seen[1]?.chips.length).toBe(2);
});

test('bubbles and event pages that come, change inside, or are used again', async () => {
  start();
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div><div id="xDetDlg" data-eventid="a"><p></p></div></div>',
  );
  await settle();
  find('#xDetDlg p').append('text');
  await settle();
  find('#xDetDlg').setAttribute('data-eventid', 'b');
  await settle();
  document.body.insertAdjacentHTML('beforeend', '<form data-is-create="false" data-eventid="a"></form>');
  await settle();
  expect(seen.slice(1).map(({ surface }) => surface)).toEqual([true, true, true, true]);
  // What changes inside of them alone is no change of the view.
  expect(seen.slice(1).map(({ view }) => view)).toEqual([true, false, false, true]);
});

test('a chip that goes is a change of the view, though nothing has come', async () => {
  start();
  find('[data-eventid=a]').remove();
  await settle();
  expect(seen[1]).toEqual({ chips: [], view: true, surface: false });
});

test('what we draw ourselves is not heard', async () => {
  const watched = start(({ chips }) => {
    for (const each of chips) each.append(document.createElement('i'));
  });
  await settle();
  expect(seen.length).toBe(1);
  find('[data-eventid=a]').setAttribute('data-eventid', 'c');
  await settle();
  expect(seen.length).toBe(2);
  watched.write(() => find('main').insertAdjacentHTML('beforeend', chip('e')));
  await settle();
  expect(seen.length).toBe(2);
});

test('what the page did before our own drawing is heard all the same', async () => {
  const watched = start();
  find('[data-eventid=a]').setAttribute('data-eventid', 'c');
  watched.write(() => find('main').append('x'));
  expect(seen.length).toBe(2);
});

test('nothing while the tab is hidden, everything when it is seen again, nothing after the end', async () => {
  start();
  const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  find('main').insertAdjacentHTML('beforeend', chip('d'));
  await settle();
  expect(seen.length).toBe(1);
  visible.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(seen.length).toBe(2);
  expect(seen[1]?.chips.length).toBe(3);
  stop.abort();
  find('main').insertAdjacentHTML('beforeend', chip('e'));
  await settle();
  expect(seen.length).toBe(2);
});
