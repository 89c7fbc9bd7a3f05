import { Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, it } from 'vitest';
import { mergeRecords } from './merge.ts';
import type { PlaceRecord } from './gather.ts';
import { blankPlace, type Place } from './place.ts';

const record = (key: string, fields: Partial<Place> = {}): PlaceRecord => {
  const [source = '', id = ''] = key.split('/');
  return { key, place: { ...blankPlace(id, `Lieu ${id}`), sources: [source], ...fields } };
};

const old = record('lieux-data-inclusion/a', {
  updated: '2022-01-01',
  address: '1 rue Haute',
  addressExtra: 'Bâtiment B',
  postcode: '38000',
  town: 'Grenoble',
  services: [Service.AideAuxDemarchesAdministratives],
  lat: 45,
  lon: 5,
  position: 'given',
  phone: '0400000000',
  hours: 'Mo 09:00-12:00',
  week: [{ day: 0, from: 540, to: 720 }],
});
const recent = record('france-services/fs-1', {
  updated: '2024-08-01',
  kind: 'france-services',
  address: '2 rue Basse',
  services: [Service.ComprehensionDuMondeNumerique],
  lat: 1,
  lon: 1,
  position: 'commune-centre',
  hours: 'Tu 10:00-12:00',
});

describe('records merged', () => {
  const { place, records, origins } = mergeRecords([old, recent]);

  it('let the most recent speak, the older fill, and say where each field comes from', () => {
    expect(records).toEqual(['france-services/fs-1', 'lieux-data-inclusion/a']);
    expect(place).toMatchObject({ id: 'a', name: 'Lieu fs-1', phone: '0400000000', kind: 'france-services' });
    expect(origins).toMatchObject({
      name: 'france-services/fs-1',
      kind: 'france-services/fs-1',
      phone: 'lieux-data-inclusion/a',
      services: 'france-services/fs-1',
      updated: 'france-services/fs-1',
    });
    expect(origins).not.toHaveProperty('website');
    expect(origins).not.toHaveProperty('sources');
    expect(origins).not.toHaveProperty('itinerant');
  });

  it('keep an address whole, hours with their own week, and a given position over a centre', () => {
    expect(place).toMatchObject({ address: '2 rue Basse', addressExtra: null, postcode: '38000' });
    expect(place).toMatchObject({ hours: 'Tu 10:00-12:00', week: null });
    expect(place).toMatchObject({ lat: 45, lon: 5, position: 'given' });
    expect(origins).toMatchObject({ address: 'france-services/fs-1', lat: 'lieux-data-inclusion/a' });
    expect(origins).not.toHaveProperty('week');
  });

  it('unite lists, each word once, and name every source', () => {
    expect(place.services).toEqual([
      Service.ComprehensionDuMondeNumerique,
      Service.AideAuxDemarchesAdministratives,
    ]);
    expect(place.sources).toEqual(['france-services', 'lieux-data-inclusion']);
  });

  it('let a hand speak before any date, and close the place', () => {
    const hand = record('saisie/h', { updated: '2020-01-01', name: 'À la main', closed: '2025-03-01' });
    const byHand = mergeRecords([old, recent, hand]);
    expect(byHand.records[0]).toBe('saisie/h');
    expect(byHand.place).toMatchObject({ name: 'À la main', closed: '2025-03-01', id: 'a' });
    expect(byHand.place.updated).toBe('2024-08-01');
    expect(byHand.origins['closed']).toBe('saisie/h');
  });

  it('reopen with the most recent, and offer premises only while nobody helps there', () => {
    const closed = record('liste-x/c', { updated: '2023-01-01', closed: '2023-01-01', candidate: true });
    expect(mergeRecords([closed, recent]).place).toMatchObject({ closed: null, candidate: false });
    expect(mergeRecords([closed]).place).toMatchObject({ closed: '2023-01-01', candidate: true });
  });

  it('are the record itself when it is alone', () => {
    expect(mergeRecords([old]).place).toEqual(old.place);
  });
});
