import { addDays, daysBetween } from './days.ts';
import type { Invitation } from './records/person.ts';

/** The other may need days to answer (Rothman, METHOD 24): one gentle reminder after five working days. */
const WORKING_DAYS = 5;

/** A wording to ask for a first talk with; words in braces are filled in, or left for the user to write. */
export interface Wording {
  id: 'coffee' | 'problem' | 'just-ask' | 'reorganisation';
  subject: string;
  text: string;
}

/** The four wordings (METHOD 22 to 25), our own; templates for the user to change, copied, never sent. */
export const WORDINGS: readonly Wording[] = [
  {
    id: 'coffee',
    subject: '',
    text: "Hi {name}, we keep passing work between us but rarely talk about how it goes. Could I buy you a coffee, or join you for a walk, sometime in the next two weeks? I'd like to hear what would make working with my team easier for you.",
  },
  {
    id: 'problem',
    subject: '{matter}: could we work on it together?',
    text: "Hi {name}, I keep running into {matter}, and I think you see it from the other side. It costs us {why it matters}. Could we take 30 minutes to compare notes and list some options? I don't have the answer yet.",
  },
  {
    id: 'just-ask',
    subject: '',
    text: "Hi {name}, would you like to talk every few weeks, just us two? I'd value someone at my level to think aloud with, and I'm glad to return it.",
  },
  {
    id: 'reorganisation',
    subject: '',
    text: 'Hi {name}, our teams now depend on each other more. Shall we meet every two weeks until it settles, and then decide if we still need it?',
  },
];

/** A wording with the name filled in; what else is in braces stays to be written. */
export function wordingFor({ subject, text }: Wording, name: string): string {
  const whole = subject ? `${subject}\n\n${text}` : text;
  return whole.replaceAll('{name}', name);
}

/** What is still in braces, as it stands: not ready to be sent. */
export function openFields(text: string): string[] {
  return [...new Set(text.match(/\{[^{}]+\}/g) ?? [])];
}

/** The day some working days later; Saturdays and Sundays are none. */
export function addWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (new Date(`${at}T12:00:00Z`).getUTCDay() % 6 !== 0) left -= 1;
  }
  return at;
}

/** Whether the one reminder is due: five working days have passed, and it was not put away, and the two have not met since. */
export function isReminderDue(invitation: Invitation | null, lastMet: string | null, today: string): boolean {
  if (!invitation || invitation.reminded) return false;
  if (lastMet !== null && daysBetween(invitation.on, lastMet) >= 0) return false;
  return today >= addWorkingDays(invitation.on, WORKING_DAYS);
}
