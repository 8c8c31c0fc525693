import { ago, listOf } from '../../../prep/relative.ts';
import type { Card } from '../../../storage/messages.ts';
import { locale, plural, t } from '../../../storage/words.ts';
import { el, svg } from './dom.ts';
import { halves } from './halves.ts';

/** What a press of one of the card's buttons asks for: a message, and what the card adds to its body. */
export type Action =
  | { name: 'prepare' | 'ask'; body?: undefined }
  | { name: 'choose'; body: { personId: string } }
  | { name: 'add'; body: { email: string; name: string } }
  | { name: 'dismiss'; body: { email: string } };

/** The card's content, and what each button does. */
export interface Content {
  section: HTMLElement;
  /** Where it stands and how it looks, as last written: in the root, as the page may read and write the host's. */
  css?: string;
  actions: Map<Element, Action>;
}

const CROSS = 'm4 4 8 8M12 4l-8 8';

/** Today by the computer's clock, YYYY-MM-DD: as Swedish writes it. */
const today = () => new Date().toLocaleDateString('sv');

function met({ lastMet, openPromises }: Extract<Card, { kind: 'peers' }>): string {
  const when = lastMet && ago(lastMet, today(), locale());
  if (when) return openPromises > 0 ? plural('cardMetOpen', openPromises, when) : t('cardMet', when);
  return openPromises > 0 ? plural('cardFirstOpen', openPromises) : t('cardFirst');
}

/** The first name that several candidates share, for the question; undefined when they share none. */
function sharedName(names: readonly string[]): string | undefined {
  const [first, ...others] = new Set(names.map((name) => name.split(' ')[0]));
  return names[1] && others.length === 0 ? first : undefined;
}

/** Draws a card; undefined for one that has nothing to say. */
export function cardContent(card: Card): Content | undefined {
  if (card.kind === 'none') return undefined;
  const actions = new Map<Element, Action>();
  const button = (action: Action, attributes: Record<string, string>, ...inner: (Node | string)[]) => {
    const made = el('button', { type: 'button', ...attributes }, ...inner);
    actions.set(made, action);
    return made;
  };
  const section = el('section', { 'aria-label': t('extensionName') }, halves(20, card.kind !== 'which'));
  const fill = (title: string, below: string, ...buttons: Node[]) =>
    section.append(
      el(
        'p',
        {},
        el('strong', { dir: 'auto', title }, title),
        el('small', { dir: 'auto', title: below }, below),
      ),
      el('div', {}, ...buttons),
      el('output'),
    );
  if (card.kind === 'peers') {
    const names = listOf(card.names, locale());
    const ask = card.chosen ? [button({ name: 'ask' }, {}, t('cardAsk', names))] : [];
    fill(names, met(card), button({ name: 'prepare' }, { class: 'primary' }, t('cardPrepare')), ...ask);
  } else if (card.kind === 'which') {
    const names = card.candidates.map(({ name }) => name);
    const shared = sharedName(names);
    fill(
      shared ? t('cardWhich', shared) : t('cardWho'),
      names[1] ? t('cardFit', names.length) : t('cardNamed'),
      ...card.candidates.map(({ id, name }) =>
        button({ name: 'choose', body: { personId: id } }, { dir: 'auto', title: name }, name),
      ),
    );
  } else {
    const { email, name } = card;
    const title = t('cardDismiss', name);
    fill(
      name,
      t('cardOfTwo'),
      button({ name: 'add', body: { email, name } }, {}, t('cardAdd')),
      button(
        { name: 'dismiss', body: { email } },
        { class: 'icon', 'aria-label': title, title },
        svg(14, CROSS, 1.5),
      ),
    );
  }
  return { section, actions };
}
