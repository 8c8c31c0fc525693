import { useMemo, useState } from 'preact/hooks';
import type { Contact } from '../../../prep/formats/contact.ts';
import { contactsIn, type Field, guessFields, type Table } from '../../../prep/formats/csv-columns.ts';
import { mergeContacts } from '../../../prep/formats/people-plan.ts';
import { readPeople } from '../../../storage/formats/read-people.ts';
import { plural, t } from '../../../storage/words.ts';
import { ChoosePeople } from './ChoosePeople.tsx';
import { Columns } from './Columns.tsx';
import { FileReading } from './FileReading.tsx';
import { number } from './fault-words.ts';

interface ImportPeopleProps {
  /** A vCard or CSV file that was chosen. */
  file: File;
  /** Asks for another file. */
  onOther: () => void;
  onDone: () => void;
}

/** A file of contacts: who is in it, and whom to take over; nothing is written before the user says so. */
export function ImportPeople({ file, onOther, onDone }: ImportPeopleProps) {
  return (
    <FileReading file={file} read={readPeople} onOther={onOther} onClose={onDone}>
      {(reading) =>
        reading.kind === 'cards' ? (
          <Cards {...reading.cards} onDone={onDone} />
        ) : (
          <Rows table={reading.table} onDone={onDone} />
        )
      }
    </FileReading>
  );
}

/** Lines that are named one by one; the others are counted. */
const NAMED = 10;

function Cards({ contacts, unread, onDone }: { contacts: Contact[]; unread: number[]; onDone: () => void }) {
  const merged = useMemo(() => mergeContacts(contacts), [contacts]);
  return (
    <>
      {unread.length > 0 && <Unread lines={unread} />}
      <ChoosePeople contacts={merged} onDone={onDone} />
    </>
  );
}

/** Which entries of a file are left out, by the lines they begin at. */
export function Unread({ lines }: { lines: readonly number[] }) {
  const some = lines.slice(0, NAMED).map(number).join(', ');
  return (
    <p class="hint" role="status">
      {plural('format_unread', lines.length, lines.length > NAMED ? `${some}, …` : some)}
    </p>
  );
}

function Rows({ table, onDone }: { table: Table; onDone: () => void }) {
  const guessed = useMemo(() => guessFields(table), [table]);
  const [fields, setFields] = useState<readonly Field[]>(guessed);
  const { contacts, unnamed } = useMemo(() => {
    const found = contactsIn(table, fields);
    return { ...found, contacts: mergeContacts(found.contacts) };
  }, [table, fields]);
  const isKnown = fields.some((field) => ['name', 'first', 'last', 'email'].includes(field));
  return (
    <>
      <Columns table={table} fields={fields} guessed={guessed} onChange={setFields} />
      {isKnown && unnamed > 0 && (
        <p class="hint" role="status">
          {plural('format_unnamed', unnamed)}
        </p>
      )}
      {isKnown ? (
        <ChoosePeople key={fields.join()} contacts={contacts} onDone={onDone} />
      ) : (
        <p class="hint" role="status">
          {t('format_noFields')}
        </p>
      )}
    </>
  );
}
