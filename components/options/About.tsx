import { useEffect, useState } from 'preact/hooks';
import { shortcuts, version } from '../../storage/about.ts';
import { t } from '../../storage/words.ts';
import styles from './options.module.css';

const permissions = [
  ['optionsPermCalendar', 'optionsPermCalendarWhy'],
  ['optionsPermPanel', 'optionsPermPanelWhy'],
  ['optionsPermMenu', 'optionsPermMenuWhy'],
  ['optionsPermStorage', 'optionsPermStorageWhy'],
] as const;

const stays = ['optionsStaysHere', 'optionsStaysPage', 'optionsStaysGone', 'optionsStaysNobody'] as const;

const privacy = ['cover_privateWindows', 'cover_privateHistory', 'cover_managed'] as const;

const pageKeys = [
  ['F2', 'cover_key'],
  ['Alt+↑ Alt+↓', 'optionsKeyMove'],
  ['F6', 'optionsKeyUndo'],
  ['Ctrl/⌘+Enter', 'optionsKeyCapture'],
] as const;

const commandWords: Record<string, string> = {
  _execute_action: t('optionsKeyPopup'),
  'open-panel': t('commandOpenPanel'),
  cover: t('cover_command'),
  _execute_sidebar_action: t('commandOpenPanel'),
};

/** The section of the options: what this is, what it may do and why, and the keys. */
export function About() {
  const [keys, setKeys] = useState<{ name: string; key: string }[]>([]);
  useEffect(() => {
    shortcuts().then(setKeys, console.error);
  }, []);
  return (
    <>
      <header>
        <h1 id="title" tabIndex={-1}>
          {t('optionsAbout')}
        </h1>
      </header>
      <section class={styles.block} aria-labelledby="version">
        <h2 id="version">{t('optionsVersion', version())}</h2>
        <p>{t('optionsWhat')}</p>
      </section>
      <section class={styles.block} aria-labelledby="permissions">
        <h2 id="permissions">{t('optionsPermissions')}</h2>
        <dl class={styles.facts}>
          {permissions.map(([what, why]) => (
            <div key={what} class={styles.pair}>
              <dt>{t(what)}</dt>
              <dd>{t(why)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class={styles.block} aria-labelledby="stays">
        <h2 id="stays">{t('optionsStays')}</h2>
        <ul class={styles.plainList}>
          {stays.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ul>
      </section>
      <section class={styles.block} aria-labelledby="private">
        <h2 id="private">{t('cover_private')}</h2>
        <ul class={styles.plainList}>
          {privacy.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ul>
      </section>
      <section class={styles.block} aria-labelledby="keys">
        <h2 id="keys">{t('optionsKeys')}</h2>
        <dl class={styles.facts}>
          {keys.map(({ name, key }) => (
            <div key={name} class={styles.pair}>
              <dt>{key ? <kbd>{key}</kbd> : t('optionsNoKey')}</dt>
              <dd>{commandWords[name] ?? name}</dd>
            </div>
          ))}
          {pageKeys.map(([key, word]) => (
            <div key={word} class={styles.pair}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        {keys.some(({ key }) => key === '') && (
          <p>{t(import.meta.env.FIREFOX ? 'optionsKeysSetFirefox' : 'optionsKeysSetChrome')}</p>
        )}
        <p class="hint">{t('optionsKeysChange')}</p>
      </section>
    </>
  );
}
