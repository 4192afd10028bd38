/** Building and patching elements. Strings only ever become text nodes, so nothing a chat says can turn into markup. */
import { t } from './i18n.js';
import { ICONS } from './icons.js';

const SVG = 'http://www.w3.org/2000/svg';
const TRANSLATED = { i18n: 'i18n', i18nTitle: 'i18nTitle', i18nLabel: 'i18nLabel', i18nHint: 'i18nHint' };
const AS_PROPERTY = new Set(['value', 'checked', 'disabled', 'hidden', 'htmlFor', 'multiple', 'selected', 'tabIndex']);

/**
 * @param {string} tag a name with classes, such as `button.icon.round`
 * @param {Record<string, any>} [props] attributes; `onclick`-like keys listen; `i18n…` keys follow the page's language
 * @param {...(Node|string|null|undefined|false|Array<any>)} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const el = document.createElement(name);
  if (classes.length) el.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) el.addEventListener(key.slice(2), value);
    else if (key in TRANSLATED) el.dataset[TRANSLATED[key]] = value;
    else if (key === 'data') Object.assign(el.dataset, value);
    else if (AS_PROPERTY.has(key)) el[key] = value;
    else el.setAttribute(key, value === true ? '' : String(value));
  }
  translate(el);
  el.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return el;
}

/** @param {HTMLElement} el gives one element the words of the page's language */
export function translate(el) {
  const { i18n, i18nTitle, i18nLabel, i18nHint } = el.dataset;
  if (i18n) el.textContent = t(i18n);
  if (i18nTitle) {
    el.title = t(i18nTitle);
    el.setAttribute('aria-label', t(i18nTitle));
  }
  if (i18nLabel) el.setAttribute('aria-label', t(i18nLabel));
  if (i18nHint) el.setAttribute('placeholder', t(i18nHint));
}

/** @param {ParentNode} root */
export function translateAll(root) {
  for (const el of root.querySelectorAll('[data-i18n],[data-i18n-title],[data-i18n-label],[data-i18n-hint]')) {
    translate(/** @type {HTMLElement} */ (el));
  }
}

/** @param {string} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only an icon; its name is read out and shown on hover.
 * @param {string} name @param {string} key @param {(event: MouseEvent) => void} onclick @param {Record<string, any>} [more]
 */
export function iconButton(name, key, onclick, more = {}) {
  return h('button.icon-button', { type: 'button', i18nTitle: key, onclick, ...more }, icon(name));
}

const prints = new WeakMap();

/**
 * Makes the children of `parent` match `items` by key, touching only what changed, so that scroll, focus, playing
 * sound and half-made clicks survive.
 * @param {Element} parent
 * @param {Array<{key: string, print: string, build: () => Element, update?: (el: Element) => void}>} items
 */
export function reconcile(parent, items) {
  const wanted = new Set(items.map((item) => item.key));
  /** @type {Map<string, Element>} */
  const existing = new Map();
  for (const child of [...parent.children]) {
    const key = /** @type {HTMLElement} */ (child).dataset.key;
    if (key !== undefined && wanted.has(key) && !existing.has(key)) existing.set(key, child);
    else child.remove();
  }
  let cursor = parent.firstElementChild;
  for (const item of items) {
    let el = existing.get(item.key);
    if (el && prints.get(el) !== item.print) {
      if (item.update) item.update(el);
      else {
        const fresh = item.build();
        const focused = focusKey(el);
        el.replaceWith(fresh);
        if (cursor === el) cursor = fresh;
        restoreFocus(fresh, focused);
        el = fresh;
      }
    }
    if (!el) el = item.build();
    /** @type {HTMLElement} */ (el).dataset.key = item.key;
    prints.set(el, item.print);
    if (el === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(el, cursor);
  }
}

/** @param {Element} el @returns {string|null} what had the focus inside `el`; '' stands for `el` itself */
export function focusKey(el) {
  const active = document.activeElement;
  if (!active || !el.contains(active)) return null;
  return /** @type {HTMLElement} */ (active).dataset.focus ?? '';
}

/** @param {Element} el @param {string|null} key */
export function restoreFocus(el, key) {
  if (key === null) return;
  const target = key === '' ? el : el.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** @param {{id: number, first_name?: string, title?: string}} who */
export function avatar(who, extra = '') {
  const name = who.first_name || who.title || '?';
  const el = h(`span.avatar${extra}`, { 'aria-hidden': 'true' }, [...name][0].toUpperCase());
  el.dataset.tone = String(Math.abs(who.id) % 7);
  return el;
}

/** @param {{first_name: string, last_name?: string}} user */
export function fullName(user) {
  return user.last_name ? `${user.first_name} ${user.last_name}` : user.first_name;
}
