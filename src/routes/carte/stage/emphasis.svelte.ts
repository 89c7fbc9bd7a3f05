import type { MapLevel } from '#lib/domain/territory/level.ts';
import { territoriesOfClass } from '#lib/map/emphasis.ts';
import type { Painting } from '#lib/map/painting.ts';
import type { TerritoryAt } from '#lib/map/pointer.ts';

/** Some territories of a level. */
export interface Kept {
  level: MapLevel;
  /** 1 for each of them. */
  mask: Uint8Array;
}

/** What is brought forward, the same on the map, in its legend and in its cloud of points. */
export class Emphasis {
  readonly #painting: () => Painting | null;
  /** Class under the pointer or the focus, in the legend. */
  touched = $state<number | null>(null);
  /** Class kept until pressed again. */
  pinned = $state<number | null>(null);
  /** Territories inside the rectangle drawn on the cloud. */
  brushed = $state.raw<Kept | null>(null);
  /** The territory under the pointer or the keyboard on the map. */
  onMap = $state.raw<TerritoryAt | null>(null);
  /** The same on the cloud. */
  onCloud = $state.raw<TerritoryAt | null>(null);

  constructor(painting: () => Painting | null) {
    this.#painting = painting;
  }

  /** The class brought forward; a recut with fewer classes forgets one that is no more. */
  readonly class = $derived.by(() => {
    const wanted = this.touched ?? this.pinned;
    const count = this.#painting()?.classification.counts.length ?? 0;
    return wanted !== null && wanted < count ? wanted : null;
  });

  readonly kept: Kept | null = $derived.by(() => {
    const painting = this.#painting();
    if (!painting) return null;
    const { codes } = painting.classification;
    if (this.class !== null) return { level: painting.level, mask: territoriesOfClass(codes, this.class) };
    const { brushed } = this;
    return brushed?.level === painting.level && brushed.mask.length === codes.length ? brushed : null;
  });

  /** Keeps a class, or lets it go. */
  pin(at: number): void {
    this.pinned = this.pinned === at ? null : at;
  }
}
