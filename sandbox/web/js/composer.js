/** Where one writes: text, answers, edits, commands, and the bot's reply keyboard below. Half-typed text is kept per
 * chat and person, across switching and reloading. */
import { api, commands } from './api.js';
import { chooseFiles, offerFiles, offerVoice } from './attach.js';
import { fullName, h, icon, iconButton } from './dom.js';
import { t } from './i18n.js';
import { openMenu } from './menu.js';
import { summary } from './media.js';
import { ask, told } from './modal.js';
import { ReplyKeyboard } from './reply_keyboard.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./store.js').Store} Store */

const TALLEST_PX = 168;
const SOMEWHERE = { latitude: '31.23040', longitude: '121.47370' };

/** @param {Place} place */
function draftKey(place) {
  return `sandbox.draft.${place.user}:${place.chat}:${place.thread}`;
}

export class Composer {
  /** @type {Place|null} */ #place = null;
  /** @type {{kind: 'reply'|'edit', message: Message}|null} */ #about = null;
  /** @type {number} */ #answered = 0;
  /** @type {Array<{command: string, description: string}>} */ #commands = [];

  /** @param {Store} store @param {{sent: () => void, newest: () => Message|undefined}} pane */
  constructor(store, pane) {
    this.store = store;
    this.pane = pane;
    this.text = h('textarea', { rows: 1, i18nHint: 'write', i18nLabel: 'write', enterkeyhint: 'send' });
    this.about = h('div.about', { hidden: true });
    this.suggestions = h('div.suggestions', { hidden: true, role: 'group', i18nLabel: 'commands' });
    this.keyboard = new ReplyKeyboard(this.text, {
      press: (text) => this.#act('press_reply', { text }),
      contact: (text) => this.shareContact('press_reply', { text }),
      location: (text) => this.shareLocation('press_reply', { text }),
    });
    this.note = h('div.closed-note', { hidden: true, role: 'note' });
    const row = h('div.composer-row', {},
      iconButton('clip', 'attach', (e) => this.#attachMenu(/** @type {Element} */ (e.currentTarget))),
      iconButton('slash', 'commands', () => void this.#toggleCommands()),
      this.text, this.keyboard.toggle,
      h('button.icon-button.send', { type: 'submit', i18nTitle: 'send' }, icon('send')));
    this.form = h('form.composer', { onsubmit: (/** @type {Event} */ e) => { e.preventDefault(); void this.#send(); } },
      this.suggestions, this.about, this.note, row);
    this.root = h('div.composer-area', {}, this.form, this.keyboard.root);
    this.text.addEventListener('input', () => this.#typed());
    this.text.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#key(event));
    this.text.addEventListener('paste', (/** @type {ClipboardEvent} */ event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      this.offer(files);
    });
  }

  /** @param {Place} place @param {''|'topic_is_closed'|'is_blocked'} trouble */
  show(place, trouble) {
    const moved = !this.#place || draftKey(this.#place) !== draftKey(place);
    this.#place = place;
    this.note.hidden = !trouble;
    this.note.textContent = trouble && t(trouble);
    if (!moved) return;
    this.#setAbout(null);
    this.#commands = [];
    this.suggestions.hidden = true;
    this.text.value = sessionStorage.getItem(draftKey(place)) ?? '';
    this.#grow();
  }

  /**
   * A message that wants an answer is answered by what is typed next, as in Telegram; once, then it is left alone.
   * @param {any} markup @param {Message|null} asking
   */
  showKeyboard(markup, asking) {
    this.keyboard.show(markup);
    if (!asking || this.#answered === asking.message_id) return;
    this.#answered = asking.message_id;
    this.reply(asking);
  }

  /** @param {Message} message */
  reply(message) {
    this.#setAbout({ kind: 'reply', message });
    this.text.focus();
  }

  /** @param {Message} message */
  edit(message) {
    this.#setAbout({ kind: 'edit', message });
    this.text.value = message.text ?? message.caption ?? '';
    this.#grow();
    this.text.focus();
  }

  /** @param {string} words */
  insert(words) {
    this.text.value += words;
    this.#typed();
    this.text.focus();
  }

  /** @param {File[]} files */
  offer(files) {
    if (this.#place) void offerFiles(this.#place, files, this.#takeReply());
  }

  /** @param {string} [action] @param {Record<string, any>} [more] */
  async shareContact(action = 'contact', more = {}) {
    const me = this.store.users.get(this.#place?.user ?? 0);
    if (!me) return;
    const body = t('share_phone_ask', { bot: this.store.bot.first_name, phone: me.phone ?? '' });
    if (await ask({ title: t('share_phone'), body, confirm: t('share') })) await this.#act(action, more);
  }

  /** @param {string} [action] @param {Record<string, any>} [more] */
  async shareLocation(action = 'location', more = this.#takeReply()) {
    const fields = [
      { name: 'latitude', label: t('latitude'), value: SOMEWHERE.latitude, type: 'number', required: true },
      { name: 'longitude', label: t('longitude'), value: SOMEWHERE.longitude, type: 'number', required: true },
    ];
    const given = await ask({ title: t('send_location'), fields, confirm: t('send') });
    if (!given) return;
    await this.#act(action, { latitude: Number(given.latitude), longitude: Number(given.longitude), ...more });
  }

  /** @param {string} action @param {Record<string, any>} more */
  async #act(action, more) {
    if (!this.#place) return undefined;
    const { user, chat, thread } = this.#place;
    this.pane.sent();
    return told(api.act(user, action, { chat, thread: thread || undefined, ...more }));
  }

  async #send() {
    const place = this.#place;
    const text = this.text.value;
    if (!place || !text.trim()) return;
    const about = this.#about;
    this.#setAbout(null);
    this.text.value = '';
    this.#typed();
    const done = about?.kind === 'edit'
      ? await this.#act('edit', { message_id: about.message.message_id, [about.message.text === undefined ? 'caption' : 'text']: text })
      : await this.#act('text', { text, reply_to: about?.message.message_id });
    if (done || this.text.value) return;
    // Refused: give the words back.
    if (this.#place && draftKey(this.#place) === draftKey(place)) this.text.value = text;
    sessionStorage.setItem(draftKey(place), text);
    this.#grow();
  }

  /** @returns {{reply_to?: number}} */
  #takeReply() {
    if (this.#about?.kind !== 'reply') return {};
    const reply_to = this.#about.message.message_id;
    this.#setAbout(null);
    return { reply_to };
  }

  /** @param {{kind: 'reply'|'edit', message: Message}|null} about */
  #setAbout(about) {
    if (this.#about?.kind === 'edit' && about === null) this.text.value = '';
    this.#about = about;
    this.about.hidden = about === null;
    if (!about) return;
    const who = about.kind === 'edit' ? t('editing') : t('replying', { who: about.message.from ? fullName(about.message.from) : '' });
    this.about.replaceChildren(icon(about.kind === 'edit' ? 'edit' : 'reply'),
      h('span.about-words', {}, h('strong', {}, who), h('span', {}, summary(about.message))),
      iconButton('close', 'cancel', () => { this.#setAbout(null); this.#typed(); }));
  }

  #typed() {
    this.#grow();
    if (this.#place && this.#about?.kind !== 'edit') {
      if (this.text.value) sessionStorage.setItem(draftKey(this.#place), this.text.value);
      else sessionStorage.removeItem(draftKey(this.#place));
    }
    if (/^\/\w*$/.test(this.text.value)) void this.#showCommands(this.text.value.slice(1), this.text.value);
    else this.suggestions.hidden = true;
  }

  #grow() {
    this.text.style.height = 'auto';
    const needed = this.text.scrollHeight + 2;
    this.text.style.height = `${Math.min(needed, TALLEST_PX)}px`;
    this.text.classList.toggle('tall', needed > TALLEST_PX);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void this.#send();
    } else if (event.key === 'Escape') {
      this.suggestions.hidden = true;
      this.#setAbout(null);
    } else if (event.key === 'ArrowUp' && !this.text.value) {
      const last = this.pane.newest();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    } else if (event.key === 'ArrowUp' && !this.suggestions.hidden) {
      event.preventDefault();
      this.suggestions.querySelector('button')?.focus();
    }
  }

  async #toggleCommands() {
    if (this.suggestions.hidden) await this.#showCommands('', null);
    else this.suggestions.hidden = true;
  }

  /** @param {string} begun @param {string|null} typed what stood there when it was asked; null when a button asked */
  async #showCommands(begun, typed) {
    const place = this.#place;
    const chat = place && this.store.chats.get(place.chat);
    if (!place || !chat) return;
    const tongue = this.store.users.get(place.user)?.language_code;
    if (!this.#commands.length) this.#commands = await commands(this.store.bot.token, chat, tongue).catch(() => []);
    if (this.#place !== place || (typed !== null && this.text.value !== typed)) return;
    const fitting = this.#commands.filter((one) => one.command.startsWith(begun));
    const suffix = chat.type === 'private' ? '' : `@${this.store.bot.username}`;
    this.suggestions.replaceChildren(...fitting.map(({ command, description }) => h('button', {
      type: 'button',
      onclick: () => {
        this.suggestions.hidden = true;
        this.text.value = '';
        this.#typed();
        void this.#act('text', { text: `/${command}${suffix}` });
        this.text.focus();
      },
    }, h('strong', {}, `/${command}`), h('span', {}, description))));
    if (!fitting.length && !begun) this.suggestions.replaceChildren(h('p.dim', { i18n: 'no_commands' }));
    this.suggestions.hidden = !fitting.length && begun !== '';
  }

  /** @param {Element} anchor */
  #attachMenu(anchor) {
    const offer = (/** @type {string} */ accept) => async () => this.offer(await chooseFiles(accept));
    const isPrivate = this.#place?.user === this.#place?.chat;
    openMenu(anchor, [
      { label: t('photo_or_video'), icon: 'image', run: offer('image/*,video/*') },
      { label: t('document'), icon: 'file', run: offer('') },
      { label: t('record_voice'), icon: 'mic', run: () => this.#place && void offerVoice(this.#place, this.#takeReply()) },
      { label: t('send_location'), icon: 'pin', run: () => void this.shareLocation() },
      ...(isPrivate ? [{ label: t('share_phone'), icon: 'phone', run: () => void this.shareContact() }] : []),
    ]);
  }
}
