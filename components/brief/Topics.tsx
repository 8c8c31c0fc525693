import type { Topic } from '../../prep/records/topic.ts';
import { plural, t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

const AddTopic = lazy(async () => (await import('./AddTopic.tsx')).AddTopic, Loading);

interface TopicsProps {
  heading?: string;
  /** In order; closed ones only when they were closed in this view. */
  topics: Topic[];
  /** How often each was raised before this meeting. */
  raised: (topic: Topic) => number;
  /** Where a line that was begun is kept. */
  draft: string;
  onAdd: (text: string) => Promise<void>;
  /** Says by itself when something could not be stored; new words reject then, so that they stay in their field. */
  onChange: (topic: Topic, change: Partial<Pick<Topic, 'text' | 'state'>>) => Promise<void>;
}

/** What to raise: carried until covered; what was raised often says so. */
export function Topics({ heading, topics, raised, draft, onAdd, onChange }: TopicsProps) {
  return (
    <Section
      heading={heading ?? t('briefToRaise')}
      count={topics.filter((topic) => topic.state === 'open').length}
      addLabel={t('briefAddTopic')}
      empty={topics.length > 0 ? t('briefTopicsAllCovered') : t('briefNoTopics')}
      draft={draft}
      renderAdd={(adding) => <AddTopic adding={adding} onAdd={onAdd} />}
    >
      <ul class="items">
        {topics.map((topic) => {
          const times = raised(topic);
          return (
            <Row
              key={topic.id}
              of={{ table: 'topics', id: topic.id }}
              margin={
                times > 1 ? (
                  <span class="late" title={plural('briefRaised', times)}>
                    <span aria-hidden="true">{plural('briefTimes', times)}</span>
                    <span class="vh">{plural('briefRaised', times)}</span>
                  </span>
                ) : times === 1 ? (
                  t('briefCarried')
                ) : (
                  t('briefNew')
                )
              }
              text={topic.text}
              tickLabel={t('briefCovered', topic.text)}
              done={topic.state === 'covered'}
              onTick={(covered) => onChange(topic, { state: covered ? 'covered' : 'open' })}
              onEdit={(text) => onChange(topic, { text })}
              onDrop={() => onChange(topic, { state: 'dropped' })}
            />
          );
        })}
      </ul>
    </Section>
  );
}
