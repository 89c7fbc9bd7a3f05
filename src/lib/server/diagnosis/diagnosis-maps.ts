import type { DiagnosisMaps, PrintedMap } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import { indicator as find } from '../../domain/indicators/catalogue.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { territoryMap } from './territory-map.ts';

const words = diagnostic.maps;

const WIDTH = 640;

/** The three maps of the diagnosis: need, connection, distance. The country is drawn by intercommunalité. */
export async function diagnosisMaps(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  territory: Territory,
  filter: PlaceFilter,
  date: string,
): Promise<DiagnosisMaps> {
  const country = territory.level === 'france';
  const counted = country
    ? 'intercommunalités'
    : territory.level === 'arrondissement'
      ? 'arrondissements'
      : 'communes';
  const classes = country ? words.nationalEpci : words.national;
  const draw = async (
    id: string,
    title: string,
    sources: string,
    points: boolean,
    note: string,
  ): Promise<PrintedMap | null> => {
    const indicator = id === DISTANCE.id ? DISTANCE : find(id);
    const figure = await territoryMap(data, database, {
      territory,
      indicator,
      width: WIDTH,
      filter: points ? filter : null,
    });
    if (!figure) return null;
    const { map, insets, ...layout } = figure;
    const notes = [note, figure.kinds.length > 0 ? words.places : '', words.source(sources, date)].filter(
      Boolean,
    );
    return {
      layout,
      figure: { ...layout, map, insets },
      title,
      label: words.label(title, territory.name),
      legend: indicator.unit,
      counted,
      notes: notes.map(keepTogether),
    };
  };
  const [need, connection, gap] = await Promise.all([
    draw(
      'niveau-de-vie-median',
      country ? words.needEpci : words.need,
      'Insee, Filosofi 2021',
      false,
      classes,
    ),
    draw(
      'fibre-2026',
      country ? words.connectionEpci : words.connection,
      'Arcep, février 2026',
      false,
      words.fixed,
    ),
    draw(DISTANCE.id, words.gap, 'ANCT, data·inclusion ; calcul Maillage', true, ''),
  ]);
  return { need, connection, gap };
}
