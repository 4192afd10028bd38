/** What the address bar remembers: `#resident-wang/private|staff-liu/desk-community/12`. */

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./store.js').Store} Store */

/** @param {Store} store @param {string} name a slug or a number */
function userNamed(store, name) {
  return [...store.users.values()].find((user) => user.slug === name || String(user.id) === name);
}

/** @param {Store} store @param {string} name */
function chatNamed(store, name) {
  return [...store.chats.values()].find((chat) => chat.slug === name || String(chat.id) === name);
}

/** @param {Store} store @param {string} part @returns {Place|null} */
function toPlace(store, part) {
  const [person, where, thread] = part.split('/');
  const user = userNamed(store, person);
  if (!user) return null;
  const chat = where === 'private' ? user : chatNamed(store, where ?? '');
  return { user: user.id, chat: chat?.id ?? user.id, thread: Number(thread ?? 0) || 0 };
}

/** @param {Store} store @returns {Place[]|null} */
export function readHash(store) {
  const parts = decodeURIComponent(location.hash.slice(1)).split('|');
  const places = parts.map((part) => toPlace(store, part));
  const [left, right] = places;
  if (!left) return null;
  return [left, right ?? firstPlaces(store)[1]];
}

/** @param {Store} store @param {Place[]} places */
export function writeHash(store, places) {
  const parts = places.map(({ user, chat, thread }) => {
    const person = store.users.get(user)?.slug ?? user;
    const where = chat === user ? 'private' : store.chats.get(chat)?.slug ?? chat;
    return [person, where, ...(thread ? [thread] : [])].join('/');
  });
  history.replaceState(history.state, '', `#${parts.join('|')}`);
}

/** A resident with the bot on the left, a member of staff in their group on the right.
 * @param {Store} store @returns {Place[]} empty when nobody lives here yet
 */
export function firstPlaces(store) {
  const people = [...store.users.values()];
  const resident = userNamed(store, 'resident-wang') ?? people[0];
  if (!resident) return [];
  const staff = userNamed(store, 'staff-liu') ?? people[1] ?? resident;
  const desk = store.chatsOf(staff.id).find((chat) => chat.slug === 'desk-community')
    ?? store.chatsOf(staff.id).find((chat) => chat.type !== 'private');
  return [{ user: resident.id, chat: resident.id, thread: 0 }, { user: staff.id, chat: desk?.id ?? staff.id, thread: 0 }];
}
