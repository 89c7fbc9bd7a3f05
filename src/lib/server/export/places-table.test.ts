import type { FeatureCollection } from 'geojson';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../domain/places/place.ts';
import { samplePlace } from '../../domain/places/schema/fixture.ts';
import type { DatasetVersion } from '../queries/versions.ts';
import { gather } from './fixture.ts';
import { writeGeoJson } from './geojson.ts';
import { OpenPlaces } from './open-places.ts';
import { placeGeometries, placesTable } from './places-table.ts';
import { OpenTable } from './table-export.ts';
import { writeXlsx } from './xlsx.ts';

const listed = (fields: Partial<Place>): Place => samplePlace({ sources: ['liste-1'], ...fields });

const open = OpenPlaces.of(
  [
    listed({
      id: 'a',
      lat: 45.123456,
      lon: 5.5,
      position: 'given',
      services: ['Un', 'Deux'],
      itinerant: true,
    }),
    listed({ id: 'b', lat: 45.2, lon: 5.7, position: 'commune-centre', phone: '01 99 00 12 34' }),
    listed({ id: 'c', sources: ['france-services'] }),
    listed({ id: 'd', name: 'Restreint', sources: ['lieux-data-inclusion'] }),
  ],
  new Set(['liste-1']),
);

const version = (source: string): DatasetVersion =>
  ({
    source,
    title: source,
    producer: 'ANCT',
    edition: '2024',
    licence: 'LO',
    loadedAt: new Date(0),
  }) as DatasetVersion;

const versions = new Map(['france-services', 'lieux-data-inclusion'].map((id) => [id, version(id)]));

const table = OpenTable.of(
  placesTable({ versions }, open, { title: 'Lieux qui aident', date: '2026-11-24' }),
);

describe('a table of places', () => {
  it('leaves as GeoJSON points, approximate ones said to be, those without a position without geometry', () => {
    const text = [...writeGeoJson(table, placeGeometries(open))].join('');
    const { features, ...said } = JSON.parse(text) as FeatureCollection & Record<string, unknown>;
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['a', { type: 'Point', coordinates: [5.5, 45.123456] }],
      ['b', { type: 'Point', coordinates: [5.7, 45.2] }],
      ['c', null],
    ]);
    expect(features[0]?.properties).toMatchObject({
      genre: 'Autre lieu de médiation numérique',
      position: 'donnée par la source',
      services: 'Un ; Deux',
      itinerant: 'oui',
      telephone: null,
      sources: 'Maillage',
    });
    expect(features[1]?.properties).toMatchObject({
      position: 'centre de la commune',
      itinerant: null,
      telephone: null,
    });
    expect(text).not.toContain('Restreint');
    expect(said.notes).toContainEqual(
      expect.stringMatching(/^1\u00a0lieu n’est pas dans ce fichier : sa source/),
    );
    expect(said.sources).toEqual([expect.objectContaining({ id: 'france-services' })]);
  });

  it('leaves as a workbook, codes with their zeros', async () => {
    const rows = await readSheet(await gather(writeXlsx(table)), 'Données');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('Code postal');
    expect(rows[1]).toContain('01990');
    expect(rows[1]).toContain(45.123456);
  });
});
