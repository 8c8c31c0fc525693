import type { Fact } from '../../prep/records/fact.ts';
import { confirmFact } from '../../storage/facts.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';

/** What stands before the facts: where the focus goes when the question was answered and is gone. */
const before = () => document.querySelector<HTMLElement>('[name=goal]:checked');

/** Beside a fact over a year old: whether it is still true; both answers can be taken back. */
export function StillTrue({ fact }: { fact: Fact }) {
  const say = useToast();
  const attempt = useAttempt();
  const answers = {
    yes: async () => say(t('briefConfirmed'), await confirmFact(fact.id)),
    no: async () => say(t('briefForgotten', fact.text), await remove('facts', [fact.id])),
  };
  return (
    <Choice
      class="link"
      label={t('briefStillTrueOf', fact.text)}
      options={[
        { value: 'yes', text: t('briefYesStill') },
        { value: 'no', text: t('briefNoLonger') },
      ]}
      onChoose={(answer) => {
        keepFocus(before);
        attempt(answers[answer]);
      }}
    >
      {t('briefStillTrue')}
    </Choice>
  );
}
