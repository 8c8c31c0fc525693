import type { Person } from '../../prep/records/person.ts';
import { fileCapture, listInbox } from '../../storage/captures.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { useNow } from '../ui/useNow.ts';
import { InboxView } from './InboxView.tsx';

/** The inbox with what it holds: filing and deleting, each with undo. */
export function InboxPage() {
  const today = localDay(useNow());
  const inbox = useLive(
    async () => ({
      captures: await listInbox(),
      people: (await listPeople()).filter((person) => !person.archivedAt),
    }),
    [],
  );
  const say = useToast();
  const nameOf = (people: readonly Person[], id: string) =>
    people.find((person) => person.id === id)?.name ?? '';
  return (
    <Ready live={inbox}>
      {({ captures, people }) => (
        <InboxView
          captures={captures}
          people={people}
          today={today}
          onFile={async (capture, personId) =>
            say(t('captureFiled', nameOf(people, personId)), await fileCapture(capture.id, personId))
          }
          onDelete={async (capture) => say(t('captureDeleted'), await remove('captures', [capture.id]))}
        />
      )}
    </Ready>
  );
}
