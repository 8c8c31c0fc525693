import { render } from 'preact';
import { Panel, preload } from '../../components/panel/Panel.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { onCurrentEvent, readOwnCurrentEvent } from '../../storage/current-event.ts';
import { openDatabase } from '../../storage/db.ts';

// While the window's id and its event are asked for, the database opens.
void openDatabase();
const { windowId, current } = await readOwnCurrentEvent();
const first = await preload(current);

render(
  <ErrorBoundary>
    <Panel
      current={current}
      first={first}
      onCurrent={(listener, signal) => onCurrentEvent(windowId, listener, signal)}
    />
  </ErrorBoundary>,
  document.getElementById('app') ?? document.body,
);
