import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { SOURCES } from '#lib/domain/indicators/source.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { Level } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { stateStyle } from '#lib/charts/fills.ts';
import { UNCLASSED, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { formatDate } from '#lib/format/date.ts';
import { STATE_LABELS, formatValue } from '#lib/format/figure.ts';
import { LEVEL_LABELS, formatName } from '#lib/format/territory.ts';
import { home } from '#lib/messages/home.ts';
import { currentData } from '#lib/server/app.ts';
import { dataTag } from '#lib/server/data-tag.ts';
import { exampleTerritories } from '#lib/server/queries/examples.ts';
import { homePlate } from '#lib/server/queries/plate.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { PageServerLoad } from './$types';

/** A median does not aggregate: above the commune, it goes under another name. */
const isMeanOfMedians = (subject: Indicator, level: Level): boolean =>
  subject.aggregate.rule === 'mean-of-medians' && level !== 'commune';

async function plateOf(data: Snapshot) {
  const plate = await homePlate(data);
  if (!plate) return null;
  const { indicator: subject, level, classification } = plate;
  const [low, high] = classification.range ?? [0, 0];
  const shown = new Set(
    plate.territories.map(({ ordinal }) =>
      unclassedOfCode(classification.codes[ordinal] ?? UNCLASSED.absent),
    ),
  );
  return {
    src: `/apercu/${dataTag(data)}.svg`,
    label: subject.label,
    note: isMeanOfMedians(subject, level) ? home.ofMedians : null,
    level,
    year: subject.year,
    low: formatValue(subject, low),
    high: formatValue(subject, high),
    colours: classColours(subject, classification),
    unknown: [...shown]
      .filter((state) => state !== null)
      .map((state) => ({ label: STATE_LABELS[state], ...stateStyle(state) })),
  };
}

async function examplesOf(data: Snapshot) {
  return (await exampleTerritories(data)).map(({ territory, figures, places }) => ({
    slug: slugOf(territory.level, territory.code),
    name: formatName(territory),
    level: LEVEL_LABELS[territory.level],
    population: territory.population,
    places,
    figures: figures.map(({ indicator: id, value }) => {
      const subject = indicator(id);
      return {
        id,
        label: subject.short,
        note: isMeanOfMedians(subject, territory.level) ? home.ofMedians : null,
        year: subject.year,
        text: value === null ? null : formatValue(subject, value),
      };
    }),
  }));
}

/** Sources as a report cites them: producer, title, edition. */
const citation = (data: Snapshot): string =>
  SOURCES.filter(
    ({ id }) =>
      ['filosofi-2021', 'fibre-2026', 'rp-2022', 'france-services'].includes(id) && data.versions.has(id),
  )
    .map(({ id, producer, title, edition: usual }) => {
      const edition = data.versions.get(id)?.edition ?? usual;
      return title.includes(edition) ? `${producer}, ${title}` : `${producer}, ${title} (${edition})`;
    })
    .join(' ; ');

/** What is loaded, three territories to start from, and the map beside them. */
export const load: PageServerLoad = async () => {
  const data = await currentData();
  const loadedAt = Math.max(0, ...[...data.versions.values()].map((version) => version.loadedAt.getTime()));
  return {
    ownSearch: true,
    plate: await plateOf(data),
    examples: await examplesOf(data),
    loaded: {
      communes: data.territories.all('commune').length,
      epci: data.territories.all('epci').length,
      places: data.places.length,
      sources: SOURCES.filter(({ id }) => data.versions.has(id)).length,
      allSources: SOURCES.length,
      date: loadedAt === 0 ? null : formatDate(new Date(loadedAt)),
    },
    citation: citation(data),
  };
};
