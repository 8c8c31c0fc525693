import { useState } from 'preact/hooks';
import { defaultGoal } from '../../prep/default-goal.ts';
import type { SetWithQuestions } from '../../prep/question-import.ts';
import type { Person } from '../../prep/records/person.ts';
import { suggestQuestions } from '../../prep/suggest.ts';
import { readPersonAskings } from '../../storage/askings.ts';
import { listPeople } from '../../storage/people.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { trustText } from '../ui/scale-words.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './preview.module.css';

/** What this set alone would suggest for a peer, at the peer's trust and goal, without what was asked lately. */
export function Preview({ set }: { set: SetWithQuestions }) {
  const [id, setId] = useState<string>();
  const live = useLive(async () => {
    const people = (await listPeople()).filter((person) => !person.archivedAt);
    const person = people.find((one) => one.id === id) ?? people[0];
    return { people, person, askings: person ? await readPersonAskings(person.id) : [] };
  }, [id]);
  return (
    <section class={styles.preview} aria-labelledby="set-preview">
      <Ready live={live}>
        {({ people, person, askings }) =>
          person ? (
            <>
              <div class="row">
                <h3 class="grow" id="set-preview">
                  {t('setsPreview')}
                </h3>
                <Choice
                  class="btn small"
                  label={t('setsPreviewFor', person.name)}
                  value={person.id}
                  options={people.map((one) => ({ value: one.id, text: one.name }))}
                  onChoose={setId}
                >
                  <bdi>{person.name}</bdi>
                  <Icon name="down" size={12} />
                </Choice>
              </div>
              <Suggestions set={set} person={person} askings={askings} />
            </>
          ) : (
            <>
              <h3 id="set-preview">{t('setsPreviewNobody')}</h3>
              <p class="meta">
                <a href="#people">{t('setsPreviewAdd')}</a>
              </p>
            </>
          )
        }
      </Ready>
    </section>
  );
}

const LEVELS = { easy: 'setsEasy', central: 'setsCentral', deeper: 'setsDeeper' } as const;

type Askings = Parameters<typeof suggestQuestions>[0]['askings'];

function Suggestions({ set, person, askings }: { set: SetWithQuestions; person: Person; askings: Askings }) {
  const found = suggestQuestions({
    sets: [set],
    questions: set.questions,
    askings,
    goal: defaultGoal(person.trust, 0, person.goal ?? set.goals[0] ?? null),
    trust: person.trust,
    now: new Date().toISOString(),
    meetingId: 'preview',
    sameManager: person.connections.includes('same-manager'),
    values: { team: person.team },
  });
  if (!set.on) return <p class="meta">{t('setsPreviewOff')}</p>;
  if (found.length === 0)
    return <p class="meta">{t('setsPreviewNone', person.name, trustText(person.trust))}</p>;
  return (
    <ol aria-labelledby="set-preview">
      {found.map(({ question, text, level }) => (
        <li key={question.id}>
          <span class="meta">{t(LEVELS[level])}</span>
          <span dir="auto">{text}</span>
        </li>
      ))}
    </ol>
  );
}
