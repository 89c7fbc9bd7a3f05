import { indicator as find } from '../../domain/indicators/catalogue.ts';
import { sourceNotice, SOURCES } from '../../domain/indicators/source.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import { NO_FILTER } from '../../domain/places/filter.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type {
  FrozenEdition,
  FrozenFigure,
  FrozenFigures,
} from '../../domain/strategy/diagnosis/frozen-figures.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { isoDay } from '../../format/date.ts';
import { formatCell } from '../../format/figure.ts';
import { formatCount, formatDistance, formatNumber } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import { coverageOf } from '../queries/access/coverage.ts';
import { readPortrait } from '../queries/portrait.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = diagnostic.frozen;

/** The figures of a perimeter as they stand, to be kept and compared: its indicators, its places, and who is far from one. */
export async function frozenFigures(data: Snapshot, territory: Territory, now: Date): Promise<FrozenFigures> {
  const portrait = await readPortrait(data, territory, NO_FILTER);
  const communes = data.territories.communes(territory);
  const coverage = portrait.coverage ?? (await coverageOf(data, communes, NO_FILTER));
  const editions = editionsOf(data);
  const places = PLACE_SOURCES.map((id) => sourceNotice(id).title).join(', ');
  const counted = (id: string, label: string, value: number, text: string): FrozenFigure => ({
    id,
    label,
    text,
    value,
    year: '',
    source: places,
  });
  return {
    day: isoDay(now),
    territory: slugOf(territory.level, territory.code),
    name: formatName(territory),
    editions,
    figures: [
      ...portrait.figures
        .filter(({ classes }) => classes === null)
        .map(({ indicator, cell, source }): FrozenFigure => {
          const described = find(indicator);
          return {
            id: indicator,
            label: described.label,
            text: formatCell(described, cell),
            value: isKnown(cell) ? cell.value : null,
            year: described.year,
            source: sourceNotice(source).title,
          };
        }),
      counted('lieux', words.places, portrait.places.total, formatNumber(portrait.places.total)),
      ...coverage.beyond.map(({ metres, count }) =>
        counted(
          `loin-${metres}`,
          words.beyond(formatDistance(metres)),
          Math.round(count.people),
          formatCount(Math.round(count.people), 'habitant'),
        ),
      ),
    ],
  };
}

/** The editions that are loaded. */
const editionsOf = (data: Snapshot): FrozenEdition[] =>
  SOURCES.flatMap(({ id }) => {
    const version = data.versions.get(id);
    return version
      ? [{ source: id, title: version.title, edition: version.edition, loaded: isoDay(version.loadedAt) }]
      : [];
  });
