/** Everything a message can carry besides text. */
import { api } from './api.js';
import { avatar, fullName, h, icon } from './dom.js';
import { duration, size, t } from './i18n.js';

/** @typedef {import('./types.js').Message} Message */

/** @param {Message} message @returns {'photo'|'video'|null} what can stand in an album's grid */
export function tileKind(message) {
  if (message.photo) return 'photo';
  return message.video ? 'video' : null;
}

/** @param {Message} message @returns {HTMLElement|null} */
export function mediaOf(message) {
  if (message.photo) return photo(message);
  if (message.animation) return moving(message.animation, 'animation', { loop: true, muted: true });
  if (message.video) return moving(message.video, 'video');
  if (message.video_note) return moving(message.video_note, 'video_note');
  if (message.voice) return sound(message.voice, t('voice'));
  if (message.audio) return sound(message.audio, message.audio.title || message.audio.file_name || t('audio'));
  if (message.document) return file(message.document);
  if (message.sticker) return h('div.sticker', { role: 'img', 'aria-label': t('sticker') }, message.sticker.emoji || '🙂');
  if (message.dice) return h('div.sticker', {}, `${message.dice.emoji} ${message.dice.value}`);
  if (message.venue || message.location) return place(message);
  if (message.contact) return contact(message.contact);
  if (message.poll) return poll(message.poll);
  return null;
}

/** One line for chat lists, quotes and announcements. @param {Message} message @returns {string} */
export function summary(message) {
  const words = message.text ?? message.caption ?? '';
  const kind = ['photo', 'animation', 'video', 'video_note', 'voice', 'audio', 'document', 'sticker', 'venue',
    'location', 'contact', 'poll', 'dice'].find((name) => message[name]);
  const label = kind ? `[${t(kind)}]` : '';
  const detail = words || message.document?.file_name || message.sticker?.emoji || message.venue?.title || '';
  return [label, detail.replace(/\s+/g, ' ').slice(0, 120)].filter(Boolean).join(' ');
}

/** @param {Message} message */
function photo(message) {
  const best = message.photo[message.photo.length - 1];
  const url = api.fileUrl(best.file_id);
  const alt = message.caption || t('photo');
  const picture = h('img', { src: url, alt, loading: 'lazy', width: best.width, height: best.height });
  picture.addEventListener('error', () => picture.replaceWith(h('span.broken', {}, icon('image'), t('photo'))));
  const frame = h('button.photo', { type: 'button', 'aria-label': alt, onclick: () => enlarge(url, alt) }, picture);
  if (message.has_media_spoiler) {
    frame.classList.add('veiled');
    frame.addEventListener('click', (/** @type {Event} */ event) => {
      if (frame.classList.contains('veiled')) event.stopImmediatePropagation();
      frame.classList.remove('veiled');
    }, { capture: true });
  }
  return frame;
}

/** @param {string} url @param {string} alt */
function enlarge(url, alt) {
  const dialog = h('dialog.lightbox', { 'aria-label': alt });
  const close = () => dialog.close();
  dialog.append(h('img', { src: url, alt, onclick: close }), h('button.lightbox-close', {
    type: 'button', i18nTitle: 'close', onclick: close,
  }, icon('close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {any} media @param {string} kind @param {Record<string, any>} [more] */
function moving(media, kind, more = {}) {
  const src = api.fileUrl(media.file_id);
  return h('div', { class: `moving ${kind}` }, h('video', {
    src, controls: true, preload: 'metadata', playsinline: true, 'aria-label': t(kind), ...more,
  }));
}

/** @param {any} media @param {string} label */
function sound(media, label) {
  const length = media.duration ? duration(media.duration) : '';
  return h('div.sound', {},
    h('div.sound-label', {}, icon('mic'), label, h('span.dim', {}, length)),
    h('audio', { src: api.fileUrl(media.file_id), controls: true, preload: 'none', 'aria-label': label }));
}

/** @param {any} media */
function file(media) {
  const name = media.file_name || t('document');
  return h('a.file', { href: api.fileUrl(media.file_id), download: name },
    h('span.file-icon', {}, icon('file')),
    h('span.file-words', {}, h('strong', {}, name), h('span.dim', {}, size(media.file_size ?? 0))));
}

/** @param {Message} message */
function place(message) {
  const { latitude, longitude } = message.location ?? message.venue.location;
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return h('div.place', {}, h('div.place-map', {}, icon('pin')),
    message.venue ? h('strong', {}, message.venue.title) : null,
    message.venue?.address && message.venue.address !== message.venue.title ? h('span', {}, message.venue.address) : null,
    h('span.dim.mono', {}, coordinates));
}

/** @param {any} card */
function contact(card) {
  return h('div.contact', {}, avatar({ id: card.user_id ?? 0, first_name: card.first_name }),
    h('span.file-words', {}, h('strong', {}, fullName(card)), h('span.dim.mono', {}, card.phone_number)));
}

/** @param {any} poll */
function poll(poll) {
  return h('div.poll', {}, h('strong', {}, poll.question),
    h('ul', {}, poll.options.map((/** @type {any} */ o) => h('li', {}, `${o.text} · ${o.voter_count}`))));
}
