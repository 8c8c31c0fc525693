import { act, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { BriefPage } from '../../../components/panel/BriefPage.tsx';
import { Panel } from '../../../components/panel/Panel.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import {
  type CurrentEvent,
  closeCurrentEvent,
  onCurrentEvent,
  readCurrentEvent,
  writeCurrentEvent,
} from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, openPanel, PEDRO, STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const name = (who: string) => screen.findByRole('heading', { level: 1, name: who });
const ana = () =>
  current({ event: atTwo({ key: 'ana diane@example.com', title: 'Ana / Diane' }), personIds: [ANA] });

describe('following the calendar', () => {
  /** The panel as its page wires it, over the session storage of window 1. */
  async function wired() {
    const user = userEvent.setup();
    const view = render(
      <Panel
        current={await readCurrentEvent(1)}
        onCurrent={(listener, signal) => onCurrentEvent(1, listener, signal)}
      />,
    );
    return { ...view, user };
  }

  test('a newer event replaces the brief, one that is closed does not', async () => {
    await writeCurrentEvent(1, current());
    const { container } = await wired();
    await name('Steve Tan');
    await closeCurrentEvent(1, atTwo().key);
    await act(() => new Promise((done) => setTimeout(done, 30)));
    await name('Steve Tan');
    await writeCurrentEvent(1, ana());
    await name('Ana Lima');
    await closeCurrentEvent(1, atTwo().key);
    await expectAccessible(container);
    await name('Ana Lima');
    expect(await readCurrentEvent(1)).toMatchObject({ open: true });
  });

  test('another window’s event is not this one’s', async () => {
    await writeCurrentEvent(1, current());
    const { container } = await wired();
    await name('Steve Tan');
    await writeCurrentEvent(2, ana());
    await act(() => new Promise((done) => setTimeout(done, 30)));
    await name('Steve Tan');
    await expectAccessible(container);
  });

  test('an event chosen while the panel was still loading is not missed', async () => {
    const early = await readCurrentEvent(1);
    await writeCurrentEvent(1, current());
    const { container } = render(
      <Panel current={early} onCurrent={(listener, signal) => onCurrentEvent(1, listener, signal)} />,
    );
    await name('Steve Tan');
    await expectAccessible(container);
  });

  test('one that was closed before the panel heard of it does not replace the brief', async () => {
    const { follow, container } = await openPanel();
    follow({ ...ana(), open: false });
    await act(() => new Promise((done) => setTimeout(done, 30)));
    await name('Steve Tan');
    await expectAccessible(container);
  });

  test('the same event again leaves the brief as it is, other people in it do not', async () => {
    const { follow, container } = await openPanel();
    const field = screen.getByRole('textbox', { name: /^Before/ });
    follow(current());
    await act(() => new Promise((done) => setTimeout(done, 30)));
    expect(screen.getByRole('textbox', { name: /^Before/ })).toBe(field);
    follow(current({ personIds: [STEVE, PEDRO] }));
    await name('Steve Tan and Pedro Costa');
    await expectAccessible(container);
  });

  test('told again of what stands open, as when people have changed, it stays on Today', async () => {
    const standing = current();
    await writeCurrentEvent(1, standing);
    const { user, container } = await wired();
    await name('Steve Tan');
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await screen.findByRole('heading', { name: /^Promises due/ });
    await writeCurrentEvent(1, { ...standing, personIds: [STEVE, PEDRO] });
    await act(() => new Promise((done) => setTimeout(done, 30)));
    screen.getByRole('heading', { name: /^Promises due/ });
    await writeCurrentEvent(1, { ...ana(), at: new Date(Date.parse(standing.at) + 1).toISOString() });
    await name('Ana Lima');
    await expectAccessible(container);
  });

  test('after Back it stays on Today until an event is opened', async () => {
    await writeCurrentEvent(1, current());
    const { user, container } = await wired();
    await name('Steve Tan');
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await screen.findByRole('heading', { name: /^Promises due/ });
    await closeCurrentEvent(1, atTwo().key);
    await act(() => new Promise((done) => setTimeout(done, 30)));
    screen.getByRole('heading', { name: /^Promises due/ });
    await writeCurrentEvent(1, current({ at: new Date(Date.now() + 1).toISOString() }));
    await name('Steve Tan');
    await expectAccessible(container);
  });
});

describe('the meeting that a brief is of', () => {
  test('is kept as prepared once its brief is opened, and only once', async () => {
    const first = await openPanel();
    await waitFor(async () =>
      expect(await db.meetings.where('eventKey').equals(atTwo().key).toArray()).toMatchObject([
        { source: 'prepared', personIds: [STEVE], title: 'Diane / Steve' },
      ]),
    );
    first.unmount();
    const { container } = await openPanel();
    expect(await db.meetings.where('eventKey').equals(atTwo().key).count()).toBe(1);
    await expectAccessible(container);
  });

  test('follows what the page reads later: another guest, another time; nobody is lost by a reading in part', async () => {
    const { follow, container } = await openPanel();
    const field = screen.getByRole('textbox', { name: /^Before/ });
    const { start, end } = atTwo({ start: new Date(2026, 10, 19, 15).toISOString(), end: null });
    follow(current({ event: atTwo({ start, end }), personIds: [STEVE, PEDRO] }));
    await name('Steve Tan and Pedro Costa');
    await screen.findByText('15:00');
    follow(current({ personIds: [PEDRO] }));
    await screen.findByText('14:00');
    await name('Steve Tan and Pedro Costa');
    expect(await db.meetings.where('eventKey').equals(atTwo().key).toArray()).toMatchObject([
      { personIds: [STEVE, PEDRO], start: atTwo().start },
    ]);
    expect(field.isConnected).toBe(true);
    await expectAccessible(container);
  });

  test('that cannot be kept is said, instead of nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.meetings, 'put').mockRejectedValue(new Error('disk full'));
    const { container } = render(<Panel current={current()} onCurrent={() => {}} />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk full/);
    await expectAccessible(container);
  });

  test.each([
    ['an event whose people are gone', { kind: 'event', event: atTwo(), personIds: ['gone'] } as const],
    ['a meeting that is gone', { kind: 'meeting', meetingId: 'gone' } as const],
  ])('%s: says so, with the way back', async (_, target) => {
    const onBack = vi.fn();
    const user = userEvent.setup();
    const { container } = render(
      <ToastProvider>
        <BriefPage target={target} onBack={onBack} />
      </ToastProvider>,
    );
    await screen.findByText('This meeting’s people are no longer here. Go back to Today.'.replace('’', "'"));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Today' }));
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('people who go while it is open: the same', async () => {
    const { container } = await openPanel();
    await db.people.clear();
    await screen.findByText(/^This meeting's people are no longer here/);
    await expectAccessible(container);
  });
});

describe('the bar', () => {
  test('more leads to people, sets and options', async () => {
    const { user, container } = await openPanel();
    vi.mocked(browser.tabs.create).mockReset();
    await user.click(screen.getByRole('button', { name: /^More:/ }));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'options.html#question-sets' });
    await expectAccessible(container);
  });

  test('more takes back what a toast no longer offers, the last one first, also from Today', async () => {
    const { user, container } = await openPanel();
    const more = () => screen.getByRole('button', { name: /^More:/ });
    for (const text of [/^Kept: Send the launch/, /^Kept: Name a tester/]) {
      screen.getByRole('checkbox', { name: text }).focus();
      await user.keyboard('{Delete}');
      await waitFor(() => expect(screen.queryByRole('checkbox', { name: text })).toBeNull());
    }
    const open = () => db.actionItems.where('openFor').equals(STEVE).count();
    await waitFor(async () => expect(await open()).toBe(2));
    await user.click(more());
    await expectAccessible(container);
    await user.click(screen.getByRole('option', { name: 'Undo: Dropped: Name a tester for the beta' }));
    await waitFor(async () => expect(await open()).toBe(3));
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await screen.findByRole('heading', { name: /^Promises due/ });
    await user.click(more());
    await user.click(screen.getByRole('option', { name: 'Undo: Dropped: Send the launch calendar' }));
    await waitFor(async () => expect(await open()).toBe(4));
    await user.click(more());
    expect(screen.queryByRole('option', { name: /^Undo/ })).toBeNull();
  });

  test('Esc in the box for a thought gives the focus back to what opened it', async () => {
    const { user, container } = await openPanel();
    const button = screen.getByRole('button', { name: 'Capture a thought' });
    await user.click(button);
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await expectAccessible(container);
  });

  test('a thought is caught for the peer of the brief, and stands in it at once', async () => {
    const { user, container } = await openPanel();
    const button = screen.getByRole('button', { name: 'Capture a thought' });
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const box = await waitFor(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      expect(field.tagName).toBe('TEXTAREA');
      return field;
    });
    await expectAccessible(container);
    await user.type(box, '[[] Bring the numbers');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Bring the numbers');
    await waitFor(async () =>
      expect(await db.actionItems.filter((item) => item.text === 'Bring the numbers').first()).toMatchObject({
        personIds: [STEVE],
        owner: 'me',
      }),
    );
  });
});

test('the brief of several peers is drawn with their names from the first', async () => {
  const on = current({ personIds: [STEVE, PEDRO] });
  await keepMeeting(atTwo(), [STEVE, PEDRO], 'prepared');
  // As in a page that was just opened: no code is there yet.
  vi.resetModules();
  const opened = await import('../../../components/panel/Panel.tsx');
  const first = await opened.preload(on, 20_000);
  const { container } = render(<opened.Panel current={on} first={first} onCurrent={() => {}} />);
  screen.getByRole('heading', { level: 1, name: 'Steve Tan and Pedro Costa' });
  await expectAccessible(container);
});

test('the names of several peers come with their brief, also after that of another', async () => {
  await keepMeeting(atTwo({ key: 'two' }), [STEVE, PEDRO], 'prepared');
  vi.resetModules();
  const opened = await import('../../../components/panel/Panel.tsx');
  let follow = (_: CurrentEvent) => {};
  const listen = (listener: typeof follow) => {
    follow = listener;
  };
  const { container } = render(<opened.Panel current={ana()} onCurrent={listen} />);
  await name('Ana Lima');
  /** Whether a brief was drawn without its heading, ever. */
  let headless = false;
  const watching = new MutationObserver(() => {
    headless ||= container.querySelector('.items') !== null && container.querySelector('h1') === null;
  });
  watching.observe(container, { childList: true, subtree: true });
  follow(current({ event: atTwo({ key: 'two' }), personIds: [STEVE, PEDRO] }));
  await name('Steve Tan and Pedro Costa');
  watching.disconnect();
  expect(headless).toBe(false);
  await expectAccessible(container);
});

test('where the code of the brief cannot be had, the panel says so and what to do', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await keepMeeting(atTwo(), [STEVE], 'prepared');
  vi.resetModules();
  vi.doMock('../../../components/panel/BriefPage.tsx', () => {
    throw new Error('the extension was updated');
  });
  onTestFinished(() => vi.doUnmock('../../../components/panel/BriefPage.tsx'));
  const opened = await import('../../../components/panel/Panel.tsx');
  const first = await opened.preload(current(), 20_000);
  const { container } = render(<opened.Panel current={current()} first={first} onCurrent={() => {}} />);
  await screen.findByRole('alert');
  screen.getByRole('button', { name: 'Reload' });
  await expectAccessible(container);
});
