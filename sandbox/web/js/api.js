/** The control API of the sandbox. Every failure becomes an Error whose message is the server's own sentence. */

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function request(path, init) {
  const answer = await fetch(`sandbox/${path}`, { cache: 'no-store', ...init });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error || `HTTP ${answer.status}`);
  return body;
}

/** @param {string} path @param {object} body */
function post(path, body) {
  return request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** @param {string} path @param {Record<string, any>} query */
function get(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return request(search ? `${path}?${search}` : path);
}

export const api = {
  world: () => get('world'),
  /** @param {number} chat @param {number} viewer @param {Record<string, any>} [more] */
  messages: (chat, viewer, more = {}) => get(`chats/${chat}/messages`, { viewer, include_deleted: 1, ...more }),
  /** @param {number} user @param {string} action @param {Record<string, any>} [more] */
  act: (user, action, more = {}) => post('act', { user, do: action, ...more }),
  /** @param {number} seconds */
  moveTime: (seconds) => post('time', { shift_s: seconds }),
  /** @param {Record<string, any>} chat */
  createChat: (chat) => post('chats', chat),
  /** @param {Blob} blob @param {string} name @returns {Promise<string>} */
  async upload(blob, name) {
    const form = new FormData();
    form.append('file', blob, name);
    return (await request('upload', { method: 'POST', body: form })).data_id;
  },
  /** @param {string} id */
  fileUrl: (id) => `sandbox/files/${encodeURIComponent(id)}`,
};

/** What the bot offers after “/”. Telegram asks the narrowest scope first; so does this.
 * @param {string} token @param {{id: number, type: string}} chat @param {string|undefined} language
 * @returns {Promise<Array<{command: string, description: string}>>}
 */
export async function commands(token, chat, language) {
  const wide = chat.type === 'private' ? 'all_private_chats' : 'all_group_chats';
  const scopes = [{ type: 'chat', chat_id: chat.id }, { type: wide }, { type: 'default' }];
  const languages = language ? [language.slice(0, 2).toLowerCase(), ''] : [''];
  for (const scope of scopes) {
    for (const language_code of languages) {
      const answer = await fetch(`./bot${token}/getMyCommands`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ scope, language_code }),
      });
      const { result } = await answer.json().catch(() => ({ result: [] }));
      if (result?.length) return result;
    }
  }
  return [];
}
