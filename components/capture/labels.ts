import type { Understood } from '../../prep/capture.ts';
import type { CaptureChange } from '../../prep/capture-edit.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';
import type { IconName } from '../ui/Icon.tsx';

/** What an item can be made, promises by whose they are. */
export type Shape = 'note' | 'vent' | 'me' | 'them' | 'both' | 'fact' | 'question' | 'topic';

/** In the order of the list; the icon of each. */
const SHAPES: Record<Shape, IconName> = {
  note: 'note',
  me: 'promise',
  them: 'promise',
  both: 'promise',
  fact: 'fact',
  question: 'question',
  topic: 'topic',
  vent: 'private',
};

export function shapeOf(item: Understood): Shape {
  return item.kind === 'promise' ? item.owner : item.kind;
}

/** The change that makes an item of this shape. */
export function toShape(shape: Shape): CaptureChange {
  if (shape === 'me' || shape === 'them' || shape === 'both') return { kind: 'promise', owner: shape };
  return { kind: shape };
}

export function shapeIcon(shape: Shape): IconName {
  return SHAPES[shape];
}

export function shapeText(shape: Shape): string {
  const words: Record<Shape, string> = {
    note: t('captureKindNote'),
    me: t('captureKindMe'),
    them: t('captureKindThem'),
    both: t('captureKindBoth'),
    fact: t('captureKindFact'),
    question: t('captureKindQuestion'),
    topic: t('captureKindTopic'),
    vent: t('vent_short'),
  };
  return words[shape];
}

export function shapeOptions(): { value: Shape; text: string }[] {
  return (Object.keys(SHAPES) as Shape[]).map((value) => ({ value, text: shapeText(value) }));
}

export function namesOf(ids: readonly string[], people: readonly Person[]): string[] {
  return ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
}

/** "Ana and Pedro", or that it waits in the inbox. */
export function whoText(ids: readonly string[], people: readonly Person[]): string {
  return ids.length === 0 ? t('captureInbox') : namesText(namesOf(ids, people));
}
