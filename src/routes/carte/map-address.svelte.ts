import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { MapView } from '#lib/view/map-view.ts';
import { readMapView, unknownParameters } from '#lib/view/read-map-view.ts';
import { mapAddress } from '#lib/view/write-map-view.ts';

/** A pause in a movement: the address follows then. */
const SETTLE_MS = 250;

/**
 * The view, owned by the address. What was asked last is shown at once, before the server has
 * answered, so that two changes in a row add up.
 */
export class MapAddress {
  #asked = $state.raw<MapView | null>(null);
  #writing: ReturnType<typeof setTimeout> | undefined;
  readonly #reading = $derived(readMapView(page.url.searchParams));
  readonly view: MapView = $derived(this.#asked ?? this.#reading.view);
  /** Whether the server has yet to answer for what is shown. */
  readonly waiting = $derived(this.#asked !== null);
  readonly ignored = $derived([...this.#reading.ignored, ...unknownParameters(page.url.searchParams)]);

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
      await goto(mapAddress(next), { replaceState: replace, keepFocus: true, noScroll: true });
    } finally {
      if (this.#asked === next) this.#asked = null;
    }
  }
}
