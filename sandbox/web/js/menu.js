/** A menu that opens beside what was pressed; arrows move, Escape leaves. */
import { h, icon } from './dom.js';

/** @typedef {{label: string, icon?: string, danger?: boolean, run: () => void}|'line'} MenuItem */

/** @type {HTMLElement|null} */
let open = null;
/** @type {HTMLElement|null} */
let opener = null;

export function closeMenu() {
  open?.remove();
  open = null;
}

/** @param {Element} anchor @param {MenuItem[]} items @param {Node} [head] something above the items */
export function openMenu(anchor, items, head) {
  closeMenu();
  opener = /** @type {HTMLElement} */ (anchor);
  const menu = h('div.menu', { role: 'menu' }, head ?? null, items.map((item) => (item === 'line'
    ? h('hr', {})
    : h(`button.menu-item${item.danger ? '.danger' : ''}`, {
      type: 'button',
      role: 'menuitem',
      onclick: () => {
        closeMenu();
        opener?.focus();
        item.run();
      },
    }, item.icon ? icon(item.icon) : null, item.label))));
  menu.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => move(menu, event));
  document.body.append(menu);
  place(menu, anchor.getBoundingClientRect());
  open = menu;
  /** @type {HTMLElement|null} */ (menu.querySelector('[role=menuitem]'))?.focus();
}

/** @param {HTMLElement} menu @param {KeyboardEvent} event */
function move(menu, event) {
  const all = [...menu.querySelectorAll('button')];
  const at = all.indexOf(/** @type {any} */ (document.activeElement));
  if (event.key === 'Escape' || event.key === 'Tab') {
    closeMenu();
    opener?.focus();
  } else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
  else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
  else return;
  event.preventDefault();
}

/** @param {HTMLElement} menu @param {DOMRect} beside */
function place(menu, beside) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(beside.right - width, innerWidth - width - 8));
  const below = beside.bottom + 4;
  const wished = below + height > innerHeight - 8 ? beside.top - height - 4 : below;
  const top = Math.max(8, Math.min(wished, innerHeight - height - 8));
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

document.addEventListener('pointerdown', (event) => {
  if (open && !open.contains(/** @type {Node} */ (event.target))) closeMenu();
});
window.addEventListener('resize', closeMenu);
