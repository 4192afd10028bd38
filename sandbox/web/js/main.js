/** Puts the page together: two panes, the sidebar, the address bar, the stream. */
import { fullName, h, translateAll } from './dom.js';
import { language, languageEvents, locale, t } from './i18n.js';
import { summary } from './media.js';
import { told } from './modal.js';
import { Pane } from './pane.js';
import { Presses } from './presses.js';
import { firstPlaces, readHash, writeHash } from './routes.js';
import { Sidebar } from './sidebar.js';
import { Store } from './store.js';

/** @typedef {import('./types.js').Place} Place */

const WIDE = matchMedia('(min-width: 1100px)');
const NARROW = matchMedia('(max-width: 759px)');

const store = new Store();
const presses = new Presses();
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const announcer = /** @type {HTMLElement} */ (document.getElementById('announcer'));

/** @type {Place[]} */ let places = [];
/** @type {Map<number, Place>} where each person was last */ const visited = new Map();
/** @type {boolean|null} null follows the width of the window */ let splitWish = null;
let active = 0;
let waiting = false;

const isSplit = () => !NARROW.matches && (splitWish ?? WIDE.matches);
const isVisible = (/** @type {number} */ index) => {
  if (NARROW.matches && root.dataset.view === 'list') return false;
  return isSplit() || index === active;
};

const app = {
  places: () => places,
  active: () => active,
  isSplit,
  /** @param {boolean} on */
  setSplit(on) {
    splitWish = on;
    layOut();
  },
  /** @param {number} index */
  setActive(index) {
    if (active === index) return;
    active = index;
    layOut();
  },
  /** @param {number} user */
  choosePerson(user) {
    const groups = store.chatsOf(user).filter((chat) => chat.type !== 'private');
    const isResident = (store.users.get(user)?.slug ?? 'resident').startsWith('resident');
    const usual = isResident ? user : groups[0]?.id ?? user;
    this.go(visited.get(user) ?? { user, chat: usual, thread: 0 }, NARROW.matches && user !== places[active].user);
  },
  /** @param {Place} place @param {boolean} [stay] on a phone: look at the person's chats first */
  go(place, stay = false) {
    void move(panes[active], place);
    if (NARROW.matches && !stay) openView('chat');
  },
};

const panes = [0, 1].map((index) => new Pane(index, store, presses, {
  go: (pane, place) => void move(pane, place),
  activate: (pane) => app.setActive(panes.indexOf(pane)),
  back: () => openView('list'),
  swap: () => app.setActive(1 - active),
}));
const sidebar = new Sidebar(store, app);

/** @param {Pane} pane @param {Place} place */
async function move(pane, place) {
  places[panes.indexOf(pane)] = place;
  visited.set(place.user, place);
  layOut();
  await pane.show(place);
  draw();
}

/** @param {'list'|'chat'} view only a phone shows one at a time */
function openView(view) {
  if (root.dataset.view === view) return;
  root.dataset.view = view;
  if (view === 'chat') history.pushState({ view }, '', location.href);
  layOut();
}

function layOut() {
  root.classList.toggle('split', isSplit());
  panes.forEach((pane, index) => {
    pane.root.classList.toggle('active', index === active);
    pane.root.hidden = !isSplit() && index !== active;
  });
  if (places.length) writeHash(store, places);
  draw();
}

/** Many events in one moment are drawn once. */
function draw() {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    panes.forEach((pane, index) => {
      if (pane.place && isVisible(index)) {
        pane.refresh();
        if (!document.hidden) store.markRead(pane.place);
      }
    });
    sidebar.refresh();
    const unread = places.reduce((sum, place) => sum + store.unreadCount(place.user), 0);
    document.title = unread ? `(${unread}) ${t('app_name')}` : t('app_name');
    panes.forEach((pane, index) => {
      const other = places[1 - index];
      pane.root.classList.toggle('other-unread', Boolean(other && store.unreadCount(other.user, other.chat)));
    });
  });
}

/** @param {{chat: number, message: import('./types.js').Message}} news read out where the chat is open */
function announce({ chat, message }) {
  const open = panes.some((pane, index) => isVisible(index) && pane.place?.chat === chat
    && message.from?.id !== pane.place.user);
  if (!open || !message.from) return;
  announcer.append(h('p', {}, t('says', { who: fullName(message.from), what: summary(message) })));
  while (announcer.childElementCount > 5) announcer.firstElementChild?.remove();
}

/** @param {string} kind @param {(detail: any) => void} run */
function on(kind, run) {
  store.addEventListener(kind, (event) => run(/** @type {CustomEvent} */ (event).detail));
}

function listen() {
  for (const kind of ['world', 'messages', 'keyboard', 'unread', 'online', 'time']) on(kind, draw);
  on('arrived', (news) => {
    announce(news);
    panes.filter((pane) => pane.place?.chat === news.chat).forEach((pane) => pane.typed());
  });
  on('typing', ({ chat_id: chat }) => panes.filter((pane) => pane.place?.chat === chat)
    .forEach((pane) => pane.typing(store.bot.first_name)));
  on('answer', (answer) => {
    presses.answered(answer);
    const pane = panes.find((one, index) => one.place?.user === answer.user && isVisible(index));
    void pane?.answered(answer);
  });
  presses.addEventListener('change', (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    panes.filter((pane) => pane.place?.user === detail.user && pane.place.chat === detail.chat)
      .forEach((pane) => pane.showPending(detail));
  });
  languageEvents.addEventListener('change', () => {
    document.documentElement.lang = locale();
    translateAll(document);
    layOut();
  });
  WIDE.addEventListener('change', layOut);
  NARROW.addEventListener('change', layOut);
  document.addEventListener('visibilitychange', draw);
  window.addEventListener('popstate', (event) => openView(event.state?.view === 'chat' ? 'chat' : 'list'));
}

/** Chooses where to look, as soon as there is anybody to be. */
async function settle() {
  if (places.length) return;
  places = readHash(store) ?? firstPlaces(store);
  if (!places.length) {
    draw();
    return;
  }
  places.forEach((place) => visited.set(place.user, place));
  await Promise.all(panes.map((pane, index) => pane.show(places[index])));
  layOut();
}

async function begin() {
  document.documentElement.lang = locale();
  root.dataset.view = 'list';
  root.dataset.language = language();
  document.getElementById('sidebar')?.append(...sidebar.parts);
  document.getElementById('panes')?.append(...panes.map((pane) => pane.root));
  translateAll(document);
  store.isShown = (user, chat, thread) => !document.hidden && panes.some(({ place }, index) => isVisible(index)
    && place?.user === user && place.chat === chat && place.thread === thread);
  listen();
  await store.open();
  await settle();
  on('world', () => void settle());
  root.dataset.ready = 'yes';
}

void told(begin());
