import { describe, expect, it } from 'vitest';
import { blankPlace, type Place } from '../../domain/places/place.ts';
import { OpenPlaces } from './open-places.ts';

const place = (id: string, sources: string[], fields: Partial<Place> = {}): Place => ({
  ...blankPlace(id, `Lieu ${id}`),
  sources,
  ...fields,
});

const shared = new Set(['liste-1']);
const idsOf = (places: readonly Place[]): string[] =>
  OpenPlaces.of(places, shared).places.map(({ id }) => id);

describe('places that may leave', () => {
  it('are those all of whose sources may be redistributed', () => {
    expect(
      idsOf([
        place('fs', ['france-services']),
        place('shared', ['liste-1']),
        place('hand', ['saisie']),
        place('both', ['france-services', 'liste-1', 'saisie']),
        place('national', ['lieux-data-inclusion']),
        place('mixed', ['france-services', 'lieux-conseiller-numerique']),
        place('private', ['liste-2']),
        place('mixed-list', ['liste-1', 'liste-2']),
        place('stranger', ['data-inclusion']),
        place('orphan', []),
      ]),
    ).toEqual(['fs', 'shared', 'hand', 'both']);
  });

  it('are open, and somebody helps there', () => {
    const places = [
      place('closed', ['liste-1'], { closed: '2026-01-01' }),
      place('candidate', ['liste-1'], { candidate: true }),
      place('open', ['liste-1']),
    ];
    const { notes, leftOut } = OpenPlaces.of(places, shared);
    expect(idsOf(places)).toEqual(['open']);
    expect(leftOut).toBe(2);
    expect(notes).toEqual([
      '1\u00a0lieu n’y est pas : il est fermé.',
      '1\u00a0lieu n’y est pas : personne n’y aide encore.',
    ]);
  });

  it('say how many stay, and for the sake of which sources', () => {
    const { notes } = OpenPlaces.of(
      [place('a', ['lieux-data-inclusion']), place('b', ['liste-2', 'lieux-data-inclusion'])],
      shared,
    );
    expect(notes).toEqual([
      '2\u00a0lieux ne sont pas dans ce fichier : leur source ou leur liste ne permet pas de les redistribuer (Lieux de médiation numérique, data·inclusion, liste non partagée).',
    ]);
    expect(OpenPlaces.of([], shared).notes).toEqual([]);
  });

  it('have no telephone but that of a France services structure', () => {
    const phone = '01 99 00 12 34';
    const { places } = OpenPlaces.of(
      [
        place('fs', ['france-services'], { kind: 'france-services', phone }),
        place('list', ['liste-1'], { phone }),
        place('cn', ['france-services'], { kind: 'conseiller-numerique', phone }),
      ],
      shared,
    );
    expect(places.map((one) => one.phone)).toEqual([phone, null, null]);
  });
});
