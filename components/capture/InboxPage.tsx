import '../rtl/arrows.css';
import { listInbox } from '../../storage/captures.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import styles from './Inbox.module.css';
import { InboxList } from './InboxList.tsx';

/** The inbox in the popup; while it is empty what it is for. */
export function InboxPage() {
  const today = localDay(useNow());
  const inbox = useLive(
    async () => ({
      captures: await listInbox(),
      people: (await listPeople()).filter((person) => !person.archivedAt),
    }),
    [],
  );
  return (
    <Ready live={inbox}>
      {({ captures, people }) => (
        <>
          {captures.length === 0 && <p class={`meta ${styles.empty}`}>{t('captureInboxEmpty')}</p>}
          {captures.length > 0 && people.length === 0 && <p class="hint">{t('captureInboxNoPeers')}</p>}
          {captures.length > 0 && <InboxList captures={captures} people={people} today={today} />}
        </>
      )}
    </Ready>
  );
}
