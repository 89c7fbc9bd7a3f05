import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { MAP_FONTS } from './place-layers.ts';

/** What is taken of a basemap: its sources, its ground and its names, under ids of their own. */
export interface Basemap {
  sources: Record<string, SourceSpecification>;
  /** Areas and lines, drawn beneath the figures. */
  beneath: LayerSpecification[];
  /** Names, drawn above them. */
  above: LayerSpecification[];
}

const PREFIX = 'plan-';
const ATTRIBUTION = '© IGN';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Takes what can be drawn of a basemap's style read from the network: fills and lines beneath the
 * figures, plain text above. Text takes the page's font, so that no glyph nor sprite is asked for;
 * patterns and icons are left out. Gives `null` when it is no such style.
 */
export function readBasemap(style: unknown): Basemap | null {
  if (!isRecord(style) || style.version !== 8 || !isRecord(style.sources) || !Array.isArray(style.layers))
    return null;
  const sources: Basemap['sources'] = {};
  for (const [id, source] of Object.entries(style.sources)) {
    if (isRecord(source) && (source.type === 'vector' || source.type === 'raster')) {
      sources[PREFIX + id] = { ...source, attribution: ATTRIBUTION } as unknown as SourceSpecification;
    }
  }
  const beneath: LayerSpecification[] = [];
  const above: LayerSpecification[] = [];
  for (const layer of style.layers as unknown[]) {
    if (!isRecord(layer) || typeof layer.id !== 'string' || typeof layer.source !== 'string') continue;
    if (!sources[PREFIX + layer.source]) continue;
    const own = {
      ...layer,
      id: PREFIX + layer.id,
      source: PREFIX + layer.source,
    } as unknown as LayerSpecification;
    if (own.type === 'symbol') {
      const named = plainText(own);
      if (named) above.push(named);
    } else if (own.type === 'raster' || ((own.type === 'fill' || own.type === 'line') && !hasPattern(own))) {
      beneath.push(own);
    }
  }
  return beneath.length > 0 ? { sources, beneath, above } : null;
}

const hasPattern = (layer: LayerSpecification): boolean =>
  isRecord(layer.paint) && ('fill-pattern' in layer.paint || 'line-pattern' in layer.paint);

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

/** A layer of names without its icons; `null` when it has no name. */
function plainText(layer: SymbolLayer): SymbolLayer | null {
  const { layout = {}, paint = {}, ...rest } = layer;
  if (layout['text-field'] === undefined) return null;
  const keep = (group: object): object =>
    Object.fromEntries(Object.entries(group).filter(([name]) => !name.startsWith('icon-')));
  return { ...rest, layout: { ...keep(layout), 'text-font': MAP_FONTS }, paint: keep(paint) };
}
