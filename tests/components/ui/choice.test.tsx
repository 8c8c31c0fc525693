import { fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Choice } from '../../../components/ui/Choice.tsx';
import { expectAccessible } from '../../setup/components.ts';

const NAMES = ['Ana Lima', 'Ana Roth', 'Émile', 'Pedro Costa', 'שרה'];

function show(value?: string) {
  const onChoose = vi.fn();
  const user = userEvent.setup();
  const view = render(
    <main>
      <Choice
        label="File"
        value={value}
        options={NAMES.map((text) => ({ value: text, text }))}
        onChoose={onChoose}
      >
        File
      </Choice>
      <button type="button">Another</button>
    </main>,
  );
  const button = screen.getByRole('button', { name: 'File' });
  const active = () => {
    const list = screen.getByRole('listbox');
    return document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent;
  };
  return { ...view, user, button, active, onChoose };
}

test('opens at the value, the list has the focus and names its active option', async () => {
  const { user, button, active, container } = show('Pedro Costa');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  // The first list of a page may still be fetched.
  const list = await screen.findByRole('listbox', { name: 'File' });
  expect(document.activeElement).toBe(list);
  expect(active()).toBe('Pedro Costa');
  expect(screen.getAllByRole('option', { selected: true }).map((one) => one.textContent)).toEqual([
    'Pedro Costa',
  ]);
  await expectAccessible(container);
});

test.each([
  ['{ArrowDown}', 'Ana Roth'],
  ['{ArrowUp}', 'Ana Lima'],
  ['{End}', 'שרה'],
  ['{End}{ArrowDown}', 'שרה'],
  ['{End}{Home}', 'Ana Lima'],
  ['p', 'Pedro Costa'],
  ['a', 'Ana Roth'],
  ['aa', 'Ana Lima'],
  ['ana r', 'Ana Roth'],
  ['É', 'Émile'],
  ['x', 'Ana Lima'],
])('%s leads to %s', async (keys, name) => {
  const { user, button, active, container } = show();
  await user.click(button);
  await user.keyboard(keys);
  expect(active()).toBe(name);
  await expectAccessible(container);
});

test('a pause begins a new word', async () => {
  const { user, button, active, container } = show();
  await user.click(button);
  await user.keyboard('p');
  await new Promise((done) => setTimeout(done, 850));
  await user.keyboard('a');
  expect(active()).toBe('Ana Lima');
  await expectAccessible(container);
});

test.each(['{Enter}', ' '])('%j chooses, and the focus goes back', async (key) => {
  const { user, button, onChoose, container } = show();
  button.focus();
  await user.keyboard('{Enter}');
  await user.keyboard(`{ArrowDown}${key}`);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Roth');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(button);
  await expectAccessible(container);
});

test('Esc closes and gives the focus back, and is heard by nothing else', async () => {
  const { user, button, onChoose, container } = show();
  const outer = vi.fn();
  container.addEventListener('keydown', outer);
  await user.click(button);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(onChoose).not.toHaveBeenCalled();
  expect(outer).not.toHaveBeenCalled();
  await expectAccessible(container);
});

test('a pointer chooses, or closes it by pressing elsewhere, where the focus stays', async () => {
  const { user, button, onChoose, container } = show();
  await user.click(button);
  await user.click(screen.getByRole('option', { name: 'Pedro Costa' }));
  expect(onChoose).toHaveBeenCalledWith('Pedro Costa');
  await user.click(button);
  await user.click(screen.getByRole('button', { name: 'Another' }));
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Another' }));
  await user.click(button);
  await user.click(button);
  expect(screen.queryByRole('listbox')).toBeNull();
  await expectAccessible(container);
});

test('Tab goes on, and the keys of browser and page stay theirs', async () => {
  const { user, button, container } = show();
  await user.click(button);
  const list = screen.getByRole('listbox');
  for (const key of [
    { key: 'r', ctrlKey: true },
    { key: 'F6' },
    { key: 'F5' },
    { key: 'l', metaKey: true },
  ]) {
    expect(fireEvent.keyDown(list, key)).toBe(true);
  }
  expect(screen.queryByRole('listbox')).not.toBeNull();
  await user.keyboard('{Tab}');
  expect(screen.queryByRole('listbox')).toBeNull();
  await expectAccessible(container);
});

test.each([
  ['at the foot, upwards', { button: 700, list: 732 }, 'auto'],
  ['with room below, downwards', { button: 300, list: 332 }, ''],
  ['without room above either, downwards', { button: 100, list: 732 }, ''],
])('a list opens %s', async (_, at, top) => {
  const { user, button } = show();
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return this.role === 'listbox' ? new DOMRect(0, at.list, 200, 160) : new DOMRect(0, at.button, 80, 28);
  });
  await user.click(button);
  expect(screen.getByRole('listbox').style.top).toBe(top);
  vi.restoreAllMocks();
});
