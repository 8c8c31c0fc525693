import { act, render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
import { expect, test, vi } from 'vitest';
import { lazy } from '../../../components/ui/lazy.tsx';
import { Loading } from '../../../components/ui/States.tsx';
import { expectAccessible } from '../../setup/components.ts';

const Here = ({ name }: { name: string }) => <main>{name} is here</main>;

test('what was fetched ahead is drawn at once, anything else when it has come', async () => {
  const Late = lazy(async () => Here);
  const { container, unmount } = render(<Late name="Late" />);
  expect(screen.queryByText('Late is here')).toBeNull();
  expect(await screen.findByText('Late is here')).toBeDefined();
  await expectAccessible(container);
  unmount();
  render(<Late name="Again" />);
  expect(screen.getByText('Again is here')).toBeDefined();
});

test('what comes between the first drawing and its effects is drawn too', async () => {
  let come = (_: typeof Here) => {};
  const code = new Promise<typeof Here>((done) => {
    come = done;
  });
  const Between = lazy(() => code);
  const fetched = Between.preload();
  // Not by the library, which runs the effects at once.
  draw(<Between name="Between" />, document.body);
  come(Here);
  await fetched;
  expect(await screen.findByText('Between is here')).toBeDefined();
  await expectAccessible(document.body);
  draw(null, document.body);
});

test('only what is waited for holds its place while it comes: all else would move what is there already', async () => {
  const never = new Promise<typeof Here>(() => {});
  const Aside = lazy(() => never);
  const Page = lazy(() => never, Loading);
  vi.useFakeTimers();
  const { container } = render(
    <>
      <Aside name="Aside" />
      <Page name="Page" />
    </>,
  );
  expect(screen.queryByRole('status')).toBeNull();
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  vi.useRealTimers();
  expect(screen.getAllByRole('status')).toHaveLength(1);
  await expectAccessible(container);
});
