import { tornEdges } from '#lib/geo/torn-edges.ts';
import { decodeTile } from './decode-tile.ts';

/** What the tiles of one zoom weigh and show. */
export interface ZoomFigures {
  zoom: number;
  tiles: number;
  /** Gzipped. */
  bytes: number;
  largestTileBytes: number;
  /** Share of inland border edges that no neighbour's edge meets. */
  tornShare: number;
  tornEdges: number;
  edges: number;
  /** Communes that no tile of the zoom shows. */
  missing: number;
}

/** Adds up the figures of one zoom, tile by tile. */
export class ZoomCounter {
  readonly #zoom: number;
  readonly #inland: ReadonlySet<string>;
  readonly #codes = new Set<string>();
  #tiles = 0;
  #bytes = 0;
  #largest = 0;
  #edges = 0;
  #torn = 0;

  constructor(zoom: number, inland: ReadonlySet<string>) {
    this.#zoom = zoom;
    this.#inland = inland;
  }

  add(bytes: Uint8Array): void {
    const { features, extent } = decodeTile(bytes);
    const { edges, torn } = tornEdges(features, (code) => this.#inland.has(code), extent);
    this.#tiles++;
    this.#bytes += bytes.length;
    this.#largest = Math.max(this.#largest, bytes.length);
    this.#edges += edges;
    this.#torn += torn;
    for (const { code } of features) this.#codes.add(code);
  }

  figures(expected: number): ZoomFigures {
    return {
      zoom: this.#zoom,
      tiles: this.#tiles,
      bytes: this.#bytes,
      largestTileBytes: this.#largest,
      tornShare: this.#edges === 0 ? 0 : this.#torn / this.#edges,
      tornEdges: this.#torn,
      edges: this.#edges,
      missing: expected - this.#codes.size,
    };
  }
}
