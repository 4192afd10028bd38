/** The language of the page's own words. What people and the bot write is never translated. */
import { WORDS } from './words.js';

const KEY = 'sandbox.language';
let current = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';

/** Fires `change` after the language changed. */
export const languageEvents = new EventTarget();

/** @returns {'zh'|'en'} */
export function language() {
  return /** @type {'zh'|'en'} */ (current);
}

/** @param {'zh'|'en'} next */
export function setLanguage(next) {
  current = next;
  localStorage.setItem(KEY, next);
  languageEvents.dispatchEvent(new Event('change'));
}

/** @returns {string} tag for Intl and the lang attribute */
export function locale() {
  return current === 'en' ? 'en-GB' : 'zh-CN';
}

/**
 * @param {string} key
 * @param {Record<string, string|number>} [values] put in the place of `{name}`
 */
export function t(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) return key;
  return pair[current === 'en' ? 1 : 0].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

let ahead = 0;
let shift = 0;
/** @type {string|undefined} the community's, whatever the browser's is */
let timeZone;

/** @param {{now: number, shift_s: number, zone: string}} time as the sandbox has it */
export function setTime(time) {
  shift = time.shift_s;
  ahead = time.now * 1000 - Date.now();
  timeZone = time.zone;
}

/** @param {number|Date} moment @param {Intl.DateTimeFormatOptions} parts */
const written = (moment, parts) => new Intl.DateTimeFormat(locale(), { ...parts, timeZone }).format(moment);

/** @param {number} seconds */
export function clock(seconds) {
  return written(seconds * 1000, { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** @param {number|Date} moment @returns {string} the community's calendar day, year first */
export const dayOf = (moment) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);

/** @returns {number} by how many seconds civil time has been moved */
export const shifted = () => shift;

/** @returns {Date} the sandbox's present */
export const present = () => new Date(Date.now() + ahead);

/** @returns {string} the present day, with its weekday */
export function today() {
  const month = current === 'en' ? 'short' : 'long'; // so that it fits beside the buttons
  const parts = /** @type {const} */ ({ year: 'numeric', month, day: 'numeric', weekday: 'short' });
  return written(present(), parts);
}

/** @param {number} seconds */
export function day(seconds) {
  const [date, now] = [dayOf(seconds * 1000), dayOf(present())];
  if (date === now) return t('today');
  const year = date.slice(0, 4) === now.slice(0, 4) ? undefined : 'numeric';
  return written(seconds * 1000, { year, month: 'long', day: 'numeric' });
}

/** @param {number} bytes */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}

/** @param {number} seconds */
export function duration(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
