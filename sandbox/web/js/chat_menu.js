/** What one can do with a whole chat: the bot's place in it, its topics, one's own membership. */
import { api } from './api.js';
import { t } from './i18n.js';
import { openMenu } from './menu.js';
import { ask, told } from './modal.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./menu.js').MenuItem} MenuItem */
/** @typedef {import('./store.js').Store} Store */

const RIGHTS = ['can_delete_messages', 'can_pin_messages', 'can_manage_topics', 'can_restrict_members',
  'can_promote_members', 'can_change_info', 'can_invite_users', 'can_manage_video_chats'];
const USUAL_RIGHTS = ['can_delete_messages', 'can_pin_messages', 'can_manage_topics'];

/** @param {Element} anchor @param {Place} place @param {Store} store @param {(place: Place) => void} go */
export function chatMenu(anchor, place, store, go) {
  const chat = store.chats.get(place.chat);
  if (!chat) return;
  const act = (/** @type {string} */ action, /** @type {object} */ more = {}) => told(
    api.act(place.user, action, { chat: chat.id, ...more }));
  const items = chat.type === 'private' ? privateItems(place, store, act) : groupItems(place, chat, store, act, go);
  openMenu(anchor, items);
}

/** @param {Place} place @param {Store} store @param {Function} act @returns {MenuItem[]} */
function privateItems(place, store, act) {
  const blocked = store.users.get(place.user)?.blocked;
  return [
    { label: t('send_start'), icon: 'send', run: () => act('start') },
    { label: t('open_link'), icon: 'link', run: () => void startWithPayload(place, store) },
    'line',
    blocked ? { label: t('unblock'), icon: 'lock', run: () => act('unblock') }
      : { label: t('block'), icon: 'lock', danger: true, run: () => act('block') },
  ];
}

/** @param {Place} place @param {Store} store */
export async function startWithPayload(place, store) {
  const given = await ask({ title: t('open_link'), body: t('open_link_help', { bot: store.bot.username ?? '' }),
    fields: [{ name: 'link', label: t('link_or_payload'), required: true, hint: `https://t.me/${store.bot.username}?start=…` }] });
  if (!given) return;
  const payload = /[?&]start=([^&#]*)/.exec(given.link)?.[1] ?? given.link.trim();
  await told(api.act(place.user, 'start', { payload: decodeURIComponent(payload) }));
}

/** @param {Place} place @param {Chat} chat @param {Store} store @param {Function} act
 * @param {(place: Place) => void} go @returns {MenuItem[]} */
function groupItems(place, chat, store, act, go) {
  const bot = store.member(chat.id, store.bot.id);
  const inside = bot && !['left', 'kicked'].includes(bot.status);
  const isAdmin = bot?.status === 'administrator';
  const openTopic = async (/** @type {Place} */ there) => {
    await told(store.readWorld());
    go(there);
  };
  /** @type {MenuItem[]} */
  const items = chat.is_forum ? topicItems(place, chat, act, openTopic) : [];
  if (inside) {
    items.push({ label: t(isAdmin ? 'bot_rights' : 'promote_bot'), icon: 'group',
      run: () => void promote(chat, bot.rights ?? {}, isAdmin, act) });
    if (isAdmin) items.push({ label: t('demote_bot'), icon: 'down', run: () => act('demote', { target: 'bot' }) });
    items.push({ label: t('kick_bot'), icon: 'close', danger: true, run: () => act('kick', { target: 'bot' }) });
  } else items.push({ label: t('add_bot'), icon: 'plus', run: () => act('add_bot') });
  items.push('line', { label: t('say_as_group'), icon: 'group', run: () => void sayAsGroup(place, act) });
  if (chat.type === 'group') items.push({ label: t('migrate'), icon: 'swap', run: () => act('migrate') });
  else {
    items.push({ label: t(chat.is_forum ? 'topics_off' : 'topics_on'), icon: 'hash',
      run: () => act('set_forum', { is_forum: !chat.is_forum }) });
  }
  items.push({ label: t('leave'), icon: 'back', danger: true, run: () => act('leave') });
  return items;
}

/** @param {Place} place @param {Chat} chat @param {Function} act @param {(place: Place) => void} go
 * @returns {MenuItem[]} */
function topicItems(place, chat, act, go) {
  const topic = chat.topics.find((one) => one.message_thread_id === place.thread && place.thread > 1);
  const generalClosed = chat.general?.is_closed;
  /** @type {MenuItem[]} */
  const items = [{ label: t('topic_create'), icon: 'plus', run: () => void createTopic(place, act, go) }];
  if (topic) {
    const { message_thread_id: thread, name, is_closed: closed } = topic;
    items.push(
      { label: t('topic_rename'), icon: 'edit', run: () => void renameTopic(thread, name, act) },
      { label: t(closed ? 'topic_reopen' : 'topic_close'), icon: 'lock',
        run: () => act(closed ? 'topic_reopen' : 'topic_close', { thread }) },
      { label: t('topic_delete'), icon: 'close', danger: true, run: () => void deleteTopic(thread, name, act) });
  }
  else {
    items.push({ label: t(generalClosed ? 'general_reopen' : 'general_close'), icon: 'lock',
      run: () => act(generalClosed ? 'topic_reopen' : 'topic_close') });
  }
  return [...items, 'line'];
}

/** @param {Place} place @param {Function} act @param {(place: Place) => void} go */
async function createTopic(place, act, go) {
  const given = await ask({ title: t('topic_create'), fields: [{ name: 'name', label: t('topic_name'), required: true }] });
  if (!given) return;
  const done = await act('topic_create', { name: given.name });
  const thread = done?.result?.message_thread_id ?? done?.message?.message_thread_id;
  if (thread) go({ ...place, thread });
}

/** @param {number} thread @param {string} name @param {Function} act */
async function renameTopic(thread, name, act) {
  const fields = [{ name: 'name', label: t('topic_name'), value: name, required: true }];
  const given = await ask({ title: t('topic_rename'), fields });
  if (given) await act('topic_edit', { thread, name: given.name });
}

/** @param {number} thread @param {string} name @param {Function} act */
async function deleteTopic(thread, name, act) {
  if (await ask({ title: t('topic_delete'), body: name, confirm: t('delete'), danger: true })) await act('topic_delete', { thread });
}

/** @param {Chat} chat @param {Record<string, boolean>} rights @param {boolean} isAdmin @param {Function} act */
async function promote(chat, rights, isAdmin, act) {
  const has = (/** @type {string} */ right) => (isAdmin ? Boolean(rights[right]) : USUAL_RIGHTS.includes(right));
  const fields = RIGHTS.filter((right) => right !== 'can_manage_topics' || chat.is_forum).map((right) => ({
    name: right, label: t(right), type: 'checkbox', value: has(right) ? 'on' : '' }));
  const given = await ask({ title: t('bot_rights'), fields });
  if (!given) return;
  const chosen = Object.fromEntries(fields.map(({ name }) => [name, given[name] === 'on']));
  await act('promote', { target: 'bot', rights: chosen });
}

/** @param {Place} place @param {Function} act */
async function sayAsGroup(place, act) {
  const given = await ask({ title: t('say_as_group'), fields: [{ name: 'text', label: t('write'), required: true }],
    confirm: t('send') });
  if (given) await act('text', { text: given.text, as_chat: true, thread: place.thread || undefined });
}

/** Joins one of the groups one is not in yet, or opens a new one. @param {number} user @param {Store} store */
export async function joinOrCreate(user, store) {
  const mine = new Set(store.chatsOf(user).map((chat) => chat.id));
  const others = [...store.chats.values()].filter((chat) => chat.type !== 'private' && !mine.has(chat.id));
  const options = [{ value: '', label: t('new_group') },
    ...others.map((chat) => ({ value: String(chat.id), label: chat.title }))];
  const given = await ask({ title: t('join_or_create'), fields: [
    { name: 'chat', label: t('group'), options },
    { name: 'title', label: t('new_group_title') },
    { name: 'forum', label: t('with_topics'), type: 'checkbox' },
  ] });
  if (!given) return;
  if (given.chat) await told(api.act(user, 'join', { chat: Number(given.chat) }));
  else {
    await told(api.createChat({ title: given.title || t('group'), type: 'supergroup', is_forum: given.forum === 'on',
      members: [user], bot: 'member' }));
  }
  await told(store.readWorld());
}
