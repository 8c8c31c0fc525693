import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../../ui/Icon.tsx';

interface ChooseFileProps {
  /** What the button says. */
  label: string;
  /** The name of the field for screen readers: which file it takes. */
  fieldLabel: string;
  /** As the attribute of the field: endings and types. */
  accept: string;
  onChoose: (file: File) => void;
  button?: Ref<HTMLButtonElement>;
  kind?: string;
}

/** A button that asks for a file; the same file, mended, can be chosen again. */
export function ChooseFile({ label, fieldLabel, accept, onChoose, button, kind = '' }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button ref={button} type="button" class={`btn ${kind}`} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {label}
      </button>
      <input
        ref={input}
        class="vh"
        type="file"
        accept={accept}
        aria-label={fieldLabel}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
}

/** Files of contacts, by their endings and types. */
export const CONTACT_FILES = '.vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/x-vcard,text/csv';
/** Files of calendars. */
export const CALENDAR_FILES = '.ics,.ical,.ifb,text/calendar';
