import type { TemplateDraft } from './agenda-file.ts';
import { fold } from './fold.ts';
import type { AgendaTemplate } from './records/agenda.ts';

/** What taking over one agenda of a file would do. */
export interface AgendaPlan {
  template: TemplateDraft;
  /** The user's own agenda with the same title; undefined: a new one. */
  into: AgendaTemplate | undefined;
  /** It is here already, word for word. */
  same: boolean;
}

/**
 * What an import would change: agendas are the same by title (case and accents folded), each of the user's own at most
 * once. Nothing here that the file does not name is touched, and nothing of ours.
 */
export function planAgendas(file: readonly TemplateDraft[], here: readonly AgendaTemplate[]): AgendaPlan[] {
  const left = [...here];
  return file.map((template) => {
    const at = left.findIndex(({ title }) => key(title) === key(template.title));
    const [into] = at < 0 ? [] : left.splice(at, 1);
    return { template, into, same: into !== undefined && course(into) === course(template) };
  });
}

/** How many agendas a plan would add or change: 0 means that all of it is here already. */
export function agendaChanges(plan: readonly AgendaPlan[]): number {
  return plan.filter(({ same }) => !same).length;
}

function key(title: string): string {
  return fold(title).replace(/\s+/g, ' ').trim();
}

/** All that a file tells of it. */
function course({ title, description, goals, steps }: TemplateDraft): string {
  return JSON.stringify([title, description, goals, steps.map(({ text, kind }) => [text, kind])]);
}
