/** The keyboard the bot puts under the input, or its wish to be answered (ForceReply). */
import { h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { toast } from './modal.js';

export class ReplyKeyboard {
  #print = '';
  #folded = false;
  /** @type {any} */ #markup = null;

  /**
   * @param {HTMLTextAreaElement} text
   * @param {{press: (text: string) => void, contact: (text: string) => void, location: (text: string) => void}} actions
   */
  constructor(text, actions) {
    this.text = text;
    this.actions = actions;
    this.root = h('div.reply-keyboard', { hidden: true, role: 'group', i18nLabel: 'keyboard' });
    this.toggle = iconButton('keyboard', 'keyboard', () => {
      this.#folded = !this.#folded;
      this.#settle();
    }, { hidden: true, 'aria-expanded': 'false' });
  }

  /** @param {any} markup null when there is none */
  show(markup) {
    const print = JSON.stringify(markup ?? null);
    if (print === this.#print) return;
    this.#print = print;
    this.#markup = markup;
    this.#folded = false;
    this.text.dataset.i18nHint = markup?.input_field_placeholder ? '' : 'write';
    this.text.placeholder = markup?.input_field_placeholder ?? t('write');
    if (markup?.force_reply) this.text.focus({ preventScroll: true });
    const rows = markup?.keyboard ?? [];
    this.root.replaceChildren(...rows.map((/** @type {any[]} */ row) => h('div.button-row', {},
      row.map((button) => this.#button(typeof button === 'string' ? { text: button } : button)))));
    this.#settle();
  }

  #settle() {
    const has = Boolean(this.#markup?.keyboard?.length);
    this.toggle.hidden = !has;
    this.root.hidden = !has || this.#folded;
    this.toggle.setAttribute('aria-expanded', String(has && !this.#folded));
  }

  /** @param {any} button */
  #button(button) {
    const el = h('button.reply-button', { type: 'button', onclick: () => this.#press(button) }, button.text);
    if (button.style) el.dataset.style = button.style;
    return el;
  }

  /** @param {any} button */
  #press(button) {
    if (button.request_contact) this.actions.contact(button.text);
    else if (button.request_location) this.actions.location(button.text);
    else if (['request_users', 'request_chat', 'request_poll', 'web_app'].some((kind) => button[kind])) {
      toast(t('not_here'), { bad: true });
    } else this.actions.press(button.text);
    if (!this.#markup?.one_time_keyboard) return;
    this.#folded = true;
    this.#settle();
  }
}
