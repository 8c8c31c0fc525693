import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { findPersonal } from '../../../prep/personal.ts';
import { listPeople } from '../../../storage/people.ts';
import { localDay } from '../../../storage/record.ts';
import { t } from '../../../storage/words.ts';
import { useToast } from '../Toast.tsx';
import { ExportNames, type NamedLine } from './ExportNames.tsx';
import { fileName, saveFile } from './save-file.ts';

/** A line of what is to be saved, and the id of what it stands in. */
export type ExportLine = Omit<NamedLine, 'found'>;

interface Export {
  /** Saves what `write` gives, at once or once what names somebody was seen. `title`: the file is named after it. */
  give: (title: string, lines: readonly ExportLine[], write: () => string) => Promise<void>;
  /** What is asked before, to be drawn. */
  asked: ComponentChildren;
}

/** Files for others: they need name nobody (METHOD 75), so the lines that do are shown first. `save` hands a file to the browser. */
export function useExport(hrefOf: (id: string) => string, save = saveFile): Export {
  const [asked, setAsked] = useState<{ named: NamedLine[]; go: () => void }>();
  const say = useToast();
  const give: Export['give'] = async (title, lines, write) => {
    const name = fileName(title, localDay(new Date()));
    const go = () => {
      setAsked(undefined);
      save(name, write());
      say(t('setsSaved', name));
    };
    const texts = lines.map(({ text }) => text);
    const named = findPersonal(texts, await listPeople()).flatMap(({ at, found }) =>
      lines.slice(at, at + 1).map((line) => ({ ...line, found })),
    );
    if (named.length > 0) setAsked({ named, go });
    else go();
  };
  return {
    give,
    asked: asked && (
      <ExportNames
        named={asked.named}
        hrefOf={hrefOf}
        onSave={asked.go}
        onCancel={() => setAsked(undefined)}
      />
    ),
  };
}
