import { isSourceId, sourceNotice } from '#lib/domain/indicators/source.ts';
import { isInUse } from '#lib/domain/places/call-list.ts';
import { dayFor, type ReferenceDay } from '#lib/domain/places/freshness.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { qualityOfGroup, type GroupQuality } from '#lib/domain/places/quality.ts';
import type { Level } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { lieuxQualite } from '#lib/messages/lieux-qualite.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** One line of a table. */
export interface QualityRow {
  key: string;
  label: string;
  /** Slug of the territory; `null` for a source, or for what is in none. */
  slug: string | null;
  quality: GroupQuality;
}

export type PartLevel = 'region' | 'departement' | 'epci' | 'commune';

export interface QualityTables {
  total: GroupQuality;
  sources: QualityRow[];
  /** `null` when the territory has no parts. */
  parts: { level: PartLevel; rows: QualityRow[] } | null;
}

/** What one looks at below each level. */
const PARTS: Readonly<Partial<Record<Level, PartLevel>>> = {
  france: 'region',
  region: 'departement',
  departement: 'epci',
  epci: 'commune',
  ept: 'commune',
};

/** The quality of the places in use of a territory (`null`: everywhere), by source and by part. */
export function qualityTables(data: Snapshot, territory: Territory | null, on: ReferenceDay): QualityTables {
  const inside = territory && new Set(data.territories.communes(territory).map(({ code }) => code));
  const places = data.places.filter(
    (place) =>
      isInUse(place, dayFor(on, place)) &&
      (inside === null || (place.commune !== null && inside.has(place.commune))),
  );
  const level = PARTS[territory?.level ?? 'france'];
  return {
    total: qualityOfGroup(places, on),
    sources: sourceRows(places, on),
    parts: level ? { level, rows: partRows(data, places, level, on) } : null,
  };
}

function sourceRows(places: readonly Place[], on: ReferenceDay): QualityRow[] {
  return [...new Set(places.flatMap(({ sources }) => sources))]
    .map((source) => ({
      key: source,
      label: isSourceId(source) ? sourceNotice(source).title : source,
      slug: null,
      quality: qualityOfGroup(
        places.filter(({ sources }) => sources.includes(source)),
        on,
      ),
    }))
    .sort(byLabel);
}

function partRows(
  data: Snapshot,
  places: readonly Place[],
  level: PartLevel,
  on: ReferenceDay,
): QualityRow[] {
  const partOf = ({ commune }: Place): Territory | 'outside' | 'unknown' => {
    const found = commune === null ? undefined : data.territories.get('commune', commune);
    if (!found) return 'unknown';
    if (level === 'commune') return found;
    return data.territories.get(level, found[level] ?? '') ?? 'outside';
  };
  const words = lieuxQualite.quality;
  const byPart = new Map<Territory | 'outside' | 'unknown', Place[]>();
  for (const place of places) {
    const part = partOf(place);
    const held = byPart.get(part);
    if (held) held.push(place);
    else byPart.set(part, [place]);
  }
  const rows = [...byPart].map(([part, held]) => {
    const quality = qualityOfGroup(held, on);
    if (part === 'unknown') return { key: part, label: words.noCommune, slug: null, quality };
    if (part === 'outside') return { key: part, label: words.outside[level], slug: null, quality };
    return { key: part.code, label: part.name, slug: slugOf(level, part.code), quality };
  });
  // What is in no territory comes last.
  return rows.sort((a, b) => Number(a.slug === null) - Number(b.slug === null) || byLabel(a, b));
}

const byLabel = (a: QualityRow, b: QualityRow): number => a.label.localeCompare(b.label, 'fr');
