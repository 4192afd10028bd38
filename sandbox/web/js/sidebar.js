/** Who there is, and which chats the chosen person has. */
import { api } from './api.js';
import { joinOrCreate } from './chat_menu.js';
import { avatar, fullName, h, icon, iconButton, reconcile } from './dom.js';
import { clock, language, setLanguage, shifted, t, today } from './i18n.js';
import { summary } from './media.js';
import { told } from './modal.js';
import { bioOf, roleOf } from './people_en.js';
import { serviceText } from './service.js';
import { threadOf } from './store.js';

/** @typedef {import('./types.js').User} User */
/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Place} Place */

const GROUPS = [
  { key: 'g_residents', prefixes: ['resident'] },
  { key: 'g_staff', prefixes: ['leader', 'staff'] },
  { key: 'g_supervision', prefixes: ['supervisor', 'finance', 'lawyer'] },
  { key: 'g_street', prefixes: ['street'] },
];
const OTHERS = 'g_others';
const DAY_S = 86_400;
const LOOK_MS = 30_000;

/** @param {User} user */
function groupOf(user) {
  const prefix = (user.slug ?? '').split('-')[0];
  return GROUPS.find((group) => group.prefixes.includes(prefix))?.key ?? OTHERS;
}

/** @param {number} count */
function badge(count) {
  return count ? h('span.badge', { 'aria-label': t('unread', { n: count }) }, count > 99 ? '99+' : String(count)) : null;
}

export class Sidebar {
  /**
   * @param {import('./store.js').Store} store
   * @param {{places: () => Place[], active: () => number, isSplit: () => boolean, setSplit: (on: boolean) => void,
   *   setActive: (index: number) => void, choosePerson: (user: number) => void, go: (place: Place) => void}} app
   */
  constructor(store, app) {
    this.store = store;
    this.app = app;
    this.online = h('span.online', { role: 'status' });
    this.split = iconButton('split', 'split', () => app.setSplit(!app.isSplit()), { class: 'icon-button only-wide' });
    this.tongue = h('button.plain.tongue', { type: 'button', onclick: () => setLanguage(language() === 'zh' ? 'en' : 'zh') });
    this.sides = h('div.sides.only-wide', { role: 'group', i18nLabel: 'opens_in' });
    this.people = h('div.people');
    this.head = h('header.side-header', {},
      h('h1', {}, h('img', { src: 'icon.svg', alt: '', width: 26, height: 26 }), h('span', { i18n: 'app_name' })),
      this.online, this.split, this.tongue);
    this.scroller = h('div.side-scroll', {}, this.people);
    this.date = h('time.today');
    this.back = h('button.plain', { type: 'button', i18n: 'time_back', onclick: () => this.#move(-shifted()) });
    this.time = h('div.civil-time', { role: 'group', i18nLabel: 'time_moves' }, this.date,
      h('button.plain', { type: 'button', i18n: 'time_day', onclick: () => this.#move(DAY_S) }),
      h('button.plain', { type: 'button', i18n: 'time_week', onclick: () => this.#move(7 * DAY_S) }), this.back);
    setInterval(() => this.#drawDate(), LOOK_MS);
    this.parts = [this.head, this.time, this.sides, this.scroller];
  }

  refresh() {
    const isSplit = this.app.isSplit();
    this.split.setAttribute('aria-pressed', String(isSplit));
    this.tongue.textContent = language() === 'zh' ? 'EN' : '中文';
    this.tongue.lang = language() === 'zh' ? 'en' : 'zh';
    this.online.textContent = this.store.online ? '' : t('offline');
    this.sides.hidden = !isSplit;
    this.#drawDate();
    reconcile(this.sides, this.app.places().map((place, index) => this.#side(place, index)));
    reconcile(this.people, this.#people());
  }

  #drawDate() {
    if (this.date.textContent !== today()) this.date.textContent = today();
    this.back.hidden = shifted() === 0;
  }

  /** The bot is told before the answer comes, which takes a second. @param {number} seconds */
  async #move(seconds) {
    const buttons = [...this.time.querySelectorAll('button')];
    buttons.forEach((button) => { button.disabled = true; });
    const time = await told(api.moveTime(seconds));
    buttons.forEach((button) => { button.disabled = false; });
    if (time) this.store.takeTime(time);
  }

  /** @param {Place} place @param {number} index */
  #side(place, index) {
    const user = this.store.users.get(place.user);
    const label = t(index ? 'right_side' : 'left_side', { who: user ? fullName(user) : '' });
    const isActive = index === this.app.active();
    return { key: `side ${index}`, print: label + isActive, build: () => h('button', { type: 'button',
      'aria-pressed': String(isActive), onclick: () => this.app.setActive(index) }, label) };
  }

  #people() {
    const items = [];
    const chosen = this.app.places()[this.app.active()];
    for (const key of [...GROUPS.map((group) => group.key), OTHERS]) {
      const users = [...this.store.users.values()].filter((user) => groupOf(user) === key);
      if (!users.length) continue;
      items.push({ key, print: t(key), build: () => h('h2.side-group', {}, t(key)) });
      for (const user of users) {
        const isChosen = user.id === chosen?.user;
        items.push(this.#person(user, isChosen));
        if (isChosen) items.push(this.#chats(user, chosen));
      }
    }
    return items;
  }

  /** @param {User} user @param {boolean} isChosen */
  #person(user, isChosen) {
    const unread = isChosen ? 0 : this.store.unreadCount(user.id);
    return { key: `person ${user.id}`, print: JSON.stringify([user, isChosen, unread, language()]),
      build: () => h('button.person', { type: 'button', 'aria-expanded': String(isChosen), title: bioOf(user),
        data: { slug: user.slug ?? String(user.id) }, onclick: () => this.app.choosePerson(user.id) }, avatar(user),
      h('span.person-words', {}, h('span.person-name', {}, h('strong', {}, fullName(user)),
        user.role ? h('span.role', {}, roleOf(user)) : null), h('span.bio', {}, bioOf(user))), badge(unread)) };
  }

  /** @param {User} user @param {Place} place */
  #chats(user, place) {
    const chats = this.store.chatsOf(user.id);
    const rows = chats.flatMap((chat) => this.#chatRows(user, chat, place));
    const draw = (/** @type {Element} */ el) => reconcile(el, [...rows, this.#joinRow(user)]);
    return { key: `chats ${user.id}`, print: JSON.stringify(rows.map((row) => [row.key, row.print])), update: draw,
      build: () => {
        const el = h('div.chats');
        draw(el);
        return el;
      } };
  }

  /** @param {User} user */
  #joinRow(user) {
    return { key: 'join', print: language(), build: () => h('button.chat-row.join', { type: 'button',
      onclick: () => void joinOrCreate(user.id, this.store) }, icon('plus'), h('span', { i18n: 'join_or_create' })) };
  }

  /** @param {User} user @param {Chat} chat @param {Place} place */
  #chatRows(user, chat, place) {
    const isHere = chat.id === place.chat;
    const latest = this.store.listed(chat.id).findLast((message) => !message.deleted);
    const words = latest ? serviceText(latest) ?? summary(latest) : '';
    const time = latest ? clock(latest.date) : '';
    const unread = this.store.unreadCount(user.id, chat.id);
    const symbol = chat.type === 'private' ? 'send' : 'group';
    const rows = [{ key: `chat ${chat.id}`,
      print: JSON.stringify([chat.title, isHere, words, time, unread, language()]),
      build: () => h('button.chat-row', { type: 'button', 'aria-current': isHere ? 'true' : 'false',
        data: { chat: chat.slug ?? 'private' }, onclick: () => this.app.go({ user: user.id, chat: chat.id, thread: 0 }) },
      icon(symbol), h('span.chat-words', {}, h('span.chat-title', {}, h('strong', {}, chat.title),
        h('time.dim', {}, time)), h('span.latest', {}, words || t(chat.type === 'private' ? 'private' : 'group'))),
      badge(unread)) }];
    if (!chat.is_forum) return rows;
    const topics = [{ message_thread_id: 0, name: t('general') }, ...this.#topicsByLife(chat)];
    return [...rows, ...topics.map((topic) => this.#topicRow(user, chat, topic, isHere && place.thread === topic.message_thread_id))];
  }

  /** @param {Chat} chat the liveliest first */
  #topicsByLife(chat) {
    /** @type {Map<number, number>} */
    const latest = new Map();
    for (const message of this.store.listed(chat.id)) latest.set(threadOf(message), message.message_id);
    const life = (/** @type {{message_thread_id: number}} */ topic) => latest.get(topic.message_thread_id) ?? topic.message_thread_id;
    return this.store.topicsOf(chat).toSorted((a, b) => life(b) - life(a));
  }

  /** @param {User} user @param {Chat} chat @param {import('./types.js').Topic} topic @param {boolean} isHere */
  #topicRow(user, chat, { message_thread_id: thread, name, is_closed: closed }, isHere) {
    const unread = this.store.unreadCount(user.id, chat.id, thread);
    return { key: `topic ${chat.id} ${thread}`, print: JSON.stringify([name, closed, unread, isHere, language()]),
      build: () => h('button.chat-row.topic-row', { type: 'button', 'aria-current': isHere ? 'true' : 'false',
        onclick: () => this.app.go({ user: user.id, chat: chat.id, thread }) },
      icon(closed ? 'lock' : 'hash'), h('span.chat-words', {}, name), badge(unread)) };
  }
}
