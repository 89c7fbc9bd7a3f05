import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { MapView } from '../view/map-view.ts';
import { readMapView, unknownParameters } from '../view/read-map-view.ts';

/** A pause in a movement: the address follows then. */
const SETTLE_MS = 250;

/**
 * The view, owned by the address. What was asked last is shown at once, before the server has
 * answered, so that two changes in a row add up.
 */
export class ViewAddress {
  #asked = $state.raw<MapView | null>(null);
  #writing: ReturnType<typeof setTimeout> | undefined;
  readonly #write: (view: MapView) => string;
  readonly #about: 'index' | null;
  readonly #reading = $derived.by(() => readMapView(page.url.searchParams, this.#about));
  readonly view: MapView = $derived(this.#asked ?? this.#reading.view);
  /** Whether the server has yet to answer for what is shown. */
  readonly waiting = $derived(this.#asked !== null);
  readonly ignored = $derived([...this.#reading.ignored, ...unknownParameters(page.url.searchParams)]);

  /** `write` gives the address of a view; `about` is what the page is about, whatever the address says. */
  constructor(write: (view: MapView) => string, about: 'index' | null = null) {
    this.#write = write;
    this.#about = about;
  }

  /**
   * Shows a change at once and writes it in the address when no other follows: browsers refuse to
   * write an address at every move of a slider.
   */
  follow(change: Partial<MapView>): void {
    this.#asked = { ...this.view, ...change };
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => void this.show({}, { replace: true }), SETTLE_MS);
  }

  /** Changes the view; `replace` when going back should skip this step (the camera, a filter). */
  async show(change: Partial<MapView>, { replace = false }: { replace?: boolean } = {}): Promise<void> {
    clearTimeout(this.#writing);
    const next = { ...this.view, ...change };
    this.#asked = next;
    try {
      await goto(this.#write(next), { replaceState: replace, keepFocus: true, noScroll: true });
    } finally {
      if (this.#asked === next) this.#asked = null;
    }
  }
}
