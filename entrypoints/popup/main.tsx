import { coverPage } from '../../components/cover/cover-page.ts';
import { nextFrame } from '../../components/ui/next-frame.ts';
import { pageRoot } from '../../components/ui/page-root.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { hasLock } from '../../storage/lock-there.ts';
import './popup.css';

/*
 * Little enough to be there before the first frame, which shows the box of the page with the cursor in it. What is
 * drawn around it comes meanwhile.
 */
const app = await pageRoot();
// The page's own way to focus it waits for a frame more.
app.querySelector<HTMLElement>('#early')?.focus();
const lock = hasLock();
const shown = coverPage(app, lock);
// The box first: the browser shows a popup when all that it has asked for is there.
await nextFrame();
const { start } = await import('./start.tsx');
await shown;
start(app, lock);
