import { fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DateButton } from '../../../components/close-out/DateButton.tsx';
import { expectAccessible } from '../../setup/components.ts';

function open(props: Partial<Parameters<typeof DateButton>[0]> = {}) {
  const onChange = vi.fn();
  const view = render(
    <main>
      <DateButton label="When was it?" value="2026-11-19" max="2026-11-19" onChange={onChange} {...props} />
      <button type="button">Elsewhere</button>
    </main>,
  );
  return { ...view, onChange, user: userEvent.setup() };
}

async function field(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: /^When was it\?/ }));
  return screen.getByLabelText<HTMLInputElement>('When was it?: choose a day');
}
const type = (input: HTMLInputElement, value: string) => fireEvent.input(input, { target: { value } });

test('a day is told once, when its field is left, however many keys it took', async () => {
  const { onChange, user } = open();
  const input = await field(user);
  // As a browser has it while a year is typed.
  for (const value of ['0002-11-17', '0020-11-17', '0202-11-17', '2026-11-17']) {
    type(input, value);
    fireEvent.change(input);
  }
  expect(onChange).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(onChange.mock.calls).toEqual([['2026-11-17']]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Elsewhere' }));
});

test('it is told also when the field goes away with the page around it', async () => {
  const { onChange, user, unmount } = open();
  type(await field(user), '2026-11-17');
  unmount();
  expect(onChange.mock.calls).toEqual([['2026-11-17']]);
});

test.each([
  ['0020-11-17', {}, /^That is no whole day\./],
  ['2026-11-20', {}, 'Choose Thursday, 19 November 2026 or an earlier day.'],
  ['2026-11-18', { min: '2026-11-19' }, 'Choose Thursday, 19 November 2026 or a later day.'],
  ['', { needed: true }, /^A day is needed\./],
])(
  '%s %o is no day to take: it stays, says what is wrong, and changes nothing',
  async (value, props, said) => {
    const { onChange, user, container } = open(props);
    const input = await field(user);
    type(input, value);
    await user.keyboard('{Enter}');
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(said);
    expect(input.getAttribute('aria-describedby')).toBe(alert.id);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(screen.getByRole('alert')).toBe(alert);
    type(input, '2026-11-19');
    expect(screen.queryByRole('alert')).toBeNull();
    input.focus();
    await user.keyboard('{Escape}');
    expect(onChange).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('19 Nov');
  },
);

test('half a day, as the browser tells it, is no day', async () => {
  const { onChange, user } = open();
  const input = await field(user);
  type(input, '');
  Object.defineProperty(input, 'validity', { value: { badInput: true } });
  await user.keyboard('{Enter}');
  expect(screen.getByRole('alert').textContent).toMatch(/^That is no whole day\./);
  expect(onChange).not.toHaveBeenCalled();
});

test('an emptied field takes the day away, where there may be none', async () => {
  const { onChange, user } = open();
  type(await field(user), '');
  await user.keyboard('{Enter}');
  expect(onChange.mock.calls).toEqual([[null]]);
});
