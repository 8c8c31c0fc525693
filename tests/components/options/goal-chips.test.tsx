import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { GoalChips } from '../../../components/question-sets/GoalChips.tsx';
import type { Goal } from '../../../prep/records/question.ts';
import { expectAccessible } from '../../setup/components.ts';

test('a third tap counts from the first two, also when storage tells of the first meanwhile', async () => {
  const asked: Goal[][] = [];
  const done: ((stored: boolean) => void)[] = [];
  const chips = (chosen: Goal[]) => (
    <GoalChips
      label="Goals"
      chosen={chosen}
      onChange={(goals) => {
        asked.push(goals);
        return new Promise((resolve) => done.push(resolve));
      }}
    />
  );
  const { container, rerender } = render(chips([]));
  const all = screen.getAllByRole('button');
  const pressed = () => all.map((chip) => chip.getAttribute('aria-pressed') === 'true');
  fireEvent.click(all[0]!);
  fireEvent.click(all[1]!);
  rerender(chips(asked[0]!));
  await act(async () => done[0]?.(true));
  expect(pressed().slice(0, 3)).toEqual([true, true, false]);
  fireEvent.click(all[2]!);
  expect(asked[2]).toHaveLength(3);
  await act(async () => done[1]?.(true));
  await act(async () => done[2]?.(true));
  // Written: from here on storage is right, whatever another window makes of it.
  rerender(chips(asked[2]!));
  expect(pressed().slice(0, 3)).toEqual([true, true, true]);
  rerender(chips([]));
  expect(pressed().slice(0, 3)).toEqual([false, false, false]);
  await expectAccessible(container);
});
