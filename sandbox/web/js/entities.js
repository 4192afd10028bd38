/** Text with entities to nodes. Offsets count UTF-16 units, which is how JavaScript counts too. */
import { h, translate } from './dom.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {{link: (url: string) => void, command: (text: string) => void}} TextActions */

const PLAIN_TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' };
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const BLOCKS = new Set(['PRE', 'BLOCKQUOTE']);
const LONG_QUOTE = 130;

/**
 * @param {string} text
 * @param {Entity[]|undefined} entities
 * @param {TextActions} actions
 * @returns {Array<Node|string>}
 */
export function formatted(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, sorted, actions);
}

/**
 * @param {string} text @param {number} from @param {number} to
 * @param {Entity[]} entities sorted, outer before inner @param {TextActions} actions
 * @returns {Array<Node|string>}
 */
function span(text, from, to, entities, actions) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    index += 1;
    if (end <= start) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inner = [];
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    nodes.push(wrap(entity, span(text, start, end, inner, actions), text.slice(start, end), actions));
    // What reaches past this entity goes on after it.
    for (const rest of inner.filter((e) => e.offset + e.length > end).reverse()) {
      entities.splice(index, 0, { ...rest, offset: end, length: rest.offset + rest.length - end });
    }
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes.map((node, i) => (typeof node === 'string' ? besideBlocks(node, nodes[i - 1], nodes[i + 1]) : node));
}

/** A block starts its own line, so the line break written next to it would show as an empty line.
 * @param {string} words @param {any} before @param {any} after
 */
function besideBlocks(words, before, after) {
  const start = BLOCKS.has(before?.nodeName) && words.startsWith('\n') ? 1 : 0;
  const end = BLOCKS.has(after?.nodeName) && words.endsWith('\n') ? -1 : undefined;
  return words.slice(start, end);
}

/**
 * @param {Entity} entity @param {Array<Node|string>} inside @param {string} raw @param {TextActions} actions
 * @returns {Node}
 */
function wrap(entity, inside, raw, actions) {
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
      return h(PLAIN_TAGS[entity.type], {}, inside);
    case 'code':
      return h('code', {}, inside);
    case 'pre':
      return h('pre', entity.language ? { data: { language: entity.language } } : {}, h('code', {}, inside));
    case 'spoiler':
      return spoiler(inside);
    case 'blockquote':
      return h('blockquote', {}, inside);
    case 'expandable_blockquote':
      return expandable(inside, raw);
    case 'text_link':
      return link(entity.url ?? '', inside, actions);
    case 'url':
      return link(/^\w+:/.test(raw) ? raw : `https://${raw}`, inside, actions);
    case 'email':
      return link(`mailto:${raw}`, inside, actions);
    case 'bot_command':
      return h('button.text-command', { type: 'button', onclick: () => actions.command(raw) }, inside);
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'phone_number':
      return h('span.mention', {}, inside);
    default:
      return h('span', {}, inside);
  }
}

/** @param {string} url @param {Array<Node|string>} inside @param {TextActions} actions */
function link(url, inside, actions) {
  if (!SAFE_LINK.test(url)) return h('span', {}, inside);
  const onclick = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    actions.link(url);
  };
  return h('a', { href: url, rel: 'noopener noreferrer', target: '_blank', onclick }, inside);
}

/** @param {Array<Node|string>} inside */
function spoiler(inside) {
  const el = h('span.spoiler', { role: 'button', tabIndex: 0, 'aria-pressed': 'false' }, inside);
  const toggle = () => el.setAttribute('aria-pressed', String(el.classList.toggle('shown')));
  el.addEventListener('click', toggle);
  el.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  });
  return el;
}

/** @param {Array<Node|string>} inside @param {string} raw */
function expandable(inside, raw) {
  const el = h('blockquote', {}, h('div.quote-text', {}, inside));
  if (raw.length < LONG_QUOTE && raw.split('\n').length < 4) return el;
  el.classList.add('folded');
  const toggle = h('button.quote-toggle', { type: 'button', i18n: 'show_more', 'aria-expanded': 'false' });
  toggle.addEventListener('click', () => {
    const folded = el.classList.toggle('folded');
    toggle.setAttribute('aria-expanded', String(!folded));
    toggle.dataset.i18n = folded ? 'show_more' : 'show_less';
    translate(toggle);
  });
  el.append(toggle);
  return el;
}
