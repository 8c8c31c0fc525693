import { screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coverPage } from '../../../components/cover/cover-page.ts';
import { useSavedText } from '../../../components/ui/useSavedText.ts';
import { readCovered, setCovered } from '../../../storage/cover.ts';
import { hasLock } from '../../../storage/lock-there.ts';
import { expectAccessible } from '../../setup/components.ts';

let app: HTMLElement;
let stop: AbortController;
const save = vi.fn(async (_text: string) => {});

function Page() {
  const saved = useSavedText('', save);
  const times = useRef(0);
  times.current += 1;
  return (
    <main>
      <h1>Steve Tan</h1>
      <label>
        Note
        <textarea
          value={saved.text}
          onInput={(event) => saved.type(event.currentTarget.value)}
          onBlur={saved.flush}
        />
      </label>
    </main>
  );
}

beforeEach(() => {
  save.mockClear();
  stop = new AbortController();
  app = document.createElement('div');
  document.body.append(app);
  // As browsers have it.
  document.head.insertAdjacentHTML('beforeend', '<style>[hidden] { display: none }</style>');
  document.title = 'Steve Tan - Peerside';
  history.replaceState(null, '', '#search/steve');
});

afterEach(() => {
  stop.abort();
  render(null, app);
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname);
});

async function open() {
  await coverPage(app, hasLock(), stop.signal);
  render(<Page />, app);
}

/** What anybody can see or hear of the page. */
const shown = () => [document.title, location.href, screen.queryByRole('heading')?.textContent].join(' ');

test('F2 hides every name and text at once, in title and address too, and shows them again as they were', async () => {
  await open();
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  await user.type(field, 'half a wor');
  await user.keyboard('{F2}');
  expect(app.hidden).toBe(true);
  const again = await screen.findByRole('button', { name: 'Show again' });
  expect(shown()).not.toMatch(/steve/i);
  expect(screen.queryByRole('textbox')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(again));
  // What was being written is on its way to the disk before the pause of typing is over.
  expect(save).toHaveBeenCalledWith('half a wor', '');
  await expectAccessible(document.body);

  await user.keyboard('{F2}');
  await waitFor(() => expect(shown()).toMatch(/Steve Tan - Peerside .*#search\/steve Steve Tan/));
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('half a wor');
  await waitFor(async () => expect(await readCovered()).toBe(false));
});

test('no key but the one that lifts it reaches what lies under it', async () => {
  await open();
  const heard = vi.fn();
  addEventListener('keydown', heard, stop);
  const user = userEvent.setup();
  await user.keyboard('{F2}');
  await screen.findByRole('button', { name: 'Show again' });
  await user.keyboard('/x');
  expect(heard).not.toHaveBeenCalled();
  await user.keyboard('{F2}/');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('what opens while it lies opens covered, with nothing drawn; the button lifts it everywhere', async () => {
  await setCovered(true);
  let drawn = false;
  const opening = open().then(() => {
    drawn = true;
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Show again' }));
  await opening;
  expect(drawn).toBe(true);
  expect(screen.getByRole('heading', { name: 'Steve Tan' })).toBeDefined();
  expect(location.hash).toBe('#search/steve');
  await waitFor(async () => expect(await readCovered()).toBe(false));
});

test('nothing is drawn before it is lifted', async () => {
  await setCovered(true);
  void open();
  await screen.findByRole('button', { name: 'Show again' });
  expect(app.childElementCount).toBe(0);
  expect(shown()).not.toMatch(/steve/i);
});

test('another window lays it, and lifts it', async () => {
  await open();
  await setCovered(true);
  await screen.findByRole('button', { name: 'Show again' });
  expect(app.hidden).toBe(true);
  await setCovered(false);
  await screen.findByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show again' })).toBeNull());
});
