import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';
import { findIndicator, mayRepublish } from '#lib/domain/indicators/catalogue.ts';
import { indicatorChoices } from '#lib/domain/indicators/choices.ts';
import { isMapLevel, type MapLevel } from '#lib/domain/territory/level.ts';
import { ZONE_KINDS } from '#lib/domain/zones/zone.ts';
import { ZONE_SOURCES } from '#lib/domain/zones/zone-source.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatName } from '#lib/format/territory.ts';
import { reutiliser as words } from '#lib/messages/reutiliser.ts';
import { currentData } from '#lib/server/app.ts';
import { typedTerritory } from '#lib/server/queries/typed-territory.ts';
import {
  tileJsonPath,
  tileTemplate,
  zoneTileJsonPath,
  zoneTileTemplate,
} from '#lib/server/tiles/tile-json.ts';
import { DEFAULT_VIEW, PARAMETERS } from '#lib/view/map-view.ts';
import type { PageServerLoad } from './$types';

/** Parameter of what is typed for a territory. */
const WHERE = 'ou';
const DISTANCE_WORD = 'distance';

/** The addresses of what one looks at, ready to be copied into another tool. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { searchParams: asked, origin } = url;
  const said = asked.get(PARAMETERS.indicator);
  const distance = said === DISTANCE_WORD || asked.get(PARAMETERS.distance) === '1';
  const known = findIndicator(said ?? '');
  const subject = known && mayRepublish(known) ? known : findIndicator(DEFAULT_VIEW.indicator);
  const typed = asked.get(WHERE)?.trim().slice(0, 100) ?? null;
  const slug = asked.get(PARAMETERS.territory);
  const territory =
    typed === null
      ? (slug !== null && data.territories.bySlug(slug)) || null
      : typed === ''
        ? null
        : typedTerritory(data, typed);
  const wanted = asked.get(PARAMETERS.level) ?? '';
  const level: MapLevel = distance ? 'commune' : isMapLevel(wanted) ? wanted : 'commune';
  const inside = territory && territory.level !== 'france' ? territory : null;
  const query = new URLSearchParams([
    distance ? [PARAMETERS.distance, '1'] : [PARAMETERS.indicator, subject?.id ?? ''],
    [PARAMETERS.level, level],
    ...(inside ? [[PARAMETERS.territory, slugOf(inside.level, inside.code)]] : []),
  ]);
  const file = (format: string, more = ''): string => `${origin}/carte/export.${format}?${query}${more}`;
  const label = distance ? DISTANCE.label : (subject?.label ?? '');
  return {
    // Under the name of their theme. Other tools bring no session: what only some may see would not answer them.
    groups: indicatorChoices(mayRepublish, ({ label, year }) => `${label} (${year})`),
    measure: distance ? DISTANCE_WORD : (subject?.id ?? ''),
    level,
    typed: typed ?? (inside ? formatName(inside) : ''),
    notice: typed !== null && typed !== '' && !territory ? words.unknownTerritory(typed) : null,
    ready: words.ready(label, inside ? formatName(inside) : words.wholeCountry),
    embed: `/integrer?${query}`,
    addresses: {
      geojson: file('geojson'),
      xlsx: file('xlsx'),
      csv: file('csv'),
      plain: file('csv', '&international=1'),
      template: tileTemplate(origin, level),
      tileJson: origin + tileJsonPath(level),
      zones: ZONE_KINDS.filter((kind) => data.versions.has(ZONE_SOURCES[kind])).map((kind) => ({
        kind,
        template: zoneTileTemplate(origin, kind),
        tileJson: origin + zoneTileJsonPath(kind),
      })),
    },
  };
};
