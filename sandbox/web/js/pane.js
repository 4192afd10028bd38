/** One chat as one person sees it: header, topics, pinned message, bubbles, input. */
import { api } from './api.js';
import { chatMenu, startWithPayload } from './chat_menu.js';
import { Composer } from './composer.js';
import { avatar, fullName, h, icon, iconButton, reconcile } from './dom.js';
import { setPending } from './inline.js';
import { t } from './i18n.js';
import { telegramLink } from './links.js';
import { MessageList } from './list.js';
import { summary } from './media.js';
import { copy, messageMenu } from './message_menu.js';
import { alertBox, ask, toast, told } from './modal.js';
import { roleOf } from './people_en.js';
import { threadOf } from './store.js';
import { watchDrops } from './drop.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Button} Button */
/** @typedef {import('./types.js').Place} Place */

const TYPING_MS = 5000;

export class Pane {
  /** @type {Place|null} */ place = null;
  #typingTimer = 0;

  /**
   * @param {number} index
   * @param {import('./store.js').Store} store
   * @param {import('./presses.js').Presses} presses
   * @param {{go: (pane: Pane, place: Place) => void, activate: (pane: Pane) => void, back: () => void,
   *   swap: () => void}} app
   */
  constructor(index, store, presses, app) {
    this.store = store;
    this.presses = presses;
    this.app = app;
    this.list = new MessageList(this.#context());
    this.composer = new Composer(store, { sent: () => this.list.toBottom(), newest: () => this.#newestOwn() });
    this.face = h('span.face');
    this.title = h('h2.pane-title');
    this.subtitle = h('div.pane-subtitle');
    this.topics = h('div.topic-strip', { hidden: true, role: 'group', i18nLabel: 'topics' });
    this.topics.addEventListener('wheel', (/** @type {WheelEvent} */ event) => {
      this.topics.scrollLeft += event.deltaX || event.deltaY;
    }, { passive: true });
    this.pinned = h('button.pinned', { type: 'button', hidden: true });
    this.empty = h('div.empty', { hidden: true });
    const header = h('header.pane-header', {},
      iconButton('back', 'back', () => app.back(), { class: 'icon-button only-narrow' }), this.face,
      h('div.pane-titles', {}, this.title, this.subtitle),
      iconButton('swap', 'swap', () => app.swap(), { class: 'icon-button only-narrow swap' }),
      iconButton('more', 'chat_menu', (e) => this.place && chatMenu(/** @type {Element} */ (e.currentTarget),
        this.place, store, (place) => app.go(this, place))));
    this.root = h('section.pane', { id: `pane-${index}`, tabIndex: -1 }, header, this.topics, this.pinned,
      this.list.root, this.empty, this.composer.root);
    this.root.addEventListener('pointerdown', () => app.activate(this));
    this.root.addEventListener('focusin', () => app.activate(this));
    watchDrops(this.root, (files) => this.composer.offer(files));
  }

  /** @param {Place} place */
  async show(place) {
    const before = this.place;
    this.place = place;
    if (!before || before.chat !== place.chat || before.thread !== place.thread || before.user !== place.user) {
      this.list.clear();
      this.root.classList.add('loading');
    }
    this.refresh();
    await told(this.store.readChat(place.user, place.chat));
    this.root.classList.remove('loading');
    this.refresh();
  }

  /** Draws again whatever changed; cheap when nothing did. */
  refresh() {
    const { place } = this;
    const chat = place && this.store.chats.get(place.chat);
    if (!place || !chat) return;
    if (place.thread && chat.is_forum && !chat.topics.some((topic) => topic.message_thread_id === place.thread)) {
      this.app.go(this, { ...place, thread: 0 });
      return;
    }
    const loaded = this.store.messages.has(place.chat);
    const messages = this.#messages();
    this.list.context.isGroup = chat.type !== 'private';
    this.list.context.viewer = place.user;
    this.list.show(messages);
    this.#showHeader(place, chat);
    this.#showTopics(place, chat);
    this.#showPinned(place);
    this.#showEmpty(place, chat, loaded && messages.length === 0);
    this.composer.show(place, this.#trouble(place, chat));
    const keyboard = this.store.keyboards.get(`${place.user}:${place.chat}`) ?? null;
    const asking = keyboard?.force_reply && messages.find((one) => one.message_id === keyboard.message_id);
    this.composer.showKeyboard(keyboard, asking || null);
  }

  /** @param {string} who */
  typing(who) {
    clearTimeout(this.#typingTimer);
    this.root.classList.add('typing');
    this.subtitle.textContent = t('typing', { who });
    this.#typingTimer = setTimeout(() => this.typed(), TYPING_MS);
  }

  typed() {
    clearTimeout(this.#typingTimer);
    this.root.classList.remove('typing');
    const chat = this.place && this.store.chats.get(this.place.chat);
    if (this.place && chat) this.#showHeader(this.place, chat);
  }

  /** @param {{message: number, data: string, on: boolean}} tap */
  showPending({ message, data, on }) {
    const buttons = this.root.querySelectorAll(`[data-message="${message}"] [data-press="${CSS.escape(data)}"]`);
    buttons.forEach((button) => setPending(/** @type {HTMLElement} */ (button), on));
  }

  /** @param {{text?: string, show_alert?: boolean, url?: string}} answer */
  async answered({ text, show_alert: alert, url }) {
    if (url) this.#openLink(url);
    if (!text || !this.place) return;
    const user = this.store.users.get(this.place.user);
    if (alert) await alertBox(this.store.bot.first_name, text);
    else toast(text, { who: user ? fullName(user) : '' });
  }

  /** @param {Place} place @param {import('./types.js').Chat} chat */
  #trouble(place, chat) {
    if (chat.type === 'private') return this.store.users.get(place.user)?.blocked ? 'is_blocked' : '';
    const topic = place.thread ? chat.topics.find((one) => one.message_thread_id === place.thread) : chat.general;
    return chat.is_forum && topic?.is_closed ? 'topic_is_closed' : '';
  }

  /** @returns {Message[]} */
  #messages() {
    if (!this.place) return [];
    const { chat, thread } = this.place;
    const all = this.store.listed(chat);
    return this.store.chats.get(chat)?.is_forum ? all.filter((message) => threadOf(message) === thread) : all;
  }

  /** @returns {Message|undefined} */
  #newestOwn() {
    return this.#messages().findLast((m) => m.from?.id === this.place?.user && !m.deleted && m.text !== undefined);
  }

  /** @param {Place} place @param {import('./types.js').Chat} chat */
  #showHeader(place, chat) {
    const user = this.store.users.get(place.user);
    if (!user) return;
    if (this.face.dataset.user !== String(user.id)) {
      this.face.dataset.user = String(user.id);
      this.face.replaceChildren(avatar(user));
    }
    this.title.textContent = chat.title;
    if (this.root.classList.contains('typing')) return;
    const role = user.role ? `${fullName(user)} · ${roleOf(user)}` : fullName(user);
    this.subtitle.textContent = t('as', { who: role });
    this.root.setAttribute('aria-label', `${chat.title} – ${this.subtitle.textContent}`);
  }

  /** @param {Place} place @param {import('./types.js').Chat} chat */
  #showTopics(place, chat) {
    this.topics.hidden = !chat.is_forum;
    if (!chat.is_forum) return;
    const all = [{ message_thread_id: 0, name: t('general') }, ...this.store.topicsOf(chat).toReversed()];
    reconcile(this.topics, all.map(({ message_thread_id: thread, name, is_closed: closed }) => {
      const unread = this.store.unreadCount(place.user, chat.id, thread);
      const isHere = thread === place.thread;
      return { key: String(thread), print: JSON.stringify([name, closed, unread, isHere]),
        build: () => h('button.topic-tab', { type: 'button', 'aria-pressed': String(isHere),
          onclick: () => this.app.go(this, { ...place, thread }) }, closed ? icon('lock') : icon('hash'),
        h('span', {}, name), unread ? h('span.badge', {}, String(unread)) : null) };
    }));
  }

  /** @param {Place} place */
  #showPinned(place) {
    const id = this.store.pinned.get(place.chat);
    const message = id ? this.store.messages.get(place.chat)?.get(id) : undefined;
    const here = message && !message.deleted && (!place.thread || threadOf(message) === place.thread);
    this.pinned.hidden = !here;
    if (!here) return;
    this.pinned.replaceChildren(icon('thumbtack'), h('span', {}, h('strong', { i18n: 'pinned' }), summary(message)));
    this.pinned.onclick = () => this.#jump(message.message_id);
  }

  /** @param {Place} place @param {import('./types.js').Chat} chat @param {boolean} isEmpty */
  #showEmpty(place, chat, isEmpty) {
    this.empty.hidden = !isEmpty;
    const print = `${place.user}:${place.chat}`;
    if (!isEmpty || this.empty.dataset.print === print) return;
    this.empty.dataset.print = print;
    if (chat.type !== 'private') {
      this.empty.replaceChildren(h('p', { i18n: 'nothing_yet' }));
      return;
    }
    const start = h('button.primary.start', { type: 'button', i18n: 'start',
      onclick: () => told(api.act(place.user, 'start', {})) });
    const { description } = this.store.bot;
    const about = description ? h('p.description', {}, description) : h('p', { i18n: 'start_help' });
    const deep = h('button.plain', { type: 'button', i18n: 'open_link', onclick: () => startWithPayload(place, this.store) });
    this.empty.replaceChildren(avatar(this.store.bot, '.big'), h('h3', {}, this.store.bot.first_name),
      h('p.dim', {}, `@${this.store.bot.username}`), about, start, deep);
  }

  /** @param {number} id */
  #jump(id) {
    if (!this.place || this.list.jump(id)) return;
    const message = this.store.messages.get(this.place.chat)?.get(id);
    if (!message) return;
    this.app.go(this, { ...this.place, thread: threadOf(message) });
    requestAnimationFrame(() => this.list.jump(id));
  }

  /** @param {string} url */
  async #openLink(url) {
    const to = telegramLink(url);
    if (!to || !this.place) window.open(url, '_blank', 'noopener,noreferrer');
    else if (to.kind === 'message' && this.store.chatsOf(this.place.user).some((chat) => chat.id === to.chat)) {
      const thread = this.store.chats.get(to.chat)?.is_forum ? to.thread : 0;
      this.app.go(this, { ...this.place, chat: to.chat, thread });
      await this.store.readChat(this.place.user, to.chat);
      requestAnimationFrame(() => this.#jump(to.message));
    } else if (to.kind === 'message' || to.bot.toLowerCase() !== this.store.bot.username?.toLowerCase()) {
      window.open(url, '_blank', 'noopener,noreferrer');
    } else if (to.kind === 'startgroup') toast(t('add_by_menu'));
    else {
      this.app.go(this, { ...this.place, chat: this.place.user, thread: 0 });
      if (to.kind === 'start') await told(api.act(this.place.user, 'start', { payload: to.payload }));
    }
  }

  /** @param {Message} message @param {Button} button */
  async #press(message, button) {
    if (!this.place) return;
    const { user, chat } = this.place;
    const url = button.url ?? button.login_url?.url;
    const inline = button.switch_inline_query_current_chat ?? button.switch_inline_query;
    if (button.callback_data !== undefined) await this.presses.press(user, chat, message, button);
    else if (url && telegramLink(url)) await this.#openLink(url);
    else if (url) {
      if (await ask({ title: t('open_site'), body: url, confirm: t('open') })) await this.#openLink(url);
    } else if (button.copy_text) await copy(button.copy_text.text);
    else if (inline !== undefined) this.composer.insert(`@${this.store.bot.username} ${inline}`);
    else toast(t('not_here'), { bad: true });
  }

  /** @returns {import('./bubble.js').BubbleContext} */
  #context() {
    return {
      viewer: 0,
      isGroup: false,
      find: (id) => this.store.messages.get(this.place?.chat ?? 0)?.get(id),
      isPending: (message, button) => this.presses.isWaiting(this.place?.user ?? 0, this.place?.chat ?? 0,
        message.message_id, button.callback_data),
      press: (message, button) => void this.#press(message, button),
      command: (text) => this.place && void told(api.act(this.place.user, 'text', {
        chat: this.place.chat, thread: this.place.thread || undefined, text })),
      link: (url) => void this.#openLink(url),
      reply: (message) => this.composer.reply(message),
      menu: (message, anchor) => this.place && messageMenu(message, anchor, this.place, {
        store: this.store, reply: (m) => this.composer.reply(m), edit: (m) => this.composer.edit(m) }),
      jump: (id) => this.#jump(id),
    };
  }
}
