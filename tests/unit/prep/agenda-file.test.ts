import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgendaFile, writeAgendaFile } from '../../../prep/agenda-file.ts';
import { BUILT_IN_TEMPLATES } from '../../../prep/agenda-templates.ts';
import { pageText } from '../../../prep/page-text.ts';
import { stepKind } from '../../../prep/records/agenda.ts';
import { goal } from '../../../prep/records/question.ts';

test('what is written is read back, ours and any other', () => {
  const built = BUILT_IN_TEMPLATES.map(({ id: _, ...template }) => template);
  expect(readAgendaFile(writeAgendaFile(BUILT_IN_TEMPLATES))).toEqual({ templates: built });
  const text = fc.string({ minLength: 1 }).filter((one) => pageText(one, 1_000) === one && one.trim() !== '');
  const template = fc.record({
    title: text,
    description: fc.constant(''),
    goals: fc.uniqueArray(fc.constantFrom(...goal.options)),
    steps: fc.array(fc.record({ text, kind: fc.constantFrom(...stepKind.options) }), {
      minLength: 1,
      maxLength: 9,
    }),
  });
  fc.assert(
    fc.property(fc.array(template, { minLength: 1, maxLength: 5 }), (all) => {
      const withIds = all.map((one) => ({
        ...one,
        steps: one.steps.map((step, index) => ({ ...step, id: String(index + 1) })),
      }));
      expect(readAgendaFile(writeAgendaFile(withIds))).toEqual({ templates: withIds });
    }),
  );
});

test('nothing of anybody is in it, whatever a template carries', () => {
  const [six] = BUILT_IN_TEMPLATES;
  const more = {
    ...six!,
    personIds: ['SECRET'],
    myView: 'SECRET',
    steps: [{ ...six!.steps[0]!, state: 'SECRET' }],
  };
  expect(writeAgendaFile([more])).not.toContain('SECRET');
});

test.each([
  ['no JSON', '{', 'JSON'],
  ['another file', '{"peerside":"question-sets","version":1}', 'peerside'],
  ['a newer version', '{"peerside":"agendas","version":2,"agendas":[]}', 'version'],
  ['none in it', '{"peerside":"agendas","version":1,"agendas":[]}', 'agendas'],
  [
    'a step without words',
    '{"peerside":"agendas","version":1,"agendas":[{"title":"A","steps":[{"text":" "}]}]}',
    'agendas.0.steps.0.text',
  ],
])('%s is refused, and it is said where', (_, content, where) => {
  expect(readAgendaFile(content)).toEqual({ where });
});

test('whatever a file holds, reading it never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readAgendaFile(text)));
});
