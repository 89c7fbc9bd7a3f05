import { isSourceId, sourceNotice } from '../../domain/indicators/source.ts';
import { HAND_SOURCE } from '../../domain/places/by-hand.ts';
import type { Snapshot } from './snapshot.ts';

/** The name of the source of a record: a producer's file, a list that somebody imported, or an entry by hand. */
export function sourceName(data: Snapshot, source: string): string {
  if (isSourceId(source)) return sourceNotice(source).title;
  if (source === HAND_SOURCE) return 'Saisie à la main';
  return data.lists.get(source)?.name ?? 'Liste importée';
}
