import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherPlaces, type Gathered, type PlaceRecord, type Verdict } from './gather.ts';
import { blankPlace, type Place } from './place.ts';

const record = (key: string, fields: Partial<Place> = {}): PlaceRecord => {
  const [source = '', id = ''] = key.split('/');
  const address = { address: '12 rue de la Gare', postcode: '27300', town: 'Bernay', commune: '27056' };
  return {
    key,
    place: { ...blankPlace(id, 'France services Bernay'), ...address, sources: [source], ...fields },
  };
};

const national = record('lieux-conseiller-numerique/n1', { kind: 'conseiller-numerique' });
const service = record('france-services/fs-1', { kind: 'france-services' });
const library = record('liste-a/l1', { name: 'Médiathèque Anne Frank' });
const elsewhere = record('liste-a/l2', { name: 'Mission locale', address: '3 rue Haute', commune: '38185' });

const clusters = ({ places }: Gathered): string[][] => places.map((one) => [...one.records].sort());
const verdict = (first: PlaceRecord, second: PlaceRecord, same: boolean): Verdict => ({
  first: first.key,
  second: second.key,
  same,
});

describe('records of several sources', () => {
  it('are one place when they look it, and two when they do not', () => {
    const { places, proposals } = gatherPlaces([national, service, library, elsewhere]);
    expect(clusters({ places, proposals })).toEqual([
      ['liste-a/l1'],
      ['liste-a/l2'],
      [service.key, national.key],
    ]);
    expect(places[2]?.place).toMatchObject({ id: 'n1', kind: 'france-services' });
  });

  it('of one id are one place, however they differ', () => {
    const twin = record('lieux-data-inclusion/n1', {
      name: 'Autre',
      address: '1 quai Nord',
      commune: '75056',
    });
    expect(gatherPlaces([national, twin]).places).toHaveLength(1);
  });

  it('of one bare number are two places: each list numbers its own rows', () => {
    const [first, second] = [
      record('liste-a/460', { name: 'Espace Chanzy', commune: '93048' }),
      record('liste-b/460', { name: 'Assistant du pays', commune: '38163' }),
    ];
    expect(gatherPlaces([first, second]).places).toHaveLength(2);
  });

  it('are proposed, with reasons, when it is only likely', () => {
    const moved = record('liste-b/m1', { address: '', postcode: '' });
    const { places, proposals } = gatherPlaces([service, moved]);
    expect(places).toHaveLength(2);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ first: service.key, second: moved.key });
    expect(proposals[0]?.reasons).toEqual(['même nom', 'même type de lieu']);
  });

  it('of one source stay apart unless the row is there twice, and are proposed', () => {
    const other = record('france-services/fs-2', { name: 'Maison France services Bernay' });
    const apart = gatherPlaces([service, other]);
    expect(apart.places).toHaveLength(2);
    expect(apart.proposals).toHaveLength(1);
    expect(gatherPlaces([service, other, national]).places).toHaveLength(2);
    expect(gatherPlaces([service, record('france-services/fs-3')]).places).toHaveLength(1);
  });
});

describe('what a person said', () => {
  it('joins what does not look alike', () => {
    const { places } = gatherPlaces([service, library], [verdict(library, service, true)]);
    expect(places).toHaveLength(1);
  });

  it('joins two of one source, and what each has joined', () => {
    const other = record('france-services/fs-2', { name: 'Maison France services Bernay' });
    const said = [verdict(service, other, true)];
    expect(clusters(gatherPlaces([service, other, national], said))).toEqual([
      [service.key, other.key, national.key],
    ]);
  });

  it('holds two apart, even through a third that looks like both', () => {
    const third = record('liste-b/t1');
    const apart = gatherPlaces([national, service, third], [verdict(service, national, false)]);
    expect(apart.places).toHaveLength(2);
    for (const keys of clusters(apart))
      expect(keys).not.toEqual(expect.arrayContaining([service.key, national.key]));
    expect(apart.proposals).toEqual([]);
  });

  it('splits two records of one id, which then need two ids', () => {
    const twin = record('lieux-data-inclusion/n1');
    const { places } = gatherPlaces([national, twin], [verdict(national, twin, false)]);
    expect(places.map(({ place }) => place.id)).toEqual(['lieux-conseiller-numerique-n1', 'n1']);
    expect(places[1]?.records).toEqual([twin.key]);
  });

  it('says nothing of records that are gone', () => {
    const gone = record('liste-z/gone');
    expect(gatherPlaces([service], [verdict(service, gone, true)]).places).toHaveLength(1);
  });
});

describe('the id of a place', () => {
  const hand = record('saisie/a0');
  const listed = record('liste-b/b0');

  it('is that of its first source, and stays when a record joins', () => {
    const idOf = (...records: PlaceRecord[]): string | undefined => gatherPlaces(records).places[0]?.place.id;
    expect(idOf(hand)).toBe('a0');
    expect(idOf(hand, listed)).toBe('b0');
    expect(idOf(hand, listed, service)).toBe('fs-1');
    expect(idOf(hand, listed, service, national)).toBe('n1');
  });
});

describe('the order of the records', () => {
  const names = ['France services', 'Mairie', 'Médiathèque Hugo', 'La Poste', 'Mairie de Bernay'];
  const some = fc.record({
    source: fc.constantFrom('lieux-data-inclusion', 'france-services', 'liste-a', 'saisie'),
    id: fc.nat(6),
    name: fc.constantFrom(...names),
    address: fc.constantFrom('1 rue Haute', '2 rue Haute', 'rue Haute', ''),
    metres: fc.nat(500),
    updated: fc.constantFrom(null, '2022-01-01', '2024-01-01'),
  });
  const many = fc.uniqueArray(some, { maxLength: 14, selector: ({ source, id }) => `${source}/${id}` });
  const build = many.map((rows) =>
    rows.map(({ source, id, name, address, metres, updated }) =>
      record(`${source}/${id}`, {
        name,
        address,
        updated,
        lat: 49 + metres / 111_000,
        lon: 0.6,
        position: 'given',
      }),
    ),
  );
  const answers = fc.array(fc.record({ a: fc.nat(), b: fc.nat(), same: fc.boolean() }), { maxLength: 4 });

  it('changes nothing, nor the side of a verdict; a refusal always holds; every record is in one place', () => {
    fc.assert(
      fc.property(build, answers, fc.infiniteStream(fc.nat()), (records, given, draws) => {
        const keyAt = (rank: number): string => records[rank % records.length]?.key ?? '';
        const verdicts = given.map(({ a, b, same }) => ({ first: keyAt(a), second: keyAt(b), same }));
        const shuffled = records
          .map((one) => ({ one, at: draws.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const turned = verdicts
          .map(({ first, second, same }) => ({ first: second, second: first, same }))
          .reverse();
        const gathered = gatherPlaces(records, verdicts);
        expect(gatherPlaces(shuffled, turned)).toEqual(gathered);
        expect(gathered.places.flatMap((one) => one.records).sort()).toEqual(
          records.map(({ key }) => key).sort(),
        );
        expect(new Set(gathered.places.map(({ place }) => place.id)).size).toBe(gathered.places.length);
        for (const { first, second, same } of verdicts)
          if (!same && first !== second)
            expect(
              gathered.places.some((one) => one.records.includes(first) && one.records.includes(second)),
            ).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
