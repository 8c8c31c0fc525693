import { beforeEach, expect, test } from 'vitest';
import { listInbox } from '../../../storage/captures.ts';
import { db } from '../../../storage/db.ts';
import { takeSlot } from '../../../storage/draft-slots.ts';
import { readDraft, writeDraft } from '../../../storage/drafts.ts';
import { keepSelection, originOf, takeKeptSelection } from '../../../storage/kept-selection.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const selection = {
  text: '  some\n words \u202e ',
  pageUrl: 'https://example.com/a?b#c',
  pageTitle: 'A page',
};

test('a selected text waits in the inbox with its page, newest first, and is handed to the next popup once', async () => {
  await keepSelection({ ...selection, text: 'first' }, new Date(1_000));
  const id = await keepSelection(selection, new Date(2_000));
  expect(await listInbox()).toMatchObject([
    { id, text: 'some words', origin: { url: 'https://example.com/a?b#c', title: 'A page' }, filedAt: null },
    { text: 'first' },
  ]);
  expect(await takeKeptSelection(new Date(3_000))).toBe(id);
  expect(await takeKeptSelection(new Date(3_000))).toBeUndefined();
});

test('a popup opened much later is about something else', async () => {
  await keepSelection(selection, new Date(0));
  expect(await takeKeptSelection(new Date(60_000))).toBeUndefined();
  expect(await listInbox()).toHaveLength(1);
});

test('a selection without words keeps nothing', async () => {
  expect(await keepSelection({ ...selection, text: ' \u200b\n ' })).toBeUndefined();
  expect(await listInbox()).toEqual([]);
  expect(await takeKeptSelection()).toBeUndefined();
});

test('a very long one is bounded', async () => {
  await keepSelection({ ...selection, text: 'word '.repeat(100_000) });
  expect((await listInbox())[0]?.text.length).toBeLessThanOrEqual(20_000);
});

test('a database that refuses: the text goes to the draft of the popup, after what is there', async () => {
  const refuse = () => {
    throw new Error('disk full');
  };
  db.captures.hook('creating', refuse);
  await writeDraft('popup', { text: 'half a thought', personIds: ['steve'], picks: {} });
  await expect(keepSelection(selection)).rejects.toThrow('disk full');
  db.captures.hook('creating').unsubscribe(refuse);
  expect(await readDraft('popup')).toEqual({
    text: 'half a thought\nsome words (https://example.com/a?b#c)',
    personIds: ['steve'],
    picks: {},
  });
});

test('a popup that is open keeps its own: the text waits beside it', async () => {
  const popup = await takeSlot('popup', (draft) => draft);
  await popup?.keep({ text: 'being typed' });
  const refuse = () => {
    throw new Error('disk full');
  };
  db.captures.hook('creating', refuse);
  await expect(keepSelection(selection)).rejects.toThrow('disk full');
  db.captures.hook('creating').unsubscribe(refuse);
  await popup?.keep({ text: 'being typed on' });
  expect(await readDraft('popup')).toEqual({ text: 'being typed on' });
  expect(await readDraft('popup 2')).toMatchObject({ text: 'some words (https://example.com/a?b#c)' });
});

test.each([
  ['https://example.com/', 'A page', { url: 'https://example.com/', title: 'A page' }],
  ['http://example.com/x', undefined, { url: 'http://example.com/x', title: 'example.com' }],
  ['https://example.com/', ' \u202ea\n b ', { url: 'https://example.com/', title: 'a b' }],
  ['file:///home/me/x.html', 'x', null],
  ['chrome-extension://abc/options.html', 'x', null],
  ['javascript:alert(1)', 'x', null],
  ['data:text/html,x', 'x', null],
  ['not an address', 'x', null],
  [undefined, 'x', null],
])('the page of %s', (pageUrl, pageTitle, origin) => {
  expect(originOf({ text: 'x', pageUrl, pageTitle })).toEqual(origin);
});

test('an address too long for its record leads to its page at least', () => {
  const origin = originOf({ ...selection, pageUrl: `https://example.com/plan?q=${'x'.repeat(3_000)}` });
  expect(origin?.url).toBe('https://example.com/plan');
});
