/**
 * Shapes shared by the modules. Only what the page reads is named; everything else of a Bot API object passes through.
 *
 * @typedef {{id: number, slug?: string, first_name: string, last_name?: string, username?: string, is_bot?: boolean,
 *   language_code?: string, phone?: string, role?: string, bio?: string, started?: boolean, blocked?: boolean}} User
 * @typedef {{user_id: number, status: string, rights?: Record<string, boolean>}} Member
 * @typedef {{message_thread_id: number, name: string, is_closed?: boolean}} Topic
 * @typedef {{id: number, slug?: string, type: string, title: string, is_forum?: boolean, migrated_to?: number|null,
 *   general?: {name: string, is_closed: boolean, is_hidden: boolean}, members: Member[], topics: Topic[]}} Chat
 * @typedef {{type: string, offset: number, length: number, url?: string, language?: string, user?: User}} Entity
 * @typedef {{text: string, callback_data?: string, url?: string, style?: string} & Record<string, any>} Button
 * @typedef {{message_id: number, date: number, text?: string, entities?: Entity[], caption?: string,
 *   caption_entities?: Entity[], from?: User, chat: {id: number}, deleted?: boolean, edit_date?: number,
 *   message_thread_id?: number, is_topic_message?: boolean, media_group_id?: string,
 *   reply_markup?: {inline_keyboard?: Button[][]}} & Record<string, any>} Message
 * @typedef {{user: number, chat: number, thread: number}} Place  Where a pane looks: as whom, at which chat and topic
 *   (0 is General, and every chat without topics).
 */

export {};
