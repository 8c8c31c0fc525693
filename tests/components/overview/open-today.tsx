import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { Panel } from '../../../components/panel/Panel.tsx';

/** The panel with no event chosen, drawn. */
export function openToday() {
  const user = userEvent.setup();
  return { ...render(<Panel current={undefined} onCurrent={() => {}} />), user };
}
