/** Event colours of the samples; each holds white text, but for `banana`. */
export const colors = {
  blue: 'rgb(3, 115, 168)',
  green: 'rgb(11, 128, 67)',
  grape: 'rgb(142, 36, 170)',
  indigo: 'rgb(63, 81, 181)',
  graphite: 'rgb(97, 97, 97)',
  tomato: 'rgb(213, 0, 0)',
  banana: 'rgb(246, 191, 38)',
  lavender: 'rgb(121, 134, 203)',
} as const;
