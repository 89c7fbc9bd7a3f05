import type { MapView } from '../view/map-view.ts';
import { readMapView, unknownParameters } from '../view/read-map-view.ts';

/** A pause in a movement: the address follows then. */
const SETTLE_MS = 250;

/** What owns an address: the page, which alone navigates. */
export interface AddressedPage {
  /** The address of a view. */
  write: (view: MapView) => string;
  /** What the page is about, whatever the address says. */
  about: 'index' | null;
  parameters: () => URLSearchParams;
  go: (
    address: string,
    options: { replaceState: boolean; keepFocus: boolean; noScroll: boolean },
  ) => Promise<void>;
}

/**
 * The view, owned by the address. What was asked last is shown at once, before the server has
 * answered, so that two changes in a row add up.
 */
export class ViewAddress {
  #asked = $state.raw<MapView | null>(null);
  #writing: ReturnType<typeof setTimeout> | undefined;
  readonly #page: AddressedPage;
  readonly #reading = $derived.by(() => readMapView(this.#page.parameters(), this.#page.about));
  readonly view: MapView = $derived(this.#asked ?? this.#reading.view);
  /** Whether the server has yet to answer for what is shown. */
  readonly waiting = $derived(this.#asked !== null);
  readonly ignored = $derived.by(() => [
    ...this.#reading.ignored,
    ...unknownParameters(this.#page.parameters()),
  ]);

  constructor(page: AddressedPage) {
    this.#page = page;
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
      await this.#page.go(this.#page.write(next), { replaceState: replace, keepFocus: true, noScroll: true });
    } finally {
      if (this.#asked === next) this.#asked = null;
    }
  }
}
