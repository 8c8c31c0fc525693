/*
 * The browser and its tests live in a time zone where it is about noon, whatever the hour: the stand-in calendar has its next meeting in
 * twelve minutes, and a day that ends before it, or has hardly begun, is another case.
 */
const east = 12 - new Date().getUTCHours();
// The names of these zones count to the west.
process.env.TZ = east === 0 ? 'UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;

export {};
