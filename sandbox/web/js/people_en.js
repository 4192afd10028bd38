/** English for the demo's people, who are described in Chinese. Anybody else is shown as they are. */
import { language } from './i18n.js';

/** @type {Record<string, string>} */
const ROLES = {
  居民: 'resident',
  居民小组长: 'group leader',
  社区工作人员: 'community staff',
  街道干部: 'street officer',
  居务监督委员: 'supervisor',
  民主理财小组成员: 'finance group',
  社区法律顾问: 'legal adviser',
};

/** @type {Record<string, string>} */
const BIOS = {
  'resident-wang': '72, lives alone in block 3; always the first to notice a dead stairwell lamp.',
  'resident-li': '35, works all day and only has time for reports late at night.',
  'resident-chen': 'Moved here two years ago, writes traditional characters, has a child in first grade.',
  'resident-smith': 'Teaches English at the nearby school and reads only English.',
  'leader-zhao': 'Leads group three, knows every household, settles small things on the spot.',
  'staff-liu': 'The experienced one at the front desk: registers and answers residents.',
  'staff-sun': 'Looks after property and repairs, mostly out on site.',
  'street-he': 'Heads the street’s petition office and takes the hard cases.',
  'supervisor-qian': 'Retired teacher, chairs the supervision committee, reads accounts closely.',
  'supervisor-wu': 'Supervisor who listens to what residents say about officials.',
  'finance-zheng': 'Thirty years an accountant; checks the community’s books every month.',
  'lawyer-feng': 'In the community every Wednesday afternoon for free legal advice.',
  'staff-gao': 'Community staff; later a resident will report him.',
};

/** @param {import('./types.js').User} user @returns {string} */
export function roleOf(user) {
  return (language() === 'en' && ROLES[user.role ?? '']) || (user.role ?? '');
}

/** @param {import('./types.js').User} user @returns {string} */
export function bioOf(user) {
  return (language() === 'en' && BIOS[user.slug ?? '']) || (user.bio ?? '');
}
