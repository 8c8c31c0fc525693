import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { putBack, type Slot, takeSlot } from '../../../storage/draft-slots.ts';

const read = (stored: unknown) => (typeof stored === 'string' && stored !== '' ? stored : undefined);
const begun = () => takeSlot('line', read, 'begun');
const empty = async () => (await takeSlot('line', read, 'empty')) as Slot<string>;
const stored = () => browser.storage.local.get(null);
/** As if every page had died: the browser lets go of their locks, and of nothing else. */
const crash = () => (navigator.locks as unknown as { reset: () => void }).reset();

afterEach(() => {
  dispatchEvent(new Event('pageshow'));
  vi.restoreAllMocks();
});

test('each page has a place of its own, and none touches that of another that lives', async () => {
  const [one, two] = [await empty(), await empty()];
  await one.keep('first');
  await two.keep('second');
  expect(await stored()).toEqual({ 'draft line': 'first', 'draft line 2': 'second' });
  expect(await begun()).toBeUndefined();
  await two.keep(undefined);
  expect(await stored()).toEqual({ 'draft line': 'first' });
});

test('two that ask at the same moment have two places', async () => {
  const places = await Promise.all([empty(), empty(), empty()]);
  await Promise.all(places.map((place, index) => place.keep(`line ${index}`)));
  expect(Object.values(await stored()).sort()).toEqual(['line 0', 'line 1', 'line 2']);
});

test('what pages that died had begun is offered, each once, and not overwritten by what is begun anew', async () => {
  await (await empty()).keep('first');
  await (await empty()).keep('second');
  crash();
  const fresh = await empty();
  await fresh.keep('third');
  expect((await begun())?.begun).toBe('first');
  expect((await begun())?.begun).toBe('second');
  expect(await begun()).toBeUndefined();
  expect(Object.values(await stored())).toEqual(['first', 'second', 'third']);
});

test('a place that was let go of is offered with what was kept last', async () => {
  const one = await empty();
  void one.keep('fir');
  void one.keep('first');
  await one.free();
  expect((await begun())?.begun).toBe('first');
});

test('a draft of before there were places is found, also behind an emptied one', async () => {
  await browser.storage.local.set({ 'draft line': 'of an older version' });
  const old = await begun();
  expect(old?.begun).toBe('of an older version');
  const two = await empty();
  await two.keep('second');
  await old?.keep(undefined);
  crash();
  expect((await begun())?.begun).toBe('second');
  await (await empty()).keep('first again');
  expect(await stored()).toEqual({ 'draft line': 'first again', 'draft line 2': 'second' });
});

test('a form takes what was begun, else an empty place', async () => {
  const first = await takeSlot('form', read);
  expect(first?.begun).toBeUndefined();
  await first?.keep('half');
  expect((await takeSlot('form', read))?.begun).toBeUndefined();
  crash();
  expect((await takeSlot('form', read))?.begun).toBe('half');
});

test('what it cannot read it leaves alone', async () => {
  await browser.storage.local.set({ 'draft line': { of: 'a later version' } });
  expect(await begun()).toBeUndefined();
  await (await empty()).keep('mine');
  expect(await stored()).toEqual({ 'draft line': { of: 'a later version' }, 'draft line 2': 'mine' });
});

test('what was dropped last stays dropped, whatever is on its way', async () => {
  const place = await empty();
  await Promise.all([place.keep('a'), place.keep(undefined)]);
  expect(await stored()).toEqual({});
  await Promise.all([place.keep('a'), place.keep(undefined), place.keep('b')]);
  expect(await stored()).toEqual({ 'draft line': 'b' });
});

test('while the page closes it is handed over at once', async () => {
  const place = await empty();
  const set = vi.spyOn(browser.storage.local, 'set');
  void place.keep('waits for whether there is a lock');
  expect(set).not.toHaveBeenCalled();
  dispatchEvent(new Event('pagehide'));
  expect(set).toHaveBeenCalledExactlyOnceWith({ 'draft line': 'waits for whether there is a lock' });
  void place.keep('the last word');
  expect(set).toHaveBeenLastCalledWith({ 'draft line': 'the last word' });
  expect(set).toHaveBeenCalledTimes(2);
});

test('a form too, as one text: a page that closes may not get an object through', async () => {
  const readForm = (found: unknown) => found as { name: string } | undefined;
  const place = await takeSlot('form', readForm, 'empty');
  dispatchEvent(new Event('pagehide'));
  void place?.keep({ name: 'José' });
  expect(await stored()).toEqual({ 'draft form': expect.any(String) });
  await place?.free();
  expect((await takeSlot('form', readForm, 'begun'))?.begun).toEqual({ name: 'José' });
  dispatchEvent(new Event('pageshow'));
});

test('the next line of a page waits for what the last one is about to leave', async () => {
  const place = await empty();
  void place.keep('half');
  void place.free();
  expect((await begun())?.begun).toBe('half');
});

test('what is put back waits to be offered', async () => {
  await (await empty()).keep('mine');
  await putBack('line', 'given up');
  expect((await begun())?.begun).toBe('given up');
});

test('storage that refuses is told, and the place is kept', async () => {
  const place = await empty();
  vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
  await expect(place.keep('half')).rejects.toThrow('disk full');
  await place.keep('half');
  await place.free();
  expect((await begun())?.begun).toBe('half');
});

test('more windows than anybody has: the last one is told', async () => {
  for (let count = 0; count < 20; count += 1) await empty();
  await expect(empty()).rejects.toThrow('no place left');
});
