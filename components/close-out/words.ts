import type { Fact } from '../../prep/records/fact.ts';
import type { Place } from '../../prep/records/meeting.ts';
import { weekdayAndDay } from '../../prep/relative.ts';
import { locale, t } from '../../storage/words.ts';

const places: Record<Place, () => string> = {
  walk: () => t('placeWalk'),
  coffee: () => t('placeCoffee'),
  meal: () => t('placeMeal'),
  call: () => t('placeCall'),
  office: () => t('placeOffice'),
};

export const placeText = (place: Place) => places[place]();

const kinds: Record<Fact['kind'], () => string> = {
  family: () => t('factFamily'),
  hobby: () => t('factHobby'),
  music: () => t('factMusic'),
  food: () => t('factFood'),
  place: () => t('factPlace'),
  date: () => t('factDate'),
  common: () => t('factCommon'),
  other: () => t('factOther'),
};

export const FACT_KINDS = Object.keys(kinds) as Fact['kind'][];
export const factKindText = (kind: Fact['kind']) => kinds[kind]();

/** A day with its weekday, for a text that leaves the page: "Fri 20 Nov". */
export function dayWords(day: string): string {
  return weekdayAndDay(day, locale());
}
