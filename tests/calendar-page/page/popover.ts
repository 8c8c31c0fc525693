import { stackedChip } from '../markup/chip.ts';
import { dayOfKey } from '../markup/days.ts';
import { attributes, escapeHtml } from '../markup/html.ts';
import { placeRow } from '../markup/row.ts';
import { settle } from '../markup/setting.ts';
import { dayText } from '../markup/speak.ts';
import { build } from './own.ts';
import { placeNear } from './place.ts';
import { options, shownEvents } from './state.ts';

let popover: HTMLElement | undefined;

/** The open list of a day, if any. */
export function openPopover(): HTMLElement | undefined {
  return popover;
}

/** Takes the list of a day away. */
export function closePopover(): void {
  popover?.remove();
  popover = undefined;
}

/** Shows all of a day's events as ordinary chips. */
export function showPopover(key: number, near: HTMLElement): void {
  closePopover();
  const day = dayOfKey(key);
  const setting = settle(options());
  const chips = placeRow([day], shownEvents(), setting).map(({ event }, line) =>
    stackedChip(event, { index: 0, span: 1, line }, setting, 1),
  );
  popover = build(
    `<div role="dialog" class="dayList" tabindex="-1"${attributes({ 'data-datekey': key, style: `--lines: ${chips.length}` })}>` +
      `<h2>${escapeHtml(dayText(day, setting, 'long'))}</h2><div role="presentation" class="kma42e">${chips.join('')}</div></div>`,
  );
  document.body.append(popover);
  placeNear(popover, near);
}
