import { render } from 'preact';
import { CapturePopup } from '../../components/capture/CapturePopup.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ownWindowId } from '../../storage/current-event.ts';
import { openDatabase } from '../../storage/db.ts';
import { t } from '../../storage/words.ts';

/**
 * Draws the popup around the box that came with the page, in which somebody may be typing: it stays the same element, with
 * its cursor and its undo. Nothing is waited for: people, the inbox and the reader of dates come after the first paint.
 * `lock`: whether there is one.
 */
export function start(app: Element, lock: Promise<boolean>): void {
  const box = document.querySelector<HTMLTextAreaElement>('#early');
  const early = box ? { text: box.value, caret: box.selectionStart } : undefined;
  const draw = (windowId: number | undefined) =>
    render(
      <ErrorBoundary>
        <CapturePopup windowId={windowId} early={early} onClose={() => window.close()} />
      </ErrorBoundary>,
      app,
    );
  document.title = t('optionsTitle', t('captureTitle'));
  draw(undefined);
  void ownWindowId().then(draw);
  // Says so when the database does not open; a query alone would wait for ever.
  void openDatabase(lock);
}
