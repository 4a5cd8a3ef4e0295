/** The service's time, counted from an instant. The longer of two measures counts: this machine may sleep, or its clock be set. */
export class ServiceTime {
  #at;
  #wall = Date.now();
  #steady = performance.now();

  constructor(instant) {
    this.#at = Date.parse(instant);
  }

  now() {
    return this.#at + Math.max(performance.now() - this.#steady, Date.now() - this.#wall);
  }

  /** Milliseconds until an instant; 0 if it has passed. */
  until(instant) {
    return Math.max(0, Date.parse(instant) - this.now());
  }
}

/** `7:05` or `1:07:05`, rounded up to whole seconds. */
export function countdown(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) {
    parts.unshift(Math.floor(seconds / 3600));
  }
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
