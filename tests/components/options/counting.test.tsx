import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { Options } from '../../../components/options/Options.tsx';
import { readDraft } from '../../../storage/drafts.ts';
import { changeSettings, readSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

const LARGEST = { name: 'Most people in a meeting, you among them' };
const WORDS = { name: 'Words to ignore, one to a line' };

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#calendar';
});

async function show() {
  const user = userEvent.setup();
  const { container, unmount } = render(<Options />);
  const largest = await screen.findByRole<HTMLInputElement>('textbox', LARGEST);
  const words = screen.getByRole<HTMLTextAreaElement>('textbox', WORDS);
  return { user, container, unmount, largest, words };
}

describe('which meetings count', () => {
  test('is set when a field is left, and shown as it is kept', async () => {
    const { user, container, largest, words } = await show();
    expect([largest.value, words.value]).toEqual(['8', '']);
    await user.clear(largest);
    await user.type(largest, ' 20');
    expect((await readSettings()).largestMeeting).toBe(8);
    await user.click(words);
    await waitFor(async () => expect((await readSettings()).largestMeeting).toBe(20));
    await user.type(words, 'all  hands, Standup{Enter}STANDUP');
    await user.tab();
    await waitFor(async () => expect((await readSettings()).ignoredWords).toEqual(['all hands', 'Standup']));
    await waitFor(() => expect([largest.value, words.value]).toEqual(['20', 'all hands\nStandup']));
    await waitFor(async () => expect(await readDraft('ignored-words')).toBeUndefined());
    await expectAccessible(container);
  });

  test('Enter sets the number', async () => {
    const { user, largest } = await show();
    await user.clear(largest);
    await user.type(largest, '4{Enter}');
    await waitFor(async () => expect((await readSettings()).largestMeeting).toBe(4));
  });

  test.each([
    [LARGEST, '1', /whole number of people, from 2 to 500/],
    [LARGEST, 'many', /whole number/],
    [WORDS, 'standup, b', /“b” is too short/],
    [WORDS, 'x'.repeat(101), /“xxxxxxxxxxxxxxxxxxxx…” is longer than 100/],
    [WORDS, Array.from({ length: 101 }, (_, index) => `word${index}`).join(), /At most 100 words/],
  ])('%o: what is wrong is said where it stands, and changes nothing (%#)', async (name, typed, message) => {
    await changeSettings({ largestMeeting: 6, ignoredWords: ['offsite'] });
    const { user, container } = await show();
    const field = screen.getByRole<HTMLInputElement>('textbox', name);
    await user.clear(field);
    await user.click(field);
    await user.paste(typed);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.tab();
    expect((await screen.findByRole('alert')).textContent).toMatch(message);
    expect(field.value).toBe(typed);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await readSettings()).toMatchObject({ largestMeeting: 6, ignoredWords: ['offsite'] });
    await expectAccessible(container);
    await user.type(field, '0');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('what was refused is there again the next time, with what is wrong', async () => {
    const { user, largest, unmount } = await show();
    await user.clear(largest);
    await user.type(largest, '1000');
    unmount();
    await waitFor(async () => expect(await readDraft('largest-meeting')).toBe('1000'));
    const again = await show();
    await waitFor(() => expect(again.largest.value).toBe('1000'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/from 2 to 500/);
    expect((await readSettings()).largestMeeting).toBe(8);
  });

  test('what another window sets is shown, but not over what is being typed', async () => {
    const { user, largest, words } = await show();
    await user.type(words, 'stand');
    await waitFor(async () => expect(await readDraft('ignored-words')).toBe('stand'));
    await changeSettings({ largestMeeting: 5, ignoredWords: ['offsite'] });
    await waitFor(() => expect(largest.value).toBe('5'));
    expect(words.value).toBe('stand');
    await user.clear(words);
    await user.tab();
    await waitFor(async () => expect((await readSettings()).ignoredWords).toEqual([]));
  });
});
