import { render } from 'preact';
import { CapturePopup } from '../../components/capture/CapturePopup.tsx';
import { coverPage } from '../../components/cover/cover-page.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import './popup.css';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ownWindowId } from '../../storage/current-event.ts';
import { openDatabase } from '../../storage/db.ts';
import { t } from '../../storage/words.ts';

/*
 * Nothing is waited for: the box that came with the page has the cursor already, and what was typed into it goes
 * into the real one. People, the inbox and the reader of dates come after the first paint.
 */
const app = document.getElementById('app') ?? document.body;
// Typing goes on in the box of the page meanwhile, which holds nothing else.
await coverPage(app);
const box = document.querySelector<HTMLTextAreaElement>('#early');
const early = box ? { text: box.value, caret: box.selectionStart } : undefined;

function draw(windowId: number | undefined): void {
  render(
    <ErrorBoundary>
      <CapturePopup windowId={windowId} early={early} onClose={() => window.close()} />
    </ErrorBoundary>,
    app,
  );
}

app.replaceChildren();
document.title = t('optionsTitle', t('captureTitle'));
draw(undefined);
void ownWindowId().then(draw);
// Says so when the database does not open; a query alone would wait for ever.
void openDatabase();
