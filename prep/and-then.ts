import type { Level } from './records/question.ts';

/** What to ask after an answer, by what was asked: it goes on where the answer stopped, and leads nowhere by itself (Evanish, METHOD 35). */
const NEXT: Record<Level, readonly string[]> = {
  easy: ['How did that come about?', 'What is that like for you?', 'What else comes to mind?'],
  central: ['Can you give me an example?', 'What makes it so?', 'Who else would say the same?'],
  deeper: ['What matters most to you in that?', 'What would help most there?', 'And if nothing changed?'],
};

/** One open question to follow an answer with; always the same one for a question. */
export function andThen(questionId: string, level: Level): string {
  const sum = [...questionId].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  const all = NEXT[level];
  return all[sum % all.length] ?? '';
}
