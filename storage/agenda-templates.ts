import type { AgendaTemplate } from '../prep/records/agenda.ts';
import { MOST_STEPS, withBack, withoutStep } from '../prep/template-steps.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** The user's own agenda templates, in their order. */
export function listOwnTemplates(): Promise<AgendaTemplate[]> {
  return db.agendaTemplates.orderBy('order').toArray();
}

/** Adds a template of the user's own, at the end of the list. */
export async function addTemplate(
  draft: Pick<AgendaTemplate, 'title' | 'description' | 'goals' | 'steps'>,
  now = new Date(),
): Promise<AgendaTemplate> {
  return db.transaction('rw', db.agendaTemplates, async () => {
    const last = await db.agendaTemplates.orderBy('order').last();
    const template = { ...newRecord(now), ...draft, order: (last?.order ?? 0) + 1 };
    await db.agendaTemplates.add(template);
    return template;
  });
}

type TemplateChange = Partial<Pick<AgendaTemplate, 'title' | 'description' | 'goals' | 'steps' | 'order'>>;

/**
 * Changes a template; agendas that were begun with it keep their own steps. A function is given the template as it is
 * within the transaction, so that two quick changes never undo each other. @returns the way back
 */
export function changeTemplate(
  id: string,
  change: TemplateChange | ((template: AgendaTemplate) => TemplateChange),
  now = new Date(),
): Promise<Undo> {
  return db.transaction('rw', db.agendaTemplates, async () => {
    const template = typeof change === 'function' ? await db.agendaTemplates.get(id) : undefined;
    const fields = typeof change !== 'function' ? change : template ? change(template) : {};
    return changeRow<AgendaTemplate, AgendaTemplate>(db.agendaTemplates, id, fields, (row) => row, now);
  });
}

/** Takes a step out of a template. @returns the way back for that step alone; undefined when it has to stay */
export async function removeTemplateStep(
  id: string,
  stepId: string,
  now = new Date(),
): Promise<Undo | undefined> {
  let before: AgendaTemplate['steps'] = [];
  let left = before;
  await changeTemplate(
    id,
    ({ steps }) => {
      before = steps;
      left = withoutStep(steps, stepId);
      return { steps: left };
    },
    now,
  );
  if (left.length === before.length) return undefined;
  return async () => {
    await changeTemplate(id, ({ steps }) => {
      const back = withBack(steps, before, stepId);
      if (back.length > MOST_STEPS) throw new Error('no more steps fit');
      return { steps: back };
    });
  };
}
