/** Questions, warnings and small notes. */
import { h } from './dom.js';
import { t } from './i18n.js';

const TOAST_MS = 4500;

/**
 * @typedef {{name: string, label: string, value?: string, type?: string, required?: boolean, hint?: string,
 *   options?: Array<{value: string, label: string}>}} Field
 */

/** @param {Field} field */
function control(field) {
  const { name, value, required } = field;
  const hint = field.hint ? { placeholder: field.hint } : {};
  if (field.type === 'checkbox') {
    return h('label.check', {}, h('input', { type: 'checkbox', name, checked: value === 'on' }), field.label);
  }
  const input = field.options
    ? h('select', { name }, field.options.map((o) => h('option', { value: o.value, selected: o.value === value }, o.label)))
    : h('input', { type: field.type ?? 'text', name, value: value ?? '', required, autocomplete: 'off', step: 'any', ...hint });
  return h('label.field', {}, h('span', {}, field.label), input);
}

/**
 * @param {{title: string, body?: string|Node, fields?: Field[], confirm?: string, danger?: boolean, only?: boolean}} question
 *   `only` leaves out the way to say no
 * @returns {Promise<Record<string, string>|null>} what was filled in; null when the answer was no
 */
export function ask({ title, body, fields = [], confirm, danger = false, only = false }) {
  return new Promise((resolve) => {
    const yes = h('button.primary', { type: 'submit', value: 'yes' }, confirm ?? t('ok'));
    if (danger) yes.classList.add('danger');
    const no = only ? null : h('button.plain', { type: 'button', onclick: () => dialog.close() }, t('cancel'));
    const form = h('form', { method: 'dialog' }, h('h2', {}, title),
      body ? h('div.modal-body', {}, body) : null, fields.map(control), h('div.modal-buttons', {}, no, yes));
    const dialog = h('dialog.modal', { 'aria-label': title }, form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      const given = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]));
      resolve(dialog.returnValue === 'yes' ? given : null);
    });
    dialog.addEventListener('click', (/** @type {Event} */ event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
    if (!fields.length) yes.focus();
  });
}

/** @param {string} title @param {string} words */
export function alertBox(title, words) {
  return ask({ title, body: words, only: true });
}

/** @param {string} words @param {{bad?: boolean, who?: string}} [more] */
export function toast(words, { bad = false, who = '' } = {}) {
  const el = h('div.toast', {}, who ? h('strong', {}, who) : null, h('span', {}, words));
  if (bad) el.classList.add('bad');
  document.getElementById('toasts')?.append(el);
  const leave = () => el.remove();
  el.addEventListener('click', leave);
  setTimeout(leave, TOAST_MS);
}

/** Runs something that may be refused, and says so. @template T @param {Promise<T>} work @returns {Promise<T|undefined>} */
export async function told(work) {
  try {
    return await work;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), { bad: true });
    return undefined;
  }
}
