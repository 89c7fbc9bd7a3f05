import { keepTogether } from '#lib/format/typography.ts';
import type { MapFigure, MapLayout } from '#lib/charts/map-figure.ts';
import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';
import { indicator as find } from '#lib/domain/indicators/catalogue.ts';
import type { PlaceFilter } from '#lib/domain/places/filter.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { territoryMap } from '../territory-map.server.ts';

const words = diagnostic.maps;

/** A map with the words that must stand around it on paper. */
export interface PrintedMap {
  layout: MapLayout;
  figure: MapFigure;
  title: string;
  label: string;
  legend: string;
  counted: string;
  notes: string[];
}

export interface DiagnosisMaps {
  need: PrintedMap | null;
  connection: PrintedMap | null;
  gap: PrintedMap | null;
}

const WIDTH = 640;

/** The three maps of the diagnosis: need, connection, distance. The country is drawn by intercommunalité. */
export async function diagnosisMaps(
  data: Snapshot,
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
    const figure = await territoryMap(data, {
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
