/** Files dragged over an area. */

/** @param {HTMLElement} area @param {(files: File[]) => void} take */
export function watchDrops(area, take) {
  let depth = 0;
  const isFile = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const settle = () => area.classList.toggle('dropping', depth > 0);
  area.addEventListener('dragenter', (event) => {
    if (!isFile(event)) return;
    depth += 1;
    settle();
  });
  area.addEventListener('dragleave', (event) => {
    if (!isFile(event)) return;
    depth -= 1;
    settle();
  });
  area.addEventListener('dragover', (event) => isFile(event) && event.preventDefault());
  area.addEventListener('drop', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    depth = 0;
    settle();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
