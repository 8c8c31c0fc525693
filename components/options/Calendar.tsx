import { useState } from 'preact/hooks';
import { readAddress } from '../../prep/address.ts';
import type { Settings } from '../../prep/records/settings.ts';
import { listPeople } from '../../storage/people.ts';
import { changeAddresses, changeSettings, readSettings } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { AccessNotice } from '../access/AccessNotice.tsx';
import { useKeptLine } from '../drafts/useKeptLine.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { useReaderReport } from '../ui/useReaderReport.ts';
import { useSavedText } from '../ui/useSavedText.ts';
import { AddressList } from './AddressList.tsx';
import { Counting } from './Counting.tsx';
import { NotOffered } from './NotOffered.tsx';
import styles from './options.module.css';
import { ReaderReport } from './ReaderReport.tsx';
import { useWriting } from './useWriting.ts';

/** The section of the options: whose calendar it is, and what Peerside shows in it. */
export function Calendar() {
  const live = useLive(readSettings, []);
  const report = useReaderReport();
  return (
    <>
      <header>
        <h1 id="title" tabIndex={-1}>
          {t('optionsCalendar')}
        </h1>
      </header>
      <AccessNotice />
      <Ready live={live}>
        {(settings) => (
          <>
            <OwnName name={settings.ownName} />
            <OwnAddresses settings={settings} />
            <Counting settings={settings} />
            <Marks on={settings.marks} />
            <NotOffered settings={settings} />
            <ReaderReport report={report} />
          </>
        )}
      </Ready>
    </>
  );
}

function OwnName({ name }: { name: string }) {
  const { text, type, flush, state } = useSavedText(name, (ownName) =>
    changeSettings({ ownName: ownName.trim() }),
  );
  return (
    <section class={styles.block} aria-labelledby="own-name">
      <h2 id="own-name">{t('optionsOwnName')}</h2>
      <p id="own-name-hint">{t('optionsOwnNameHelp')}</p>
      <form class={styles.add} onSubmit={(event) => event.preventDefault()}>
        <input
          class="field"
          type="text"
          dir="auto"
          aria-labelledby="own-name"
          aria-describedby="own-name-hint"
          autocomplete="name"
          maxLength={1_000}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={flush}
        />
      </form>
      {state === 'failed' && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('optionsNotSaved')}
        </p>
      )}
    </section>
  );
}

const DRAFT = 'own-address';

function OwnAddresses({ settings }: { settings: Settings }) {
  const { text, latest, type, flush } = useKeptLine(DRAFT, undefined, true);
  const write = useWriting();
  const [error, setError] = useState<string>();
  const say = useToast();
  const own = settings.ownEmails;

  const add = async (event: Event) => {
    event.preventDefault();
    const address = readAddress(text);
    if (!address) return setError(text.trim() === '' ? t('optionsAddressNeeded') : t('optionsNotAnAddress'));
    if (own.includes(address)) return setError(t('optionsAddressThere'));
    const holder = (await listPeople()).find((person) => person.emails.includes(address));
    if (holder) return setError(t('optionsAddressOf', holder.name));
    if (!(await write(() => changeAddresses('ownEmails', { with: address })))) return;
    setError(undefined);
    // Typed while it was written: the next one.
    if (latest.current !== text) return;
    type('');
    flush();
  };
  const remove = async (address: string) => {
    if (!(await write(() => changeAddresses('ownEmails', { without: address })))) return;
    document.getElementById(DRAFT)?.focus();
    say(t('optionsAddressRemoved', address), () => changeAddresses('ownEmails', { with: address }));
  };

  return (
    <section class={styles.block} aria-labelledby="own-addresses">
      <h2 id="own-addresses">{t('optionsOwnAddresses')}</h2>
      <p>{t('optionsOwnAddressesHelp')}</p>
      <AddressList
        addresses={own}
        none={t('optionsNoAddresses')}
        removing={(address) => t('optionsRemoveAddress', address)}
        onRemove={(address) => void remove(address)}
      />
      <form class={styles.add} onSubmit={add} noValidate>
        <div class="grow">
          <label class="label" for={DRAFT}>
            {t('optionsNewAddress')}
          </label>
          <input
            id={DRAFT}
            class="field"
            type="email"
            autocomplete="email"
            maxLength={320}
            value={text}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'own-address-error' : undefined}
            onInput={(event) => {
              type(event.currentTarget.value);
              setError(undefined);
            }}
            onBlur={flush}
          />
          {error && (
            <p class="error" id="own-address-error" role="alert">
              <Icon name="warning" size={14} />
              {error}
            </p>
          )}
        </div>
        <button type="submit" class={`btn ${styles.beside}`}>
          {t('optionsAdd')}
        </button>
      </form>
    </section>
  );
}

function Marks({ on }: { on: boolean }) {
  const write = useWriting();
  return (
    <section class={styles.block} aria-labelledby="marks">
      <h2 id="marks">{t('optionsMarks')}</h2>
      <p id="marks-help">{t('optionsMarksHelp')}</p>
      <label class={styles.switchRow}>
        <Switch on={on} onSwitch={(marks) => write(() => changeSettings({ marks }))} help="marks-help" />
        {t('optionsMarksSwitch')}
      </label>
    </section>
  );
}
