import { options, render } from 'preact';
import { Panel, preload } from '../../components/panel/Panel.tsx';
import { readyDates } from '../../components/panel/ready-dates.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { onFirstPaint } from '../../components/ui/first-paint.ts';
import { onceSettled } from '../../components/ui/once-settled.ts';
import { type OwnCurrentEvent, onCurrentEvent } from '../../storage/current-event.ts';
import { openDatabase } from '../../storage/db.ts';
import { localDay } from '../../storage/record.ts';

/**
 * Draws the panel for the event of its window, as soon as that is known and the page may be seen: `shown`. `lock`: whether there is
 * one.
 */
export async function start(
  here: Promise<OwnCurrentEvent>,
  app: Element,
  lock: Promise<boolean>,
  shown: Promise<void>,
): Promise<void> {
  // The browser opens it while it answers all of these.
  void openDatabase(lock, shown);
  readyDates(localDay(new Date()));
  await shown;
  const { windowId, current } = await here;
  const first = await preload(current);
  // What comes after a drawing waits until the first one is on the screen: it would take its time.
  options.requestAnimationFrame = (effects) =>
    onFirstPaint(() => {
      delete options.requestAnimationFrame;
      effects();
    });
  render(
    <ErrorBoundary>
      <Panel
        current={current}
        first={first}
        onCurrent={(listener, signal) => onCurrentEvent(windowId, listener, signal)}
      />
    </ErrorBoundary>,
    app,
  );
  onceSettled(async () => {
    const { guardData } = await import('../../storage/safeguard.ts');
    await guardData();
  });
}
