/** The messages of one chat or topic: days, albums, runs by one author; keeps the reader's place. */
import { bubblePrint, buildBubble, notice, updateBubble } from './bubble.js';
import { h, icon, reconcile } from './dom.js';
import { day, dayOf, language, present, t } from './i18n.js';
import { serviceText } from './service.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./bubble.js').BubbleContext} BubbleContext */
/** @typedef {{key: string, print: string, build: () => Element, update?: (el: Element) => void}} Item */

const RUN_SECONDS = 300;
const NEAR_BOTTOM_PX = 90;

/**
 * @param {Message[]} messages
 * @param {BubbleContext} context
 * @returns {Item[]}
 */
function arrange(messages, context) {
  /** @type {Item[]} */
  const items = [];
  let today = '';
  /** @type {Message|null} the author of the run so far */
  let before = null;
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    const date = dayOf(message.date * 1000);
    if (date !== today) {
      today = date;
      before = null;
      items.push({ key: `day ${date}`, print: language() + dayOf(present()),
        build: () => h('li.day', {}, h('span', {}, day(message.date))) });
    }
    const run = gather(messages, index);
    index += run.length - 1;
    const event = serviceText(message);
    if (message.deleted) {
      items.push(said(`gone ${message.message_id}`, run.length > 1 ? t('deleted_many', { n: run.length })
        : t('deleted_one')));
    } else if (event !== null) {
      items.push(said(`event ${message.message_id}`, event));
      before = null;
    } else {
      items.push(bubble(run, before, context));
      before = run[run.length - 1];
    }
  }
  return items;
}

/** @param {string} key @param {string} words @returns {Item} */
function said(key, words) {
  return { key, print: words, build: () => notice(words) };
}

/** @param {Message[]} messages @param {number} index @returns {Message[]} what makes one item with the message there */
function gather(messages, index) {
  const { deleted, media_group_id: album } = messages[index];
  let end = index + 1;
  if (deleted) while (messages[end]?.deleted) end += 1;
  else if (album) while (messages[end]?.media_group_id === album && !messages[end].deleted) end += 1;
  return messages.slice(index, end);
}

/** @param {Message} message */
function authorId(message) {
  return message.sender_chat?.id ?? message.from?.id;
}

/** @param {Message[]} run @param {Message|null} before @param {BubbleContext} context @returns {Item} */
function bubble(run, before, context) {
  const [first] = run;
  const follows = before !== null && authorId(before) === authorId(first) && first.date - before.date < RUN_SECONDS;
  const item = { messages: run, follows, mine: first.from?.id === context.viewer };
  return {
    key: `message ${first.message_id}`,
    print: bubblePrint(item, context),
    build: () => buildBubble(item, context),
    update: (el) => updateBubble(el, item, context),
  };
}

export class MessageList {
  /** @param {BubbleContext} context */
  constructor(context) {
    this.context = context;
    this.rows = h('ol.rows', { role: 'log', 'aria-live': 'off', i18nLabel: 'messages' });
    this.scroller = h('div.scroller', { tabIndex: 0, i18nLabel: 'messages' }, this.rows);
    this.below = h('button.below', { type: 'button', hidden: true, i18nTitle: 'to_bottom',
      onclick: () => this.toBottom(true) }, icon('down'));
    this.root = h('div.list', {}, this.scroller, this.below);
    this.stuck = true;
    this.lastTop = 0;
    this.scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    const watcher = new ResizeObserver(() => this.stuck && this.toBottom());
    watcher.observe(this.rows);
    watcher.observe(this.scroller);
  }

  /** @param {Message[]} messages */
  show(messages) {
    reconcile(this.rows, arrange(messages, this.context));
    if (this.stuck) this.toBottom();
    else this.#onScroll();
  }

  clear() {
    this.rows.replaceChildren();
    this.stuck = true;
  }

  toBottom(smooth = false) {
    this.stuck = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.below.hidden = true;
  }

  /** @param {number} id @returns {boolean} */
  jump(id) {
    const row = this.rows.querySelector(`[data-message="${id}"]`);
    if (!row) return false;
    this.stuck = false;
    row.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row.classList.remove('flash');
    requestAnimationFrame(() => row.classList.add('flash'));
    return true;
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    // A picture that loads late also moves the bottom away; only a reader who goes up wants to stay up.
    const goesUp = scrollTop < this.lastTop;
    this.lastTop = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX) this.stuck = true;
    else if (goesUp) this.stuck = false;
    this.below.hidden = this.stuck;
  }
}
