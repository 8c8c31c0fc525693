import type { RecapLine } from '../../prep/recap.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { dayWords } from './words.ts';

/** The recap as text to copy, a line each. `me`: the user's own first name; empty: "Me". */
export function recapText(lines: readonly RecapLine[], people: readonly Person[], me: string): string {
  return lines.map((line) => lineText(line, people, me)).join('\n');
}

function lineText(line: RecapLine, people: readonly Person[], me: string): string {
  switch (line.kind) {
    case 'agreed':
      return t('recapAgreed', line.text);
    case 'again':
      return t('recapAgain', dayWords(line.day));
    case 'sleep-on-it':
      return t('recapSleep');
    case 'promise': {
      const who = whoText(line, people, me);
      return line.due
        ? t('recapPromiseBy', who, line.text, dayWords(line.due))
        : t('recapPromise', who, line.text);
    }
    case 'next':
      return t('recapNext', dayWords(line.day));
  }
}

function whoText(
  { owner, personIds }: Extract<RecapLine, { kind: 'promise' }>,
  people: readonly Person[],
  me: string,
): string {
  const names = people.filter(({ id }) => personIds.includes(id)).map(({ name }) => firstName(name));
  const own = me || t('recapMe');
  if (owner === 'me') return own;
  return namesText(owner === 'both' ? [own, ...names] : names);
}
