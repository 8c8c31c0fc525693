import type { NoteMark } from '../../prep/note-mark.ts';
import type { Decision } from '../../prep/records/decision.ts';
import type { Note } from '../../prep/records/note.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { t } from '../../storage/words.ts';

export type NoteTag = Note['tags'][number];

const tags: Record<NoteTag, () => string> = {
  'priority-conflict': () => t('tag_priority_conflict'),
  'big-idea': () => t('tag_big_idea'),
  friction: () => t('tag_friction'),
  tactic: () => t('tag_tactic'),
  'they-helped': () => t('tag_they_helped'),
  'i-helped': () => t('tag_i_helped'),
};

export const TAGS = Object.keys(tags) as NoteTag[];

/** What a note is about, in a word or two. */
export const tagText = (tag: NoteTag) => tags[tag]();

const marks: Record<NoteMark, () => string> = {
  normal: () => t('vent_normal'),
  'half-baked': () => t('vent_half_baked'),
  vent: () => t('vent_vent'),
  'vent-7': () => t('vent_7'),
  'vent-30': () => t('vent_30'),
};

export const markText = (mark: NoteMark) => marks[mark]();

const topicStates: Record<Topic['state'], () => string> = {
  open: () => t('person_page_to_raise'),
  covered: () => t('search_covered'),
  dropped: () => t('search_let_go'),
};
export const TOPIC_STATES = Object.keys(topicStates) as Topic['state'][];
export const topicStateText = (state: Topic['state']) => topicStates[state]();

const decisionStates: Record<Decision['state'], () => string> = {
  standing: () => t('entry_standing'),
  changed: () => t('person_page_changed'),
  dropped: () => t('person_page_given_up'),
};
export const DECISION_STATES = Object.keys(decisionStates) as Decision['state'][];
export const decisionStateText = (state: Decision['state']) => decisionStates[state]();
