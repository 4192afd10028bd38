/** Files on their way into a chat: chosen, dropped or pasted. */
import { api } from './api.js';
import { h, icon } from './dom.js';
import { size, t } from './i18n.js';
import { ask, toast } from './modal.js';

/** @typedef {import('./types.js').Place} Place */

const ALBUM_LIMIT = 10;
const VOICE_LIMIT_MS = 60_000;

/** @param {File} file @param {boolean} asFile */
function kindOf(file, asFile) {
  const [family, type] = file.type.split('/');
  if (asFile) return 'document';
  if (file.type === 'image/gif') return 'animation';
  if (family === 'image' && type !== 'svg+xml') return 'photo';
  if (family === 'video') return 'video';
  return family === 'audio' ? 'audio' : 'document';
}

/**
 * Shows what is about to be sent, asks for a caption, sends it.
 * @param {Place} place @param {File[]} files @param {{reply_to?: number}} [more]
 */
export async function offerFiles(place, files, more = {}) {
  if (!files.length) return;
  const urls = files.map((file) => (file.type.startsWith('image/') ? URL.createObjectURL(file) : ''));
  const preview = h('ul.previews', {}, files.map((file, index) => h('li', {},
    urls[index] ? h('img', { src: urls[index], alt: '' }) : icon('file'),
    h('span', {}, file.name, h('small.dim', {}, ` ${size(file.size)}`)))));
  const choice = { name: 'mode', label: t('send_as'), value: 'media',
    options: [{ value: 'media', label: t('as_photo') }, { value: 'file', label: t('as_file') }] };
  const fields = [{ name: 'caption', label: t('caption') }];
  const hasMedia = files.some((file) => kindOf(file, false) !== 'document');
  const answer = await ask({ title: t('send_files', { n: files.length }), body: preview, confirm: t('send'),
    fields: hasMedia ? [choice, ...fields] : fields });
  urls.filter(Boolean).forEach((url) => URL.revokeObjectURL(url));
  if (answer) await sendFiles(place, files, { asFile: answer.mode === 'file', caption: answer.caption, ...more });
}

/**
 * @param {Place} place @param {File[]} files
 * @param {{asFile?: boolean, caption?: string, reply_to?: number}} options
 */
async function sendFiles(place, files, { asFile = false, caption = '', reply_to }) {
  const where = { chat: place.chat, thread: place.thread || undefined, reply_to };
  try {
    const items = await Promise.all(files.map(async (file, index) => ({
      kind: kindOf(file, asFile),
      data_id: await api.upload(file, file.name),
      file_name: file.name,
      mime_type: file.type || 'application/octet-stream',
      caption: index === 0 && caption ? caption : undefined,
    })));
    const families = new Set(items.map((item) => (['photo', 'video'].includes(item.kind) ? 'visual' : item.kind)));
    const asAlbum = items.length > 1 && families.size === 1 && !families.has('animation');
    const step = asAlbum ? ALBUM_LIMIT : 1;
    for (let at = 0; at < items.length; at += step) {
      const part = items.slice(at, at + step);
      if (part.length > 1) await api.act(place.user, 'album', { ...where, items: part });
      else await api.act(place.user, 'media', { ...where, ...part[0] });
    }
  } catch (error) {
    toast(/** @type {Error} */ (error).message, { bad: true });
  }
}

/** @returns {Promise<File[]>} */
export function chooseFiles(accept = '') {
  return new Promise((resolve) => {
    const input = h('input', { type: 'file', multiple: true, ...(accept ? { accept } : {}) });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Records with the microphone, or, where there is none, hums three seconds, so that a voice message can be tried.
 * @param {Place} place @param {{reply_to?: number}} [more]
 */
export async function offerVoice(place, more = {}) {
  const microphone = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
  const audio = microphone ? null : new AudioContext();
  const stream = microphone ?? hum(/** @type {AudioContext} */ (audio));
  const recorder = new MediaRecorder(stream);
  /** @type {Blob[]} */
  const pieces = [];
  recorder.addEventListener('dataavailable', (event) => pieces.push(event.data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  const began = Date.now();
  recorder.start();
  const limit = setTimeout(() => recorder.state === 'recording' && recorder.stop(), VOICE_LIMIT_MS);
  const answer = await ask({ title: t('recording'), body: t(microphone ? 'recording_mic' : 'recording_hum'), confirm: t('send') });
  clearTimeout(limit);
  if (recorder.state === 'recording') recorder.stop();
  await stopped;
  stream.getTracks().forEach((track) => track.stop());
  await audio?.close();
  if (!answer) return;
  const seconds = Math.max(1, Math.round(Math.min(Date.now() - began, VOICE_LIMIT_MS) / 1000));
  try {
    const data_id = await api.upload(new Blob(pieces, { type: recorder.mimeType }), 'voice.ogg');
    await api.act(place.user, 'media', { chat: place.chat, thread: place.thread || undefined, kind: 'voice', data_id,
      mime_type: 'audio/ogg', duration: seconds, ...more });
  } catch (error) {
    toast(/** @type {Error} */ (error).message, { bad: true });
  }
}

/** @param {AudioContext} audio */
function hum(audio) {
  const tone = audio.createOscillator();
  const quiet = audio.createGain();
  const out = audio.createMediaStreamDestination();
  tone.frequency.value = 220;
  quiet.gain.value = 0.2;
  tone.connect(quiet).connect(out);
  tone.start();
  return out.stream;
}
