import { readMark } from '../../prep/capture-marks.ts';
import { t } from '../../storage/words.ts';
import { AddLine } from '../ui/AddLine.tsx';
import type { AddingProps } from './Section.tsx';

interface AddTopicProps {
  adding: AddingProps;
  onAdd: (text: string) => Promise<void>;
}

/** The line that adds something to raise; the mark of a topic before it says what the line says, and is no part of it. */
export function AddTopic({ adding, onAdd }: AddTopicProps) {
  const add = async (line: string) => {
    const mark = readMark(line);
    const text = line.slice(mark.kind === 'topic' ? mark.length : 0).trim();
    if (text === '') return t('briefTopicEmpty');
    await onAdd(text);
    return undefined;
  };
  return <AddLine label={t('briefTopicPlaceholder')} {...adding} onAdd={add} />;
}
