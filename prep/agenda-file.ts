import * as z from 'zod/mini';
import { LINE } from './limits.ts';
import { pageText } from './page-text.ts';
import { type AgendaTemplate, stepKind } from './records/agenda.ts';
import { goal } from './records/question.ts';

const words = z.string().check(
  z.overwrite((text) => pageText(text, LINE)),
  z.minLength(1),
);

/** A template in a file: its course, and nothing of whom it was used with. */
const fileTemplate = z.object({
  title: words,
  description: z._default(z.string().check(z.overwrite((text) => pageText(text, LINE))), ''),
  goals: z._default(z.array(goal), []),
  steps: z
    .array(z.object({ text: words, kind: z._default(stepKind, 'plain') }))
    .check(z.minLength(1), z.maxLength(50)),
});

const file = z.object({
  peerside: z.literal('agendas'),
  version: z.literal(1),
  agendas: z.array(fileTemplate).check(z.minLength(1), z.maxLength(100)),
});

/** The largest file that is read, in bytes. */
export const AGENDA_FILE_BYTES = 1_000_000;

/** What a template is made of. */
export type TemplateDraft = Pick<AgendaTemplate, 'title' | 'description' | 'goals' | 'steps'>;

/** The text of a file with these templates, for people to read and mend; no personal data is in it (METHOD 75). */
export function writeAgendaFile(templates: readonly TemplateDraft[]): string {
  const agendas = templates.map(({ title, description, goals, steps }) => ({
    title,
    description,
    goals,
    steps: steps.map(({ text, kind }) => ({ text, kind })),
  }));
  return `${JSON.stringify({ peerside: 'agendas', version: 1, agendas }, null, 2)}\n`;
}

/** Reads such a file. Never throws; `where` is the first thing that cannot be taken, as a path in the file. */
export function readAgendaFile(content: string): { templates: TemplateDraft[] } | { where: string } {
  let root: unknown;
  try {
    root = content.length > AGENDA_FILE_BYTES ? undefined : JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return { where: 'JSON' };
  }
  const read = file.safeParse(root);
  if (!read.success) return { where: read.error.issues[0]?.path.join('.') || 'peerside' };
  return {
    templates: read.data.agendas.map(({ steps, ...template }) => ({
      ...template,
      steps: steps.map((step, index) => ({ ...step, id: String(index + 1) })),
    })),
  };
}
