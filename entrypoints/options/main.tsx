import { render } from 'preact';
import { coverPage } from '../../components/cover/cover-page.ts';
import { Options } from '../../components/options/Options.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/more-icons.ts';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { openDatabase } from '../../storage/db.ts';
import { hasLock } from '../../storage/lock-there.ts';
import { guardData } from '../../storage/safeguard.ts';

const app = document.getElementById('app') ?? document.body;
const lock = hasLock();
await coverPage(app, lock);
void openDatabase(lock);
void guardData().catch(console.error);
render(
  <ErrorBoundary>
    <Options />
  </ErrorBoundary>,
  app,
);
