/** What the page knows: the world, the chats that were opened, what is unread. It draws nothing. */
import { api } from './api.js';
import { fullName } from './dom.js';
import { setTime } from './i18n.js';
import { Live } from './live.js';

/** @typedef {import('./types.js').User} User */
/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Place} Place */

const EXTRAS_AFTER_MS = 60;
const WORLD_AFTER_MS = 60;

/** @param {Message} message @returns {number} the topic it belongs to, 0 for General */
export function threadOf(message) {
  if (message.forum_topic_created) return message.message_thread_id ?? message.message_id;
  return message.is_topic_message && message.message_thread_id !== 1 ? message.message_thread_id ?? 0 : 0;
}

/** Emits `world`, `messages` {chat}, `keyboard` {user, chat}, `unread`, `arrived` {chat, message}, `typing` {chat},
 * `answer` {user, text, show_alert, …}, `online` {on} and `time` {now, shift_s, zone}.
 */
export class Store extends EventTarget {
  /** @type {User & {token: string, description?: string}} */ bot;
  /** @type {Map<number, User>} */ users = new Map();
  /** @type {Map<number, Chat>} */ chats = new Map();
  /** @type {Map<number, Map<number, Message>>} */ messages = new Map();
  /** @type {Map<string, any>} reply keyboards by `user:chat` */ keyboards = new Map();
  /** @type {Map<number, number|null>} */ pinned = new Map();
  /** @type {Map<string, number>} by `user:chat:thread` */ unread = new Map();
  /** @type {(user: number, chat: number, thread: number) => boolean} */ isShown = () => false;
  online = false;
  #live = new Live();
  /** @type {Map<number, Set<number>>} ids that changed while a read of their chat was under way */ #touched = new Map();
  /** @type {Map<number, number>} */ #newest = new Map();
  /** @type {Set<string>} */ #keyboardsAsked = new Set();
  #worldTimer = 0;
  /** @type {Map<number, number>} */ #extrasTimers = new Map();

  async open() {
    const since = await this.readWorld();
    this.#live.addEventListener('state', (e) => this.#setOnline(/** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('resync', () => void this.#resync());
    this.#live.addEventListener('message', (e) => this.#onMessage(/** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('deleted', (e) => this.#onDeleted(/** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('callback_answer', (e) => this.#tell('answer', /** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('typing', (e) => this.#tell('typing', /** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('time', (e) => this.takeTime(/** @type {CustomEvent} */ (e).detail));
    this.#live.addEventListener('chat', (e) => {
      this.#readExtras(/** @type {CustomEvent} */ (e).detail.chat_id);
      clearTimeout(this.#worldTimer);
      this.#worldTimer = setTimeout(() => void this.readWorld(), WORLD_AFTER_MS);
    });
    this.#live.connect(since);
  }

  /** @returns {Promise<number>} the last event the answer knows of */
  async readWorld() {
    const world = await api.world();
    this.bot = world.bot;
    this.users = new Map(world.users.map((/** @type {User} */ user) => [user.id, user]));
    this.chats = new Map(world.chats
      .filter((/** @type {Chat} */ chat) => !chat.migrated_to).map((/** @type {Chat} */ chat) => [chat.id, chat]));
    for (const user of this.users.values()) {
      const title = fullName(this.bot);
      const members = [{ user_id: user.id, status: 'member' }];
      this.chats.set(user.id, { id: user.id, type: 'private', title, members, topics: [] });
    }
    this.takeTime(world.time);
    this.#tell('world', {});
    return world.last_event ?? 0;
  }

  /** @param {{now: number, shift_s: number, zone: string}} time as the sandbox has it */
  takeTime(time) {
    setTime(time);
    this.#tell('time', time);
  }

  /** @param {number} user @returns {Chat[]} the private chat first */
  chatsOf(user) {
    return [...this.chats.values()]
      .filter((chat) => chat.members.some((m) => m.user_id === user && !['left', 'kicked'].includes(m.status)))
      .sort((one, other) => Number(other.id === user) - Number(one.id === user));
  }

  /** @param {Chat} chat @returns {Chat['topics']} without General */
  topicsOf(chat) {
    return (chat.topics ?? []).filter((topic) => topic.message_thread_id > 1);
  }

  /** @param {number} chat @param {number} user */
  member(chat, user) {
    return this.chats.get(chat)?.members.find((m) => m.user_id === user);
  }

  /** @param {number} chat @returns {Message[]} oldest first */
  listed(chat) {
    return [...(this.messages.get(chat)?.values() ?? [])].sort((a, b) => a.message_id - b.message_id);
  }

  /** @param {number} user @param {number} chat @param {boolean} [again] */
  async readChat(user, chat, again = false) {
    const asked = `${user}:${chat}`;
    if (this.messages.has(chat) && this.#keyboardsAsked.has(asked) && !again) return;
    this.#keyboardsAsked.add(asked);
    const touched = new Set();
    this.#touched.set(chat, touched);
    const answer = await api.messages(chat, user, { limit: 1000 });
    const before = this.messages.get(chat);
    /** @type {Map<number, Message>} */
    const now = new Map(answer.messages.map((/** @type {Message} */ m) => [m.message_id, m]));
    for (const id of touched) {
      const fresher = before?.get(id);
      if (fresher) now.set(id, fresher);
    }
    this.messages.set(chat, now);
    this.#touched.delete(chat);
    this.#newest.set(chat, Math.max(0, ...now.keys()));
    this.#takeExtras(user, chat, answer);
    this.#tell('messages', { chat });
  }

  /** @param {Place} place */
  markRead({ user, chat, thread }) {
    if (this.unread.delete(`${user}:${chat}:${thread}`)) this.#tell('unread', {});
  }

  /** @param {number} user @param {number} [chat] @param {number} [thread] */
  unreadCount(user, chat, thread) {
    const prefix = [user, chat, thread].filter((part) => part !== undefined).join(':');
    let total = 0;
    for (const [key, count] of this.unread) if (key === prefix || key.startsWith(`${prefix}:`)) total += count;
    return total;
  }

  /** @param {{chat_id: number, message: Message}} data */
  #onMessage({ chat_id: chat, message }) {
    const id = message.message_id;
    const isNew = id > (this.#newest.get(chat) ?? 0) && !message.edit_date;
    this.#newest.set(chat, Math.max(id, this.#newest.get(chat) ?? 0));
    const known = this.messages.get(chat);
    if (known || this.#touched.has(chat)) {
      const list = known ?? new Map();
      this.messages.set(chat, list);
      list.set(id, message);
      this.#touched.get(chat)?.add(id);
    }
    if (!this.chats.has(chat) || message.migrate_to_chat_id) void this.readWorld();
    this.#tell('messages', { chat });
    if (isNew) this.#count(chat, message);
    if (isNew) this.#readExtras(chat);
  }

  /** @param {number} chat @param {Message} message */
  #count(chat, message) {
    const thread = threadOf(message);
    for (const member of this.chats.get(chat)?.members ?? []) {
      if (!this.users.has(member.user_id) || message.from?.id === member.user_id) continue;
      if (['left', 'kicked'].includes(member.status)) continue;
      if (this.isShown(member.user_id, chat, thread)) continue;
      const key = `${member.user_id}:${chat}:${thread}`;
      this.unread.set(key, (this.unread.get(key) ?? 0) + 1);
    }
    this.#tell('unread', {});
    this.#tell('arrived', { chat, message });
  }

  /** @param {{chat_id: number, message_id?: number, message_ids?: number[]}} data */
  #onDeleted({ chat_id: chat, message_id, message_ids }) {
    const list = this.messages.get(chat);
    for (const id of message_ids ?? [message_id ?? 0]) {
      const message = list?.get(id);
      if (!message) continue;
      list?.set(id, { ...message, deleted: true });
      this.#touched.get(chat)?.add(id);
    }
    this.#tell('messages', { chat });
    this.#readExtras(chat);
  }

  /** Reply keyboards and the pinned message are a chat's state, not a message's: ask again. @param {number} chat */
  #readExtras(chat) {
    clearTimeout(this.#extrasTimers.get(chat));
    this.#extrasTimers.set(chat, setTimeout(() => this.#readExtrasNow(chat), EXTRAS_AFTER_MS));
  }

  /** @param {number} chat */
  #readExtrasNow(chat) {
    for (const asked of this.#keyboardsAsked) {
      const [user, of] = asked.split(':').map(Number);
      if (of !== chat) continue;
      const after = this.#newest.get(chat) ?? 0;
      api.messages(chat, user, { after, limit: 1 }).then((answer) => this.#takeExtras(user, chat, answer), () => {});
    }
  }

  /** @param {number} user @param {number} chat @param {any} answer */
  #takeExtras(user, chat, answer) {
    const key = `${user}:${chat}`;
    const keyboard = answer.reply_keyboard ?? null;
    if (JSON.stringify(this.keyboards.get(key) ?? null) !== JSON.stringify(keyboard)) {
      this.keyboards.set(key, keyboard);
      this.#tell('keyboard', { user, chat });
    }
    if ((this.pinned.get(chat) ?? null) !== (answer.pinned ?? null)) {
      this.pinned.set(chat, answer.pinned ?? null);
      this.#tell('messages', { chat });
    }
  }

  async #resync() {
    this.#newest.clear();
    await this.readWorld();
    for (const asked of [...this.#keyboardsAsked]) {
      const [user, chat] = asked.split(':').map(Number);
      if (this.chats.has(chat)) await this.readChat(user, chat, true).catch(() => {});
      else this.#keyboardsAsked.delete(asked);
    }
  }

  /** @param {boolean} on */
  #setOnline(on) {
    this.online = on;
    this.#tell('online', { on });
  }

  /** @param {string} kind @param {any} detail */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
