import { monthHtml } from '../markup/month.ts';
import { scheduleHtml } from '../markup/schedule.ts';
import { settle } from '../markup/setting.ts';
import { dayPart } from '../markup/speak.ts';
import { dayHtml, weekHtml } from '../markup/week.ts';
import { build, morph } from './own.ts';
import { options, shownEvents, state, type ViewName } from './state.ts';

const builders: Record<ViewName, typeof weekHtml> = {
  day: dayHtml,
  week: weekHtml,
  month: monthHtml,
  schedule: scheduleHtml,
};

/** The kind of grid that is in the page. */
let drawn: 'column' | 'month' | 'schedule' | undefined;

/** The element that holds the grid. */
export function mainView(): HTMLElement {
  const main = document.querySelector<HTMLElement>('.mainView');
  if (!main) throw new Error('the page has no main part');
  return main;
}

function scrollToMorning(): void {
  const grid = mainView().querySelector<HTMLElement>('.timeRow');
  const head = mainView();
  if (grid) head.scrollTop = Number.parseFloat(getComputedStyle(grid).getPropertyValue('--hour')) * 8.5 || 0;
}

function nameView(): void {
  document.body.dataset.viewfamily = state.view === 'schedule' ? 'SCHEDULE' : 'EVENT';
  document.body.dataset.viewkey = state.view === 'schedule' ? 'SCHEDULE' : state.view.toUpperCase();
  const title = dayPart(state.day, settle(options()), { month: 'long', year: 'numeric' });
  const label = document.querySelector('.rangeTitle');
  if (label && label.textContent !== title) label.textContent = title;
  document.title = `Calendar - ${title}`;
  for (const button of document.querySelectorAll<HTMLElement>('.view')) {
    button.setAttribute('aria-pressed', String(button.dataset.view === state.view));
  }
}

/** Draws the current view: on the same grid and chips when its kind stays, on a new grid when it changes. */
export function draw(): void {
  const main = mainView();
  const kind = state.view === 'day' || state.view === 'week' ? 'column' : state.view;
  const built = build(builders[state.view](shownEvents(), options()));
  const grid = main.firstElementChild;
  if (grid && drawn === kind) morph(grid, built);
  else {
    main.replaceChildren(built);
    main.scrollTop = 0;
    if (kind === 'column') scrollToMorning();
  }
  drawn = kind;
  nameView();
}

/** Takes the grid away and names what is there instead. */
export function clearView(family: string | undefined): void {
  mainView().replaceChildren();
  drawn = undefined;
  if (family) document.body.dataset.viewfamily = family;
  else delete document.body.dataset.viewfamily;
  delete document.body.dataset.viewkey;
}
