import * as maplibre from 'maplibre-gl';

/**
 * The page of the recolouring bench: one map of the communes, as the application lays it, whose colours
 * are changed in three ways. `change` resolves once the map has drawn the change.
 */
maplibre.setWorkerUrl('/maplibre-gl-worker.mjs');

const { style, fills, source, states } = await (await fetch('/setting.json')).json();
const figures = states.map((/** @type {number[]} */ codes) => Uint8Array.from(codes));

const map = new maplibre.Map({
  container: 'map',
  style,
  center: [2.5, 46.6],
  zoom: 5,
  fadeDuration: 0,
  attributionControl: false,
});
await map.once('idle');

/** @type {Uint8Array | null} */
let told = null;

/** @param {Uint8Array} codes @param {boolean} all */
function tell(codes, all) {
  for (let id = 0; id < codes.length; id++) {
    if (all || told?.[id] !== codes[id]) map.setFeatureState({ ...source, id }, { code: codes[id] });
  }
  told = codes;
}

const ways = {
  /** @param {Uint8Array} codes */
  everyState: (codes) => tell(codes, true),
  /** @param {Uint8Array} codes */
  changedStates: (codes) => tell(codes, false),
  /** The colour of each commune written into the style. @param {Uint8Array} codes */
  match(codes) {
    const cases = [...codes].flatMap((code, id) => [id, fills.colours[code] ?? fills.none]);
    const colour = /** @type {unknown} */ (['match', ['id'], ...cases, fills.none]);
    map.setPaintProperty(
      fills.id,
      'fill-color',
      /** @type {import('maplibre-gl').ExpressionSpecification} */ (colour),
    );
  },
};

Object.assign(globalThis, {
  ready: true,
  /** @param {keyof typeof ways} way @param {number} at */
  async change(way, at) {
    const drawn = map.once('idle');
    ways[way](figures[at]);
    map.triggerRepaint();
    await drawn;
  },
  /** Back to colours from states. */
  restore() {
    told = null;
    map.setPaintProperty(fills.id, 'fill-color', fills.byState);
  },
});
