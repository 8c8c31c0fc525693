import { attributes } from './html.ts';

const DIALOG = {
  class: 'ecHOgf RDlrG',
  role: 'dialog',
  jsname: 'ssXDle',
  'data-chips-dialog': 'true',
  'data-layout-mode': 'bubble',
  'aria-modal': 'true',
  'aria-labelledby': 'rAECCd',
  tabindex: '-1',
};

const SENTINELS = '<div tabindex="0" aria-hidden="true" class="pw1uU"></div>'.repeat(2);

/** The page's one dialog for events, tasks and new events, around its content. */
export function dialogHtml(content: string, hidden: boolean): string {
  return (
    `<div${attributes({ ...DIALOG, style: hidden ? 'display: none' : undefined })}>${SENTINELS}` +
    `<span jsslot="" jsname="bN97Pc" class="kma42e">${content}</span>${SENTINELS}</div>`
  );
}
