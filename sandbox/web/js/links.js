/** Links into Telegram, as the page can follow them itself. */

/**
 * @param {string} url
 * @returns {{kind: 'start'|'startgroup', bot: string, payload: string}|{kind: 'user', bot: string}
 *   |{kind: 'message', chat: number, thread: number, message: number}|null} null for an ordinary link
 */
export function telegramLink(url) {
  let parsed;
  try {
    parsed = new URL(/^[\w.-]+\/\S*$/.test(url) ? `https://${url}` : url);
  } catch {
    return null;
  }
  const query = parsed.searchParams;
  if (parsed.protocol === 'tg:') {
    const bot = query.get('domain');
    return bot && parsed.host + parsed.pathname.replace(/\//g, '') === 'resolve' ? toBot(bot, query) : null;
  }
  if (!['t.me', 'telegram.me', 'telegram.dog'].includes(parsed.host)) return null;
  const parts = parsed.pathname.split('/').filter(Boolean);
  if (parts[0] === 'c' && parts.length >= 3) {
    const numbers = parts.slice(1).map(Number);
    const message = numbers[numbers.length - 1];
    const thread = numbers.length === 3 ? numbers[1] : Number(query.get('thread') ?? 0);
    return { kind: 'message', chat: Number(`-100${parts[1]}`), thread, message };
  }
  return parts.length === 1 ? toBot(parts[0], query) : null;
}

/** A payload Telegram would not take only opens the chat.
 * @param {string} bot @param {URLSearchParams} query @returns {any}
 */
function toBot(bot, query) {
  for (const kind of ['start', 'startgroup']) {
    const payload = query.get(kind);
    if (payload !== null && (payload || kind === 'startgroup') && /^[\w-]{0,64}$/.test(payload)) return { kind, bot, payload };
  }
  return { kind: 'user', bot };
}
