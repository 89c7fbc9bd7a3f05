import { expect, it } from 'vitest';
import { gatherClosings } from '../../domain/copper/closing.ts';
import { premisesWithoutFibre } from '../../domain/copper/premises.ts';
import { dayNumber } from '../../domain/indicators/day-number.ts';
import { ABSENT, known } from '../../domain/indicators/value.ts';
import type { Portrait } from '../../domain/report/portrait.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { copperTable } from './copper-table.ts';

const LOADED = new Date('2026-11-20T08:00:00Z');

const data = {
  versions: new Map([
    ['cuivre', { loadedAt: LOADED, edition: 'dernière publiée' }],
    ['mci-technologies', { loadedAt: LOADED, edition: '30 juin 2026' }],
  ]),
} as unknown as Snapshot;

const of = (level: 'epci' | 'commune', copper: Portrait['copper']): Portrait =>
  ({ territory: { level, population: 1000 }, copper }) as unknown as Portrait;

const place = (day: string | null, premises: number | null, without = 0) => ({
  closing: known(day === null ? 9999 : 2027),
  day: day === null ? ABSENT : known(dayNumber(day) ?? Number.NaN),
  fibre:
    premises === null
      ? null
      : premisesWithoutFibre({
          premises: known(premises),
          without: known(without),
          dwellings: ABSENT,
          fibre: ABSENT,
        }),
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

it('counts a group by what is left, and says whose premises are not known', () => {
  const closings = gatherClosings([
    place('2027-01-31', 1000, 25),
    place('2027-01-31', null),
    place(null, 200, 200),
  ]);
  const table = copperTable(data, of('epci', closings), '2026-11-26');
  expect(table?.rows.map((row) => Object.values(row).map(plain))).toEqual([
    ['dans les 12 mois', '2', '1 000', '25', '2,5 %'],
    ['date pas encore prévue', '1', '200', '200', '100,0 %'],
  ]);
  expect(table?.notes.map(plain)).toEqual([
    'Locaux inconnus dans 1 commune : ils ne sont comptés dans aucune ligne.',
    'Locaux comptés par l’Arcep (Ma connexion internet, 30 juin 2026).',
    'Calendrier du ministère de l’économie, d’après Orange, chargé le 20/11/2026.',
  ]);
});

it('leaves a commune to its cards, and says nothing without a calendar', () => {
  expect(copperTable(data, of('epci', null), '2026-11-26')).toBeNull();
  expect(copperTable(data, of('commune', gatherClosings([place(null, 10)])), '2026-11-26')).toBeNull();
});
