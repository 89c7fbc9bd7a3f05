import { afterNavigate } from '$app/navigation';
import type { Viewpoint } from '#lib/map/camera.ts';

/** The address follows the camera once it has stopped. */
const SETTLE_MS = 250;

interface Followed {
  /** Writes where the map looks in the address. */
  write: (viewpoint: Viewpoint) => void;
  /** Sends the map where the address says. */
  look: () => void;
}

/** Keeps the address and the camera of the map together: each follows the other, never both at once. */
export class CameraAddress {
  /** Where the map looks, once it has moved. */
  last: Viewpoint | null = null;
  readonly #write: Followed['write'];
  /** Whether the map is on its way to where the address says: nothing to write. */
  #following = false;
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** Made while the page component starts. */
  constructor({ write, look }: Followed) {
    this.#write = write;
    $effect(() => () => clearTimeout(this.#writing));
    afterNavigate(({ type }) => {
      if (type !== 'popstate') return;
      clearTimeout(this.#writing);
      this.#following = true;
      look();
    });
  }

  /** The map looks elsewhere. */
  moved(viewpoint: Viewpoint): void {
    const before = this.last;
    this.last = viewpoint;
    if (this.#following || before === null || isSame(before, viewpoint)) {
      this.#following = false;
      return;
    }
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(viewpoint), SETTLE_MS);
  }
}

function isSame(one: Viewpoint, other: Viewpoint): boolean {
  return (
    Math.abs(one.lon - other.lon) < 1e-6 &&
    Math.abs(one.lat - other.lat) < 1e-6 &&
    Math.abs(one.zoom - other.zoom) < 1e-4
  );
}
