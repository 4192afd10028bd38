/** Inline buttons between the tap and the bot's answer, which may come before the tap's own request returns. */
import { api } from './api.js';
import { toast } from './modal.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Button} Button */

const PATIENCE_MS = 20_000;

/** Emits `change` {user, chat, message, data, on} whenever a button starts or stops to wait. */
export class Presses extends EventTarget {
  /** @type {Map<string, {user: number, chat: number, message: number, data: string}>} the longest waiting first */
  #waiting = new Map();

  /** @param {number} user @param {number} chat @param {number} message @param {string|undefined} data */
  isWaiting(user, chat, message, data) {
    return data !== undefined && this.#waiting.has(`${user}:${chat}:${message}:${data}`);
  }

  /** @param {number} user @param {number} chat @param {Message} message @param {Button} button */
  async press(user, chat, message, button) {
    const data = button.callback_data ?? '';
    const key = `${user}:${chat}:${message.message_id}:${data}`;
    if (this.#waiting.has(key)) return;
    const tap = { user, chat, message: message.message_id, data };
    this.#waiting.set(key, tap);
    this.#tell(tap, true);
    setTimeout(() => this.#stop(key), PATIENCE_MS);
    try {
      await api.act(user, 'press', { chat, message_id: message.message_id, data });
    } catch (error) {
      toast(/** @type {Error} */ (error).message, { bad: true });
      this.#stop(key);
    }
  }

  /** @param {{user: number, chat_id: number, message_id: number}} answer */
  answered({ user, chat_id, message_id }) {
    for (const [key, tap] of this.#waiting) {
      if (tap.user === user && tap.chat === chat_id && tap.message === message_id) {
        this.#stop(key);
        return;
      }
    }
  }

  /** @param {string} key */
  #stop(key) {
    const tap = this.#waiting.get(key);
    if (!tap) return;
    this.#waiting.delete(key);
    this.#tell(tap, false);
  }

  /** @param {object} tap @param {boolean} on */
  #tell(tap, on) {
    this.dispatchEvent(new CustomEvent('change', { detail: { ...tap, on } }));
  }
}
