/** What one can do with one message. */
import { api } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { closeMenu, openMenu } from './menu.js';
import { ask, toast, told } from './modal.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Place} Place */

const REACTIONS = ['👍', '❤', '🔥', '🎉', '🙏', '👎'];

/**
 * @param {Message} message
 * @param {Element} anchor
 * @param {Place} place
 * @param {{store: import('./store.js').Store, reply: (m: Message) => void, edit: (m: Message) => void}} pane
 */
export function messageMenu(message, anchor, place, pane) {
  const { user, chat } = place;
  const mine = message.from?.id === user && !message.sender_chat;
  const words = message.text ?? message.caption;
  const act = (/** @type {string} */ action, /** @type {object} */ more = {}) => told(
    api.act(user, action, { chat, message_id: message.message_id, ...more }));
  const chosen = message.reactions?.find((/** @type {any} */ one) => one.user_id === user)?.reaction[0]?.emoji;
  const isPinned = pane.store.pinned.get(chat) === message.message_id;
  const react = h('div.react-row', {}, REACTIONS.map((emoji) => h('button', {
    type: 'button',
    'aria-label': emoji,
    'aria-pressed': String(chosen === emoji),
    onclick: () => {
      closeMenu();
      void act('react', { emoji: chosen === emoji ? undefined : emoji });
    },
  }, emoji)));
  openMenu(anchor, [
    { label: t('reply'), icon: 'reply', run: () => pane.reply(message) },
    ...(mine && words !== undefined ? [{ label: t('edit'), icon: 'edit', run: () => pane.edit(message) }] : []),
    ...(words ? [{ label: t('copy'), icon: 'file', run: () => void copy(words) }] : []),
    { label: t('forward'), icon: 'swap', run: () => void forward(message, place, pane.store) },
    { label: t(isPinned ? 'unpin' : 'pin'), icon: 'thumbtack', run: () => void act(isPinned ? 'unpin' : 'pin') },
    'line',
    { label: t('delete'), icon: 'close', danger: true, run: () => void act('delete_message') },
  ], react);
}

/** @param {string} words */
export async function copy(words) {
  await navigator.clipboard?.writeText(words).then(() => toast(t('copied')), () => toast(t('not_here'), { bad: true }));
}

/** @param {Message} message @param {Place} place @param {import('./store.js').Store} store */
async function forward(message, place, store) {
  const options = store.chatsOf(place.user).map((chat) => ({ value: String(chat.id), label: chat.title }));
  const given = await ask({ title: t('forward'), confirm: t('send'),
    fields: [{ name: 'to', label: t('forward_to'), options, value: String(place.user) }] });
  if (!given) return;
  await told(api.act(place.user, 'forward', { chat: Number(given.to), from_chat: place.chat, message_id: message.message_id }));
}
