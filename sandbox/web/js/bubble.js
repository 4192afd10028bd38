/**
 * One message, or one album, as a bubble. It is made of parts, each replaced only when what it shows has changed: an
 * edited keyboard does not stop a playing voice message, and a new reaction does not take the focus from a button.
 */
import { avatar, fullName, h, icon, iconButton, reconcile } from './dom.js';
import { formatted } from './entities.js';
import { clock, language, t } from './i18n.js';
import { inlineKeyboard } from './inline.js';
import { mediaOf, summary, tileKind } from './media.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Button} Button */
/**
 * @typedef {{
 *   viewer: number, isGroup: boolean, find: (id: number) => Message|undefined,
 *   isPending: (message: Message, button: Button) => boolean,
 *   press: (message: Message, button: Button) => void, command: (text: string) => void, link: (url: string) => void,
 *   reply: (message: Message) => void, menu: (message: Message, anchor: Element) => void,
 *   jump: (id: number) => void}} BubbleContext
 */
/** @typedef {{messages: Message[], follows: boolean, mine: boolean}} BubbleItem */

/** @param {BubbleItem} item @returns {string} */
export function bubblePrint(item, /** @type {BubbleContext} */ context) {
  const [first] = item.messages;
  const quoted = first.reply_to_message && context.find(first.reply_to_message.message_id);
  return JSON.stringify([item, quoted?.edit_date, quoted?.deleted, language()]);
}

/** @param {BubbleItem} item @param {BubbleContext} context */
export function buildBubble(item, context) {
  const [first] = item.messages;
  const side = item.mine ? 'mine' : 'theirs';
  const root = h('li.message', { class: `message ${side}`, data: { message: String(first.message_id) } },
    h('div.stack', {}, h('div.bubble', {}), h('div.after', {})),
    h('div.tools', {}, iconButton('reply', 'reply', () => context.reply(current(root))),
      iconButton('more', 'more', (e) => context.menu(current(root), /** @type {Element} */ (e.currentTarget)))));
  root.addEventListener('contextmenu', (/** @type {MouseEvent} */ event) => {
    if (/** @type {Element} */ (event.target).closest('a, audio, video, .inline-keyboard')) return;
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    context.menu(current(root), root.querySelector('.tools .icon-button:last-child'));
  });
  updateBubble(root, item, context);
  return root;
}

/** @type {WeakMap<Element, Message>} */
const shown = new WeakMap();

/** @param {Element} root @returns {Message} */
function current(root) {
  return /** @type {Message} */ (shown.get(root));
}

/** @param {Element} root @param {BubbleItem} item @param {BubbleContext} context */
export function updateBubble(root, item, context) {
  const [first] = item.messages;
  const last = item.messages[item.messages.length - 1];
  shown.set(root, first);
  root.classList.toggle('follows', item.follows);
  const bubble = /** @type {Element} */ (root.querySelector('.bubble'));
  const after = /** @type {Element} */ (root.querySelector('.after'));
  bubble.classList.toggle('bare', Boolean(first.sticker || first.dice));
  const words = item.messages.find((m) => m.text || m.caption) ?? first;
  bubble.classList.toggle('visual', !words.caption && item.messages.every((m) => tileKind(m) === 'photo'));
  const parts = [];
  const add = (/** @type {string} */ key, /** @type {any} */ shows, /** @type {() => Element|null} */ build) => {
    if (shows) parts.push({ key, print: JSON.stringify([shows, language()]), build: () => build() ?? h('span') });
  };
  add('name', context.isGroup && !item.mine && !item.follows && [first.from, first.sender_chat], () => name(first));
  add('forwarded', first.forward_origin, () => forwarded(first));
  add('via', first.via_bot, () => h('div.forwarded', {}, `via @${first.via_bot.username}`));
  const replied = quoted(first, context);
  add('quote', replied && [summary(replied), replied.from, first.quote, replied.deleted],
    () => quote(first, /** @type {Message} */ (replied), context));
  const carried = item.messages.map(carrying);
  const above = words.show_caption_above_media;
  const media = () => add('media', carried.some(Boolean) && carried, () => mediaBlock(item.messages));
  if (!above) media();
  const meta = { date: first.date, edited: Boolean(words.edit_date), signature: first.author_signature };
  add('text', [words.text ?? words.caption, words.entities ?? words.caption_entities, meta],
    () => textBlock(words, meta, context));
  if (above) media();
  reconcile(bubble, parts);
  reconcile(after, afterParts(first, last, context));
}

/** @param {Message} message the fields that make the media block; file ids tell one file from the next */
function carrying(message) {
  const { photo, animation, video, video_note, voice, audio, document, sticker, dice, venue, location, contact, poll } =
    message;
  const fields = { photo, animation, video, video_note, voice, audio, document, sticker, dice, venue, location, contact,
    poll };
  return Object.values(fields).some(Boolean) ? fields : null;
}

/** @param {Message} first @param {Message} last @param {BubbleContext} context */
function afterParts(first, last, context) {
  const parts = [];
  const reactions = last.reactions?.length ? last.reactions : first.reactions;
  if (reactions?.length) {
    parts.push({ key: 'reactions', print: JSON.stringify(reactions), build: () => reactionRow(reactions) });
  }
  const rows = last.reply_markup?.inline_keyboard ?? first.reply_markup?.inline_keyboard;
  if (rows?.length) {
    const owner = last.reply_markup ? last : first;
    parts.push({ key: 'keyboard', print: JSON.stringify([rows, language()]),
      build: () => inlineKeyboard(owner, rows, context) });
  }
  return parts;
}

/** @param {Message} message */
function name(message) {
  const who = message.sender_chat ?? message.from ?? { id: 0, first_name: '?' };
  const label = message.sender_chat?.title ?? fullName(/** @type {any} */ (who));
  const tag = message.from?.is_bot && !message.sender_chat ? h('span.bot-tag', { i18n: 'bot' }) : null;
  return h('div.sender', { data: { tone: String(Math.abs(who.id) % 7) } }, avatar(/** @type {any} */ (who), '.small'),
    h('span', {}, label), tag);
}

/** @param {Message} message */
function forwarded(message) {
  const origin = message.forward_origin;
  const from = origin.sender_user_name ?? origin.sender_chat?.title ?? origin.chat?.title
    ?? (origin.sender_user ? fullName(origin.sender_user) : '');
  return h('div.forwarded', {}, t('forwarded_from', { who: from }));
}

/** @param {Message} message @param {BubbleContext} context @returns {Message|null} */
function quoted(message, context) {
  const to = message.reply_to_message;
  if (!to || to.forum_topic_created) return null;
  return context.find(to.message_id) ?? to;
}

/** @param {Message} message @param {Message} replied @param {BubbleContext} context */
function quote(message, replied, context) {
  const who = replied.sender_chat?.title ?? (replied.from ? fullName(replied.from) : '');
  const words = replied.deleted ? t('deleted_one') : message.quote?.text ?? summary(replied);
  const onclick = () => context.jump(replied.message_id);
  const tone = String(Math.abs(replied.from?.id ?? 0) % 7);
  return h('button.quoted', { type: 'button', onclick, data: { focus: 'quote', tone } },
    h('strong', {}, who), h('span', {}, words));
}

/** @param {Message[]} messages */
function mediaBlock(messages) {
  if (messages.length === 1) return mediaOf(messages[0]);
  const grid = messages.every(tileKind);
  return h('div', { class: grid ? 'album' : 'file-list' }, messages.map(mediaOf));
}

/** @param {Message} words @param {{date: number, edited: boolean, signature?: string}} meta
 * @param {BubbleContext} context */
function textBlock(words, meta, context) {
  const text = words.text ?? words.caption ?? '';
  const entities = words.entities ?? words.caption_entities;
  const stamp = [meta.signature, meta.edited ? t('edited') : '', clock(meta.date)].filter(Boolean).join(' ');
  const time = new Date(meta.date * 1000).toISOString();
  return h('div.words', {}, text ? h('span.text', {}, formatted(text, entities, context)) : null,
    h('time.meta', { datetime: time }, stamp));
}

/** @param {Array<{user_id: number, reaction: Array<{emoji: string}>}>} reactions */
function reactionRow(reactions) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { emoji } of reactions.flatMap((one) => one.reaction)) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  return h('div.reactions', {}, [...counts].map(([emoji, count]) => h('span.reaction', {}, `${emoji} ${count}`)));
}

/** @param {string} words shown where a message was taken away, or an event is told */
export function notice(words, symbol = '') {
  return h('li.notice', {}, h('span', {}, symbol ? icon(symbol) : null, words));
}
