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

/** The first name that all candidates share, for the question; undefined when they share none. */
function sharedName(names: readonly string[]): string | undefined {
  const [first, ...others] = new Set(names.map((name) => name.split(' ')[0]));
  return others.length === 0 ? first : undefined;
}

function heading(text: string, below: string): HTMLElement {
  return el(
    'p',
    {},
    el('strong', { dir: 'auto', title: text }, text),
    el('small', { dir: 'auto', title: below }, below),
  );
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
  if (card.kind === 'peers') {
    section.append(
      heading(listOf(card.names, locale()), met(card)),
      button({ name: 'prepare' }, { class: 'primary' }, t('cardPrepare')),
    );
    if (card.chosen) section.append(button({ name: 'ask' }, {}, t('cardAsk', listOf(card.names, locale()))));
  } else if (card.kind === 'which') {
    const names = card.candidates.map(({ name }) => name);
    const shared = sharedName(names);
    section.append(
      heading(shared ? t('cardWhich', shared) : t('cardWho'), t('cardFit', names.length)),
      el(
        'div',
        {},
        ...card.candidates.map(({ id, name }) =>
          button({ name: 'choose', body: { personId: id } }, { dir: 'auto', title: name }, name),
        ),
      ),
    );
  } else {
    const { email, name } = card;
    section.append(
      heading(name, t('cardOfTwo')),
      el(
        'div',
        {},
        button({ name: 'add', body: { email, name } }, {}, t('cardAdd')),
        button(
          { name: 'dismiss', body: { email } },
          { class: 'icon', 'aria-label': t('cardDismiss', name), title: t('cardDismiss', name) },
          svg(14, CROSS, 1.5),
        ),
      ),
    );
  }
  section.append(el('output'));
  return { section, actions };
}
