import { connection as connections } from '../../prep/records/person.ts';
import { trust as levels } from '../../prep/records/question.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { trustText } from '../ui/scale-words.ts';
import type { Fields } from './fields.ts';
import { connectionText } from './words.ts';

interface RelationProps {
  fields: Pick<Fields, 'connections' | 'trust'>;
  onChange: (change: Partial<Pick<Fields, 'connections' | 'trust'>>) => void;
}

/** How the two of you connect, as many ways as there are, and how far trust goes. */
export function Relation({ fields, onChange }: RelationProps) {
  const has = (one: Fields['connections'][number]) => fields.connections.includes(one);
  return (
    <>
      <fieldset>
        <legend class="label">{t('peopleConnect')}</legend>
        <div class="chips">
          {connections.options.map((one) => (
            <label key={one} class="chip">
              <input
                type="checkbox"
                checked={has(one)}
                onChange={() =>
                  onChange({
                    connections: connections.options.filter((other) => (other === one) !== has(other)),
                  })
                }
              />
              {connectionText(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend class="label">
          {t('peopleTrust')} <Icon name="private" size={12} /> {t('peopleOnlyYou')}
        </legend>
        <div class="seg">
          {levels.options.map((level) => (
            <label key={level}>
              <input
                type="radio"
                name="person-trust"
                checked={fields.trust === level}
                onChange={() => onChange({ trust: level })}
              />
              {trustText(level)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
