import type { Settings } from '../../prep/records/settings.ts';
import { changeAddresses } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { AddressList } from './AddressList.tsx';
import styles from './options.module.css';
import { useWriting } from './useWriting.ts';

/** Whom the card in the calendar does not offer as a peer any more, each of whom can be offered again. */
export function NotOffered({ settings }: { settings: Settings }) {
  const write = useWriting();
  const say = useToast();
  const remove = async (address: string) => {
    if (!(await write(() => changeAddresses('notOffered', { without: address })))) return;
    document.getElementById('not-offered')?.focus();
    say(t('optionsOfferedAgain', address), () => changeAddresses('notOffered', { with: address }));
  };

  return (
    <section class={styles.block} aria-labelledby="not-offered">
      <h2 id="not-offered" tabIndex={-1}>
        {t('optionsNotOffered')}
      </h2>
      <p>{t('optionsNotOfferedHelp')}</p>
      <AddressList
        addresses={settings.notOffered}
        none={t('optionsNotOfferedNobody')}
        removing={(address) => t('optionsOfferAgain', address)}
        onRemove={(address) => void remove(address)}
      />
    </section>
  );
}
