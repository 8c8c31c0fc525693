import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { coverPage } from '../../components/cover/cover-page.ts';
import { pageRoot } from '../../components/ui/page-root.ts';
import { readOwnCurrentEvent } from '../../storage/current-event.ts';
import { hasLock } from '../../storage/lock-there.ts';

/*
 * Little enough to run while the rest is still coming, which the page fetches ahead (scripts/build): when that is
 * there the event is known, and the code of the view that it opens on is under way.
 */
const here = readOwnCurrentEvent();
// Its answer is not needed: the browser readies its storage for it while the code that opens the database is still coming.
void (async () => indexedDB.databases())().catch(() => {});
void here.then(async ({ current }) => {
  if (current) await import('../../components/panel/BriefPage.tsx');
  else await import('../../components/panel/TodayPage.tsx');
});
const app = await pageRoot();
const lock = hasLock();
const shown = coverPage(app, lock);
const { start } = await import('./start.tsx');
await start(here, app, lock, shown);
