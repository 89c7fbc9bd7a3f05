import { Frais, ModaliteAccompagnement } from '@gouvfr-anct/lieux-de-mediation-numerique';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../domain/indicators/catalogue.ts';
import { CLASS_METHODS, MAX_CLASSES, MIN_CLASSES } from '../domain/classify/method.ts';
import { FIELD_PUBLICS } from '../domain/places/field-public.ts';
import { SERVICES } from '../domain/places/filter.ts';
import { OFFERS } from '../domain/places/offer.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import { MAP_LEVELS } from '../domain/territory/level.ts';
import { ZONE_KINDS } from '../domain/zones/zone.ts';
import { PRESETS } from '../domain/need/presets.ts';
import { COMPONENT_NAMES, isIngredient, REFERENCES } from '../domain/need/recipe.ts';
import { DEFAULT_INDEX, indexOf, MAX_NAME, presetIndex, type IndexView } from './index-view.ts';
import {
  DEFAULT_VIEW,
  DISTANCE_MEASURE,
  MAX_LEAST,
  MAX_TOP,
  PARAMETERS,
  SORT_KEYS,
  type MapView,
} from './map-view.ts';
import { readMapView, unknownParameters } from './read-map-view.ts';
import { mapAddress, rankingAddress, writeMapView } from './write-map-view.ts';

const read = (query: string) => readMapView(new URLSearchParams(query));

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values));

const camera = fc.record({
  lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 10_000),
  lat: fc.integer({ min: -850_000, max: 850_000 }).map((n) => n / 10_000),
  zoom: fc.integer({ min: 400, max: 1400 }).map((n) => n / 100),
});

const usable = INDICATORS.filter(isIngredient);

const ingredients = fc
  .uniqueArray(fc.constantFrom(...usable.map(({ id }) => id)), { minLength: 1, maxLength: 6 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((indicator) =>
        fc.record({
          indicator: fc.constant(indicator),
          weight: fc.integer({ min: 0, max: 10 }),
          fragile: fc.constantFrom('high' as const, 'low' as const),
        }),
      ),
    ),
  );

/** Parts of one's own, in one component or in named ones. */
const components = fc.oneof(
  ingredients.map((own) => [{ name: '', weight: 1, ingredients: own }]),
  fc
    .tuple(
      ingredients,
      fc.uniqueArray(fc.constantFrom(...COMPONENT_NAMES), { minLength: 1 }),
      fc.integer({ min: 0, max: 10 }),
    )
    .map(([own, names, weight]) =>
      names
        .map((name, at) => ({ name, weight, ingredients: own.filter((_, i) => i % names.length === at) }))
        .filter((component) => component.ingredients.length > 0),
    ),
);

const index: fc.Arbitrary<IndexView> = fc.oneof(
  fc.constantFrom(...PRESETS.map(({ id }) => presetIndex(id))),
  fc
    .record({
      components,
      normalisation: fc.constantFrom(
        'rank' as const,
        'deciles' as const,
        'min-max' as const,
        'z-score' as const,
      ),
      reference: fc.constantFrom(...REFERENCES),
      threshold: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      name: fc.string({ maxLength: MAX_NAME }).map((text) => text.trim()),
    })
    .map(({ name, ...recipe }) => indexOf(recipe, name)),
);

const view: fc.Arbitrary<MapView> = fc
  .record({
    indicator: fc.constantFrom(...INDICATORS.map(({ id }) => id)),
    level: fc.constantFrom('auto', ...MAP_LEVELS),
    method: fc.constantFrom(...CLASS_METHODS),
    classes: fc.integer({ min: MIN_CLASSES, max: MAX_CLASSES }),
    limits: fc.uniqueArray(
      fc.integer({ min: -9999, max: 99_999 }).map((n) => n / 10),
      { minLength: 2, maxLength: 8 },
    ),
    camera: fc.option(camera),
    territory: fc.option(fc.constantFrom('38185', '2A004', 'R84', '200040715', '38', 'FR')),
    layer: fc.constantFrom('indicator' as const, 'index' as const, 'distance' as const),
    index,
    second: fc.option(fc.constantFrom(DISTANCE_MEASURE, 'fibre-2026', 'chomage')),
    cloud: fc.boolean(),
    confidence: fc.boolean(),
    top: fc.integer({ min: 1, max: MAX_TOP }),
    within: fc.option(fc.constantFrom('38', 'R84', '200040715')),
    least: fc.constantFrom(0, 1, 2_000, MAX_LEAST),
    perimeter: fc.record({
      tokens: fc.uniqueArray(fc.constantFrom('38', '-38421', 'R84', '200040715'), { maxLength: 3 }),
      name: fc.constantFrom('', 'Pays de Guingamp', 'Sud & Est'),
    }),
    estimates: fc.boolean(),
    places: fc.boolean(),
    filter: fc.record({
      kinds: fc.uniqueArray(fc.constantFrom(...PLACE_KINDS)),
      services: fc.uniqueArray(fc.constantFrom(...SERVICES)),
      free: fc.boolean(),
      assisted: fc.boolean(),
    }),
    finer: fc.record({
      offers: some(OFFERS),
      publics: some(FIELD_PUBLICS),
      programmes: some(['aidants-connect', 'conseillers-numeriques']),
      partners: some(['emmaus-connect', 'ville']),
      funders: some(['departement']),
      fees: some(Object.values(Frais)),
      support: some(Object.values(ModaliteAccompagnement)),
      moment: fc.constantFrom(null, ...MOMENTS),
      freshness: fc.constantFrom(null, 12 as const, 18 as const),
      reference: fc.constantFrom('today', 'edition', '2024-02-29'),
    }),
    zones: fc.subarray([...ZONE_KINDS]),
    basemap: fc.boolean(),
    table: fc.record({
      open: fc.boolean(),
      sort: fc.option(fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() })),
      page: fc.integer({ min: 1, max: 900 }),
      query: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    }),
  })
  .map(({ limits, ...rest }) => {
    const breaks = rest.method === 'manual' ? limits.sort((a, b) => a - b) : [];
    const indexed = rest.layer === 'index';
    const cloud = rest.second !== null && rest.cloud;
    const composed = {
      cloud,
      index: indexed ? rest.index : DEFAULT_INDEX,
      confidence: indexed && rest.confidence,
    };
    return { ...rest, ...composed, breaks, classes: breaks.length > 0 ? breaks.length + 1 : rest.classes };
  });

describe('the address of a map', () => {
  it('holds the whole view', () => {
    fc.assert(
      fc.property(view, (shown) => {
        expect(read(writeMapView(shown))).toEqual({ view: shown, ignored: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  it('never shows a default', () => {
    expect(writeMapView(DEFAULT_VIEW)).toBe('');
    expect(mapAddress(DEFAULT_VIEW)).toBe('/carte');
    expect(mapAddress({ ...DEFAULT_VIEW, indicator: 'fibre-2026' })).toBe('/carte?i=fibre-2026');
  });

  it('needs no escape for what people share', () => {
    const shared = {
      ...DEFAULT_VIEW,
      camera: { lon: -61.5, lat: 16.2, zoom: 9 },
      filter: { ...DEFAULT_VIEW.filter, kinds: [...PLACE_KINDS] },
    };
    expect(mapAddress(shared)).toBe(
      '/carte?lt=france-services_conseiller-numerique_mediation&c=-61.5000_16.2000_9.00',
    );
  });

  it('is never refused: anything can stand in it', () => {
    const names = fc.oneof(fc.constantFrom(...Object.values(PARAMETERS)), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string()), { maxLength: 12 }), (pairs) => {
        const { view: shown } = readMapView(new URLSearchParams(pairs));
        expect(read(writeMapView(shown))).toEqual({ view: shown, ignored: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  it('falls back one parameter at a time, and says which', () => {
    const { view: shown, ignored } = read(
      'i=richesse&n=canton&k=42&c=5_95_9&t=Lyon&lt=mediation_bar&m=egaux&l=oui',
    );
    expect(shown).toEqual({
      ...DEFAULT_VIEW,
      method: 'equal',
      filter: { ...DEFAULT_VIEW.filter, kinds: ['mediation'] },
    });
    expect(ignored.map(({ parameter, value, reason }) => [parameter, value, reason])).toEqual([
      ['i', 'richesse', 'unknown-indicator'],
      ['n', 'canton', 'unknown-level'],
      ['k', '42', 'bad-classes'],
      ['lt', 'bar', 'unknown-kind'],
      ['c', '5_95_9', 'bad-camera'],
      ['t', 'Lyon', 'bad-territory'],
      ['l', 'oui', 'bad-switch'],
    ]);
  });

  it('takes limits in ascending order only', () => {
    expect(read('s=10_20_30').view).toMatchObject({ method: 'manual', breaks: [10, 20, 30], classes: 4 });
    for (const bad of ['s=20_10', 's=10', 's=a_b', 's=1_2_3_4_5_6_7_8_9', 's=1_1', 's=']) {
      expect(read(bad).view.method).toBe('quantile');
      expect(read(bad).ignored[0]?.reason).toBe('bad-breaks');
    }
  });

  it('leaves out the parts of an index that it does not know, and says which', () => {
    const { view: shown, ignored } = read(
      'x=fibre-2026.5_richesse.2_chomage.11_chomage.3.b&xm=personnes&xs=140',
    );
    expect(shown.layer).toBe('index');
    expect(shown.index).toEqual(
      indexOf({
        ...DEFAULT_INDEX.recipe,
        components: [
          {
            name: '',
            weight: 1,
            ingredients: [
              { indicator: 'fibre-2026', weight: 5, fragile: 'low' },
              { indicator: 'chomage', weight: 3, fragile: 'low' },
            ],
          },
        ],
      }),
    );
    expect(ignored.map(({ parameter, reason }) => [parameter, reason])).toEqual([
      ['x', 'unknown-ingredient'],
      ['x', 'bad-ingredient'],
      ['xs', 'bad-threshold'],
      ['xm', 'unfit-normalisation'],
    ]);
    expect(read('x=nimporte').view.index).toEqual(DEFAULT_INDEX);
  });

  it('names a ready-made index by its word, and its ranking by less', () => {
    const shown: MapView = { ...DEFAULT_VIEW, layer: 'index' };
    expect(mapAddress(shown)).toBe('/carte?x=maillage');
    expect(rankingAddress(shown)).toBe('/indices');
    expect(readMapView(new URLSearchParams(''), 'index').view).toEqual(shown);
    expect(mapAddress({ ...shown, index: presetIndex('deri') })).toBe('/carte?x=deri');
  });

  it('reads a territory whatever the case of its letters', () => {
    expect(read('t=2a004').view.territory).toBe('2A004');
  });

  it('lists parameters it does not know, but not those of trackers', () => {
    expect(
      unknownParameters(new URLSearchParams('i=fibre-2026&indicateur=x&utm_source=y')).map(
        (one) => one.parameter,
      ),
    ).toEqual(['indicateur']);
  });
});
