import { monthHtml } from '../markup/month.ts';
import { scheduleHtml, searchHtml } from '../markup/schedule.ts';
import { settle } from '../markup/setting.ts';
import { dayPart } from '../markup/speak.ts';
import { customDaysHtml, dayHtml, weekHtml } from '../markup/week.ts';
import { yearHtml } from '../markup/year.ts';
import { build, morph } from './own.ts';
import { options, shownEvents, state, type ViewName } from './state.ts';

const builders: Record<ViewName, typeof weekHtml> = {
  day: dayHtml,
  week: weekHtml,
  month: monthHtml,
  year: yearHtml,
  schedule: scheduleHtml,
  customday: customDaysHtml,
  search: searchHtml,
};

/** The kind of grid that is in the page. */
let drawn: 'column' | Exclude<ViewName, 'day' | 'week' | 'customday'> | undefined;

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
  const isList = state.view === 'schedule' || state.view === 'search';
  document.body.dataset.viewfamily = isList ? state.view.toUpperCase() : 'EVENT';
  document.body.dataset.viewkey = state.view === 'customday' ? 'CUSTOM_DAYS' : state.view.toUpperCase();
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
  const { view } = state;
  const kind = view === 'day' || view === 'week' || view === 'customday' ? 'column' : view;
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
