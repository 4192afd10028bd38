/** The keyboard under a bubble. */
import { h } from './dom.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Button} Button */

/** @param {Button} button */
function hint(button) {
  if (button.url || button.login_url) return '↗';
  if (button.web_app) return '▣';
  if (button.switch_inline_query !== undefined || button.switch_inline_query_current_chat !== undefined) return '@';
  return button.copy_text ? '⧉' : '';
}

/**
 * @param {Message} message
 * @param {Button[][]} rows
 * @param {{isPending: (message: Message, button: Button) => boolean,
 *   press: (message: Message, button: Button) => void}} context
 */
export function inlineKeyboard(message, rows, context) {
  return h('div.inline-keyboard', { role: 'group' }, rows.map((row, r) => h('div.button-row', {},
    row.map((button, c) => {
      const mark = hint(button);
      const el = h('button.inline-button', {
        type: 'button',
        data: { focus: `${r}:${c}`, press: button.callback_data ?? '' },
        onclick: () => context.press(message, button),
      }, h('span', {}, button.text), mark ? h('span.corner', { 'aria-hidden': 'true' }, mark) : null);
      if (button.style) el.dataset.style = button.style;
      setPending(el, context.isPending(message, button));
      return el;
    }))));
}

/** @param {HTMLElement} el @param {boolean} on */
export function setPending(el, on) {
  el.classList.toggle('pending', on);
  el.setAttribute('aria-busy', String(on));
}
