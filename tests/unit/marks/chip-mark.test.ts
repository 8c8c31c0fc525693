import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Look, setMarks } from '../../../entrypoints/calendar.content/marks/chip-mark.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const hosts = () => [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
const label = () => hosts()[0]?.shadowRoot?.querySelector('[role=img]')?.getAttribute('aria-label');
const styles = () =>
  [...(hosts()[0]?.shadowRoot?.adoptedStyleSheets ?? [])]
    .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    .join(' ');
const mark = (look: Look) => setMarks([find('#chip')], () => look);

beforeEach(() => {
  document.body.innerHTML =
    '<div id="chip" style="top: 1em"><div id="button" role="button" style="background-color: rgb(1, 2, 3)">Plan</div></div>';
});

test('a mark says how sure it is, and changes with it', () => {
  mark(true);
  expect(label()).toBe('With a peer');
  mark(false);
  expect(label()).toBe('Perhaps with a peer');
  expect(hosts().length).toBe(1);
  mark(undefined);
  expect(hosts()).toEqual([]);
});

test('marks that are drawn alike share one sheet of styles', () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div id="other" style="top: 1em"><div role="button">Plan</div></div>',
  );
  setMarks([find('#chip'), find('#other')], () => true);
  const [one, other] = hosts().map((host) => [...(host.shadowRoot?.adoptedStyleSheets ?? [])]);
  expect(one).toHaveLength(1);
  expect(other?.[0]).toBe(one?.[0]);
});

test('where the browser takes no sheet from a content script, a mark brings its styles', () => {
  const taken = vi.spyOn(ShadowRoot.prototype, 'adoptedStyleSheets', 'set').mockImplementation(() => {
    throw new Error('Accessing from Xray wrapper is not supported.');
  });
  onTestFinished(() => taken.mockRestore());
  find('#chip').removeAttribute('style');
  mark(false);
  expect(hosts()[0]?.shadowRoot?.querySelector('style')?.textContent).toContain('vertical-align');
  expect(label()).toBe('Perhaps with a peer');
});

test('the host tells the page nothing: no name, class, id, text or style', () => {
  mark(true);
  const [host] = hosts();
  expect(host?.getAttributeNames()).toEqual([]);
  expect(host?.childNodes.length).toBe(0);
  expect(find('#button').textContent).toBe('Plan');
});

test('drawn twice it is one mark, the same one', () => {
  mark(true);
  const [first] = hosts();
  mark(true);
  expect(hosts()).toEqual([first]);
});

test('a mark that the page took away comes back, until the page has shown that it means it', () => {
  for (let times = 0; times < 50; times += 1) {
    mark(true);
    for (const host of hosts()) host.remove();
  }
  mark(true);
  expect(hosts()).toEqual([]);
  mark(false);
  expect(hosts().length).toBe(1);
});

test('on a colour the ground of the sign is that colour', () => {
  const ground = () => hosts()[0]?.shadowRoot?.querySelector('svg')?.style.backgroundColor;
  mark(true);
  expect(ground()).toBe('rgb(1, 2, 3)');
  mark(undefined);
  find('#button').style.backgroundColor = 'transparent';
  mark(true);
  expect(ground()).toBe('');
});

test('where the page does not put the chip in place, the mark is a part of the line', () => {
  find('#chip').removeAttribute('style');
  mark(true);
  expect(styles()).toContain('vertical-align');
  expect(label()).toBe('With a peer');
});

test('on a stacked chip the sign stands in place of the dot, in its colour, and covers no letter', () => {
  find('#chip').setAttribute('data-stacked-layout-chip-container', 'true');
  find('#button').insertAdjacentHTML(
    'afterbegin',
    '<p><i id="dot" style="border-color: rgb(3, 4, 5)"></i></p>',
  );
  mark(true);
  expect(hosts().map((host) => host.parentElement?.id)).toEqual(['dot']);
  expect(hosts()[0]?.shadowRoot?.querySelector('svg')?.style.color).toBe('rgb(3, 4, 5)');
  mark(true);
  expect(hosts().length).toBe(1);
  mark(undefined);
  expect(hosts()).toEqual([]);
});

test('on a stacked chip without a dot it stands before the title, as a part of the line', () => {
  find('#chip').setAttribute('data-stacked-layout-chip-container', 'true');
  mark(true);
  expect(find('#button').firstChild).toBe(hosts()[0]);
  const style = styles();
  expect(style).toContain('vertical-align');
  expect(style).not.toContain('absolute');
  expect(find('#button').textContent).toBe('Plan');
});

test('the mark of one chip goes over to another in the same moment, in its colour', () => {
  const dotted = (id: string, color: string) =>
    `<div id="${id}" data-stacked-layout-chip-container style="top: 1em"><div role="button"><p><i style="border-color: ${color}"></i></p></div></div>`;
  document.body.innerHTML = dotted('one', 'rgb(1, 1, 1)') + dotted('two', 'rgb(2, 2, 2)');
  const both = [find('#one'), find('#two')];
  setMarks(both, (chip) => (chip.id === 'one' ? true : undefined));
  const [first] = hosts();
  setMarks(both, (chip) => (chip.id === 'two' ? true : undefined));
  expect(hosts()).toEqual([first]);
  expect(find('#two').contains(first!)).toBe(true);
  expect(first?.shadowRoot?.querySelector('svg')?.style.color).toBe('rgb(2, 2, 2)');
  setMarks(both, (chip) => (chip.id === 'two' ? false : undefined));
  expect(label()).toBe('Perhaps with a peer');
});
