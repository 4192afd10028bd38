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

/** @param {number} seconds */
export function clock(seconds) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hour12: false }).format(seconds * 1000);
}

let ahead = 0;
let shift = 0;

/** @param {number} seconds by which civil time has been moved @param {number} now what the sandbox's clock says */
export function setShift(seconds, now) {
  shift = seconds;
  ahead = now * 1000 - Date.now();
}

/** @returns {number} by how many seconds civil time has been moved */
export const shifted = () => shift;

/** @returns {Date} the sandbox's present */
export const present = () => new Date(Date.now() + ahead);

/** @returns {string} the present day, with its weekday */
export function today() {
  const month = current === 'en' ? 'short' : 'long'; // so that it fits beside the buttons
  const parts = /** @type {const} */ ({ year: 'numeric', month, day: 'numeric', weekday: 'short' });
  return new Intl.DateTimeFormat(locale(), parts).format(present());
}

/** @param {number} seconds */
export function day(seconds) {
  const date = new Date(seconds * 1000);
  const today = present();
  if (date.toDateString() === today.toDateString()) return t('today');
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale(), { year, month: 'long', day: 'numeric' }).format(date);
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
