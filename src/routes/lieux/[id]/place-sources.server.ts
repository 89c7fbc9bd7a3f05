import { isSourceId, sourceNotice } from '#lib/domain/indicators/source.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { lieux } from '#lib/messages/lieux.ts';
import type { PlaceOrigins } from '#lib/server/queries/places/places.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** A source of a place, and what it gives. */
export interface PlaceSource {
  title: string;
  producer: string;
  edition: string;
  licence: string;
  page: string | null;
  /** Names of the fields that come from it; empty when origins are not told apart. */
  gives: string[];
}

const words = lieux.place;

const sourceOf = (key: string): string => key.slice(0, key.indexOf('/'));

/** Names of the fields that come from each source, once each. */
function fieldsBySource({ origins }: PlaceOrigins): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const [field, key] of Object.entries(origins)) {
    const name = Object.hasOwn(words.fields, field) ? words.fields[field] : undefined;
    if (name === undefined) continue;
    const source = sourceOf(key);
    fields.set(source, (fields.get(source) ?? new Set()).add(name));
  }
  return fields;
}

/** The sources of a place, in the order in which they speak. */
export function placeSources(data: Snapshot, place: Place, origins: PlaceOrigins): PlaceSource[] {
  const fields = fieldsBySource(origins);
  return [...new Set([...origins.records.map(sourceOf), ...place.sources])].map((source) => {
    const gives = [...(fields.get(source) ?? [])];
    if (!isSourceId(source))
      return {
        title: words.list,
        producer: words.listProducer,
        edition: words.notSaid,
        licence: words.notSaid,
        page: null,
        gives,
      };
    const { title, producer, edition, licence, page } = sourceNotice(source);
    const version = data.versions.get(source);
    return {
      title,
      producer: data.demonstration ? lieux.place.fictional : producer,
      edition: version?.edition ?? edition,
      licence,
      page: data.demonstration ? null : page,
      gives,
    };
  });
}
