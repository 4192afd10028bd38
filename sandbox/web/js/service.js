/** Messages that tell of an event in the chat, not of somebody's words. */
import { fullName } from './dom.js';
import { t } from './i18n.js';
import { summary } from './media.js';

/** @typedef {import('./types.js').Message} Message */

/** @param {Message} message */
function author(message) {
  return message.sender_chat?.title ?? (message.from ? fullName(message.from) : '');
}

/** @type {Record<string, (value: any, message: Message) => string>} */
const SENTENCES = {
  new_chat_members: (users, message) => {
    const names = users.map(fullName).join(t('list_comma'));
    const alone = users.length === 1 && users[0].id === message.from?.id;
    return alone ? t('s_joined', { who: names }) : t('s_added', { who: author(message), whom: names });
  },
  left_chat_member: (user, message) => (user.id === message.from?.id
    ? t('s_left', { who: fullName(user) })
    : t('s_removed', { who: author(message), whom: fullName(user) })),
  new_chat_title: (title, message) => t('s_title', { who: author(message), title }),
  new_chat_photo: (_, message) => t('s_photo', { who: author(message) }),
  delete_chat_photo: (_, message) => t('s_photo', { who: author(message) }),
  pinned_message: (pinned, message) => t('s_pinned', { who: author(message), what: summary(pinned) }),
  group_chat_created: (_, message) => t('s_group', { who: author(message) }),
  supergroup_chat_created: (_, message) => t('s_group', { who: author(message) }),
  migrate_to_chat_id: () => t('s_migrated'),
  migrate_from_chat_id: () => t('s_migrated'),
  forum_topic_created: (topic, message) => t('s_topic', { who: author(message), name: topic.name }),
  forum_topic_edited: (topic) => (topic.name ? t('s_topic_named', { name: topic.name }) : t('s_topic_icon')),
  forum_topic_closed: (_, message) => t('s_topic_closed', { who: author(message) }),
  forum_topic_reopened: (_, message) => t('s_topic_reopened', { who: author(message) }),
  general_forum_topic_hidden: () => t('s_general_hidden'),
  general_forum_topic_unhidden: () => t('s_general_shown'),
};

/** @param {Message} message @returns {string|null} null when it is an ordinary message */
export function serviceText(message) {
  for (const [field, sentence] of Object.entries(SENTENCES)) {
    if (message[field] !== undefined && message[field] !== null && message[field] !== false) {
      return sentence(message[field], message);
    }
  }
  return null;
}
