import { useEffect, useRef } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { addPerson, personDraft } from '../../storage/people.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';

/** Makes a peer of a name, with the way back. Asked for twice before `people` has the first, a peer is made once. */
export function useNewPeer(people: readonly Person[]): (name: string) => Promise<Person> {
  const say = useToast();
  const making = useRef(new Map<string, Promise<Person>>()).current;
  useEffect(() => making.clear(), [people]);
  const make = async (name: string) => {
    const person = await addPerson(personDraft(name.slice(0, 200)));
    say(t('captureAdded', person.name), async () => void (await remove('people', [person.id])));
    return person;
  };
  return (name) => {
    const made = making.get(name) ?? make(name);
    making.set(name, made);
    made.catch(() => making.delete(name));
    return made;
  };
}
