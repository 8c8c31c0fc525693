import { ExportFormats } from './ExportFormats.tsx';
import { ImportMeetings } from './ImportMeetings.tsx';

/** What the section about one's data has for the files of other programs. */
export function OtherFormats() {
  return (
    <>
      <ImportMeetings />
      <ExportFormats />
    </>
  );
}
