import { coverPage } from '../../components/cover/cover-page.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import './popup.css';

/*
 * Little enough to run while the rest is still coming, which the page fetches ahead (wxt.config.ts). Typing goes on in
 * the box of the page meanwhile, which holds nothing else.
 */
const app = document.getElementById('app') ?? document.body;
const shown = coverPage(app);
const { start } = await import('./start.tsx');
await shown;
start(app);
