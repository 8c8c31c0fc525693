import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { InboxList } from '../capture/InboxList.tsx';

interface InboxProps {
  captures: readonly Capture[];
  people: readonly Person[];
  today: string;
}

/** On Today: the thoughts that wait for a person; nothing while none do. */
export function Inbox(props: InboxProps) {
  if (props.captures.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-inbox">
      <header>
        <h2 class="grow" id="h-inbox">
          {t('todayInbox')} <span class="n">{props.captures.length}</span>
        </h2>
      </header>
      <InboxList {...props} />
    </section>
  );
}
