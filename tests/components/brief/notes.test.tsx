import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { notesOfMeeting } from '../../../storage/notes.ts';
import { saveUnsaved } from '../../../storage/save-unsaved.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, openPanel, PEDRO, STEVE, sampleDay } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const preparing = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Before/ });
const said = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Said/ });
const status = () => screen.getAllByRole('status').find((one) => /saved|saving/i.test(one.textContent ?? ''));
const written = async (kind = 'before') =>
  (await db.notes.filter((note) => note.kind === kind && !note.id.startsWith('sample')).first())?.text;
const save = async (text: string, kind?: string) =>
  waitFor(async () => expect(await written(kind)).toBe(text));

test('preparation apart from what was said, each saved as typed', async () => {
  const { user, container } = await openPanel();
  await user.type(await preparing(), 'Ask about the beta');
  expect(status()?.textContent).toBe('Saving');
  await save('Ask about the beta');
  await waitFor(() => expect(status()?.textContent).toBe('Saved'));
  await user.click(screen.getByRole('tab', { name: 'Said' }));
  await user.type(await said(), 'Beta slips a week');
  await save('Beta slips a week', 'said');
  await user.keyboard('{Shift>}{Tab}{/Shift}{ArrowLeft}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Before', selected: true }));
  expect((await preparing()).value).toBe('Ask about the beta');
  const notes = await db.notes.filter((note) => !note.id.startsWith('sample')).toArray();
  expect(notes).toMatchObject([
    { personIds: [STEVE], at: atTwo().start },
    { personIds: [STEVE], at: atTwo().start },
  ]);
  expect(new Set(notes.map((note) => note.meetingId)).size).toBe(1);
  await expectAccessible(container);
});

test('once the meeting has begun, what is said comes first', async () => {
  vi.setSystemTime(new Date(2026, 10, 19, 14, 5));
  const { container } = await openPanel();
  await said();
  expect(screen.getByRole('tab', { name: 'Said', selected: true })).toBeDefined();
  screen.getByText('now');
  await expectAccessible(container);
});

describe('a write that fails', () => {
  test('the text stays, a banner says since when, it is tried again, and nothing is lost', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    const { user, container } = await openPanel();
    // The first user of a process brings a clipboard: from then on it stays.
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.type(await preparing(), 'Do not lose me');
    const alert = await screen.findByRole('alert');
    within(alert).getByRole('heading', { name: 'Not saved since 13:48' });
    expect((await preparing()).value).toBe('Do not lose me');
    await waitFor(() => expect(status()?.textContent).toBe('Not saved'));
    await expectAccessible(container);
    // On the other tab the banner stays: it is true there as well.
    await user.click(screen.getByRole('tab', { name: 'Said' }));
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Copy my text' }));
    expect(copied).toHaveBeenCalledWith('Do not lose me');
    // Leaving the page would lose nothing, but is warned of.
    expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(false);
    // It lies in the other store until the database takes it.
    await waitFor(async () =>
      expect(Object.values(await browser.storage.local.get(null))).toEqual([
        expect.stringContaining('"text":"Do not lose me"'),
      ]),
    );
    put.mockRestore();
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), {
      // Longer than a write that failed waits until it is tried again.
      timeout: 12_000,
    });
    await save('Do not lose me');
    await waitFor(() => expect(status()?.textContent).toBe('Saved'));
    await waitFor(async () => expect(await browser.storage.local.get(null)).toEqual({}));
    await waitFor(() =>
      expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(true),
    );
  });

  test('a panel that is closed meanwhile has the text when it opens again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const put = vi.spyOn(db.notes, 'put').mockRejectedValue(new Error('disk full'));
    const first = await openPanel();
    await first.user.type(await preparing(), 'Do not lose me');
    await screen.findByRole('alert');
    first.unmount();
    put.mockRestore();
    const { container } = await openPanel();
    await waitFor(async () => expect((await preparing()).value).toBe('Do not lose me'));
    expect(await written()).toBe('Do not lose me');
    await expectAccessible(container);
  });
});

test('what another window writes is shown as long as nothing is typed here', async () => {
  const { container } = await openPanel();
  const field = await preparing();
  const meeting = await waitFor(async () => {
    const prepared = await db.meetings.where('eventKey').equals(atTwo().key).first();
    expect(prepared?.source).toBe('prepared');
    return prepared!;
  });
  const of = { meetingId: meeting.id, kind: 'before', personIds: [STEVE], at: meeting.start! } as const;
  await writeMeetingNote(of, 'From the other window');
  await waitFor(() => expect(field.value).toBe('From the other window'));
  // Whoever goes there now types on.
  expect(field.selectionStart).toBe(field.value.length);
  // At once: a letter at a time, the first ones would be saved before the last.
  fireEvent.input(field, { target: { value: 'From the other window, and this one' } });
  await writeMeetingNote(of, 'Too late');
  expect(field.value).toBe('From the other window, and this one');
  const both = 'Too late\n\nFrom the other window, and this one';
  await save(both);
  await waitFor(() => expect(field.value).toBe(both));
  await expectAccessible(container);
});

test('the panel follows to another event: the meeting that it was typed for has the text', async () => {
  const { user, follow, container } = await openPanel();
  await user.type(await preparing(), 'For Steve');
  const other = atTwo({ key: 'other diane@example.com', seriesKey: 'other diane@example.com', title: 'Ana' });
  follow(current({ event: other, personIds: [ANA] }));
  await screen.findByRole('heading', { level: 1, name: 'Ana Lima' });
  expect((await preparing()).value).toBe('');
  await save('For Steve');
  const note = await db.notes.filter((one) => one.text === 'For Steve').first();
  expect(note?.personIds).toEqual([STEVE]);
  expect((await db.meetings.get(note!.meetingId!))?.eventKey).toBe(atTwo().key);
  await user.type(await preparing(), 'For Ana');
  await waitFor(async () =>
    expect(await db.notes.filter((one) => one.text === 'For Ana').first()).toMatchObject({
      personIds: [ANA],
    }),
  );
  await expectAccessible(container);
});

test('an edit that is open while the panel follows is kept', async () => {
  const { user, follow, container } = await openPanel();
  screen.getByRole('checkbox', { name: /^Kept: Send the launch/ }).focus();
  await user.keyboard('e');
  await user.keyboard('Half edited');
  follow(current({ event: atTwo({ key: 'other diane@example.com' }), personIds: [ANA] }));
  await screen.findByRole('heading', { level: 1, name: 'Ana Lima' });
  await waitFor(async () =>
    expect((await db.actionItems.get('sample:promise:00'))?.text).toBe('Half edited'),
  );
  await expectAccessible(container);
});

test('an edit that is open while the panel closes is kept', async () => {
  const { user, container } = await openPanel();
  screen.getByRole('checkbox', { name: /^Kept: Send the launch/ }).focus();
  await user.keyboard('e');
  await user.keyboard('Half edited');
  fireEvent(window, new Event('pagehide'));
  await waitFor(async () =>
    expect((await db.actionItems.get('sample:promise:00'))?.text).toBe('Half edited'),
  );
  await expectAccessible(container);
});

test('an edit that the database does not take as the panel closes waits in another store', async () => {
  const { user, container } = await openPanel();
  screen.getByRole('checkbox', { name: /^Kept: Send the launch/ }).focus();
  await user.keyboard('e');
  await user.keyboard('Half edited');
  await expectAccessible(container);
  const put = vi.spyOn(db.actionItems, 'put').mockReturnValue(new Promise(() => {}) as never);
  fireEvent(window, new Event('pagehide'));
  expect(Object.values(await browser.storage.local.get(null))).toEqual([
    expect.stringContaining('"of":{"table":"actionItems","id":"sample:promise:00"},"text":"Half edited"'),
  ]);
  put.mockRestore();
  await saveUnsaved();
  expect((await db.actionItems.get('sample:promise:00'))?.text).toBe('Half edited');
});

test('what another window writes while one types stands beside it', async () => {
  const { container } = await openPanel();
  const field = await preparing();
  await waitFor(async () => expect(await db.meetings.where('eventKey').equals(atTwo().key).count()).toBe(1));
  const [meeting] = await db.meetings.where('eventKey').equals(atTwo().key).toArray();
  field.focus();
  fireEvent.input(field, { target: { value: 'from here' } });
  field.setSelectionRange(6, 6);
  await writeMeetingNote(
    { meetingId: meeting!.id, kind: 'before', personIds: [STEVE], at: meeting!.start! },
    'from there',
  );
  await waitFor(() => expect(field.value).toBe('from there\n\nfrom here'));
  // One types on where one was.
  expect(field.value.slice(field.selectionStart)).toBe('ere');
  expect((await notesOfMeeting(meeting!.id)).map(({ text }) => text)).toEqual(['from there\n\nfrom here']);
  await expectAccessible(container);
});

describe('earlier notes', () => {
  const entries = () => [...document.querySelectorAll('details')];

  test('the last meeting in full, the earlier ones folded, by date', async () => {
    const { user, container } = await openPanel();
    expect(entries().map((entry) => [entry.open, entry.querySelector('time')?.textContent])).toEqual([
      [true, '29 Oct'],
      [false, '8 Oct'],
      [false, '24 Sept'],
      [false, '10 Sept'],
      [false, '20 Aug'],
    ]);
    expect(entries()[0]!.querySelector('p')?.textContent).toMatch(/^Agreed to try one shared bug board/);
    within(entries()[0]!).getByText('3 weeks ago');
    await user.click(entries()[1]!.querySelector('summary')!);
    await waitFor(() => expect(entries()[1]!.open).toBe(true));
    await expectAccessible(container);
  });

  test('a thought caught since stands open above them, also one of right now', async () => {
    const { container } = await openPanel();
    await addThought([STEVE], 'Caught in between', { url: 'https://example.com/', title: 'A page' });
    await waitFor(() => expect(entries()).toHaveLength(6));
    expect(entries().map((entry) => entry.open)).toEqual([true, true, false, false, false, false]);
    within(entries()[0]!).getByText(/^Thought:/);
    const link = within(entries()[0]!).getByRole('link', { name: 'A page' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    await expectAccessible(container);
  });

  test('a page address that is no web address is no link', async () => {
    await addThought([STEVE], 'Odd', { url: 'javascript:alert(1)', title: 'A trap' });
    const { container } = await openPanel();
    expect(screen.queryByText('A trap')).toBeNull();
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
    await expectAccessible(container);
  });

  test('none are said; what was said comes before what was prepared', async () => {
    await db.notes.clear();
    const first = await openPanel();
    screen.getByText('No earlier notes.');
    await expectAccessible(first.container);
    first.unmount();
    const of = { meetingId: 'sample:meeting:4', personIds: [STEVE], at: '2026-10-29T10:00:00.000Z' };
    await writeMeetingNote({ ...of, kind: 'before' }, 'הכנה');
    await writeMeetingNote({ ...of, kind: 'said' }, '<b>said</b>\nsecond line');
    const { container } = await openPanel();
    expect([...entries()[0]!.querySelectorAll('p')].map((p) => p.textContent)).toEqual([
      '<b>said</b>\nsecond line',
      'Prepared: הכנה',
    ]);
    await expectAccessible(container);
  });

  test('a meeting with several is in the history once', async () => {
    const of = { meetingId: 'sample:meeting:5', personIds: [ANA, PEDRO], at: '2026-11-18T10:00:00.000Z' };
    await writeMeetingNote({ ...of, kind: 'said' }, 'All three of us');
    const { container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
    expect(screen.getAllByText('All three of us').filter((one) => one.closest('p[dir]'))).toHaveLength(1);
    await expectAccessible(container);
  });
});

test('the skip link leads to the notes', async () => {
  const { container } = await openPanel();
  const link = screen.getByRole('link', { name: 'Go to the notes' });
  expect(container.querySelector(link.getAttribute('href')!)).toBe(await preparing());
  expect(container.querySelector('a, button')).toBe(link);
  await expectAccessible(container);
});
