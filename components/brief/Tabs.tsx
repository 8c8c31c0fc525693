import type { BriefData } from '../../storage/brief.ts';
import { plural, t } from '../../storage/words.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './Tabs.module.css';

interface TabsProps {
  data: BriefData;
  /** `common` or a person's id. */
  chosen: string;
  onChoose: (tab: string) => void;
}

/** Whose brief: what is common, then each peer with how much is open; arrows move between them. */
export function Tabs({ data, chosen, onChoose }: TabsProps) {
  const tabs = [
    { id: 'common', name: t('briefCommon'), open: 0 },
    ...data.peers.map(({ person }) => ({
      id: person.id,
      name: firstName(person.name),
      open:
        data.items.filter((item) => item.personIds.includes(person.id)).length +
        data.topics.filter((topic) => topic.personIds.includes(person.id)).length,
    })),
  ];
  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    document.getElementById(`peer-tab-${next.id}`)?.focus();
  };
  return (
    <div class={styles.tabs} role="tablist" aria-label={t('briefWhoseBrief')} onKeyDown={arrows}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`peer-tab-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls="peer-panel"
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          <bdi title={tab.name}>{tab.name}</bdi>
          {tab.open > 0 && (
            <>
              <span class={styles.n} aria-hidden="true">
                {tab.open}
              </span>
              <span class="vh">, {plural('briefOpen', tab.open)}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
