/**
 * The stream of what happens. The browser resumes by Last-Event-ID on short breaks; when the server forgot us or
 * restarted, `resync` asks for everything shown to be read again.
 */
const KINDS = ['message', 'deleted', 'callback_answer', 'chat', 'typing', 'time'];
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export class Live extends EventTarget {
  #wait = FIRST_WAIT_MS;
  #wasLost = false;

  /** @param {number} since the last event already known */
  connect(since) {
    let last = since;
    const source = new EventSource(`sandbox/events?after=${since}`);
    source.addEventListener('open', () => {
      this.#wait = FIRST_WAIT_MS;
      this.#tell('state', true);
      if (this.#wasLost) this.#tell('resync', null);
      this.#wasLost = false;
    });
    source.addEventListener('error', () => {
      this.#wasLost = true;
      this.#tell('state', false);
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.connect(last), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    });
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        const { data, lastEventId } = /** @type {MessageEvent} */ (event);
        last = Number(lastEventId) || last;
        if (data) this.#tell(kind, JSON.parse(data));
      });
    }
  }

  /** @param {string} kind @param {any} detail */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
