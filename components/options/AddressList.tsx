import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './options.module.css';

interface AddressListProps {
  addresses: readonly string[];
  /** What stands in its place while there is none. */
  none: string;
  /** What removing one is called for a screen reader. */
  removing: (address: string) => string;
  onRemove: (address: string) => void;
}

/** E-mail addresses, each of which can be taken away. */
export function AddressList({ addresses, none, removing, onRemove }: AddressListProps) {
  if (addresses.length === 0) return <p class="meta">{none}</p>;
  return (
    <ul class={styles.addresses}>
      {addresses.map((address) => (
        <li key={address}>
          <span class="grow">{address}</span>
          <button
            type="button"
            class="ib s"
            aria-label={removing(address)}
            title={t('optionsRemove')}
            onClick={() => onRemove(address)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
