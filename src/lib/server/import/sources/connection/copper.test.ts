import { expect, it } from 'vitest';
import { indicator } from '../../../../domain/indicators/catalogue.ts';
import { CLOSED, NOT_PLANNED } from '../../../../domain/indicators/catalogue-copper.ts';
import { formatCell } from '../../../../format/figure.ts';
import { lines, take } from '../../fixture.ts';
import { copper } from './copper.ts';

const HEADER = 'code_insee;fermeture_technique;output_usager';
const FILE = 'fermeture-reseau-cuivre.csv';

const read = (...rows: string[]) => take(copper, { [FILE]: lines(HEADER, ...rows) });

it('tells closed, dated and not planned apart, whatever became of leading zeros', async () => {
  const { figure, refused, settled } = await read(
    '97209;2028-01-31;"L’arrêt est prévu dans votre commune, au plus tard le 31/01/2028"',
    '97209;2028-01-31;"L’arrêt est prévu dans votre commune, au plus tard le 31/01/2028"',
    '1001;2026-01-31;Le réseau cuivre est déjà fermé dans votre commune.',
    '5157;;L’arrêt n’est pas encore prévu.',
  );
  expect(figure('fermeture-cuivre', '97209').value).toBe(2028);
  expect(formatCell(indicator('date-fermeture-cuivre'), figure('date-fermeture-cuivre', '97209'))).toBe(
    '31 janvier 2028',
  );
  expect(figure('fermeture-cuivre', '01001').value).toBe(CLOSED);
  expect(figure('fermeture-cuivre', '05157').value).toBe(NOT_PLANNED);
  expect(figure('date-fermeture-cuivre', '05157').state).toBe('absent');
  expect(figure('fermeture-cuivre', '75056').state).toBe('absent');
  expect(refused).toEqual([]);
  expect(settled.kept).toBe(4);
});

it('gives a city the date of its arrondissements where they agree, and none where they do not', async () => {
  const same = await read('75101;;pas encore prévu', '75102;;pas encore prévu');
  expect(same.figure('fermeture-cuivre', '75056').value).toBe(NOT_PLANNED);
  const apart = await read('75101;2029-01-31;prévu', '75102;2030-01-31;prévu');
  expect(apart.figure('fermeture-cuivre', '75056').state).toBe('absent');
  expect(apart.figure('date-fermeture-cuivre', '75056').state).toBe('absent');
});

it('keeps none of two dates for a commune, whichever comes first, and says so of both', async () => {
  const rows = ['5157;2028-01-31;prévu', '97209;2029-01-31;prévu', '05157;2029-01-31;prévu'];
  const reason = 'plusieurs dates pour cette commune (lignes 2, 4) : aucune n’est retenue';
  for (const order of [rows, rows.toReversed()]) {
    const { refused, figure, settled } = await read(...order);
    expect(refused).toEqual([2, 4].map((line) => ({ line, code: '05157', reason })));
    for (const indicator of ['fermeture-cuivre', 'date-fermeture-cuivre'])
      expect(figure(indicator, '05157').state).toBe('absent');
    expect(figure('fermeture-cuivre', '97209').value).toBe(2029);
    expect(settled.kept).toBe(1);
  }
});

it('takes closed and dated for two dates, and the same date in other words for one', async () => {
  const apart = await read('5157;2026-01-31;Le réseau est déjà fermé', '5157;2026-01-31;prévu');
  expect(apart.refused).toHaveLength(2);
  const same = await read('5157;2028-01-31;prévu', '5157;2028-01-31T00:00:00+00:00;L’arrêt est prévu');
  expect(same.refused).toEqual([]);
  expect(same.figure('fermeture-cuivre', '05157').value).toBe(2028);
});

it('reads the commercial closing and the time of day where they are', async () => {
  const { figure } = await take(copper, {
    [FILE]: lines(
      'code_insee;nom_commune;fermeture_technique;fermeture_commerciale;lot;output_usager',
      '05157;Saint-Véran;2027-01-31T00:00:00+00:00;2026-01-31;lot 3;prévu',
    ),
  });
  const subject = indicator('date-fermeture-commerciale-cuivre');
  expect(formatCell(subject, figure(subject.id, '05157'))).toBe('31 janvier 2026');
  expect(figure('fermeture-cuivre', '05157').value).toBe(2027);
});

it('stops on what is no date and on a changed layout', async () => {
  await expect(read('05157;bientôt;prévu')).rejects.toThrow(
    /ligne 2, colonne « fermeture_technique » : « bientôt » n’est pas une date/,
  );
  await expect(take(copper, { [FILE]: lines('code;date', '05157;2028-01-31') })).rejects.toThrow(
    /colonne « code_insee » : cette colonne manque \(trouvées : code, date\)/,
  );
});
