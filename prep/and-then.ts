import type { Level } from './records/question.ts';

/** What to ask after an answer, by what was asked: it goes on where the answer stopped, and leads nowhere by itself (Evanish, METHOD 35). */
const NEXT: Record<Level, readonly string[]> = {
  easy: ['How did that begin?', 'What do you like about it?', 'Is there more of that to come?'],
  central: [
    'What does that look like on an ordinary day?',
    'What have you tried so far?',
    'Who else would say the same?',
  ],
  deeper: [
    'What makes it matter to you?',
    'What would help most there?',
    'If nothing changed, what would happen?',
  ],
};

/** One open question to follow an answer with; always the same one for a question. */
export function andThen(questionId: string, level: Level): string {
  const sum = [...questionId].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  const all = NEXT[level];
  return all[sum % all.length] ?? '';
}
