/* What is needed once something is typed, in one piece that is fetched after the box is painted. */
export { understand } from '../../prep/capture.ts';
export { changeItem } from '../../prep/capture-edit.ts';
export { roster } from '../../prep/spot.ts';
export { loadReadDate } from '../../storage/date-reader.ts';
export { UnderstoodList } from './UnderstoodList.tsx';
