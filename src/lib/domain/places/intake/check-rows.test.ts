import { describe, expect, it } from 'vitest';
import { checkRows } from './check-rows.ts';
import { tableOf } from './fixture.ts';

describe('identity', () => {
  const ids = (rows: Parameters<typeof tableOf>[0]) => checkRows(tableOf(rows)).map(({ id }) => id);
  const here = { code_insee: '38185', code_postal: '38000' };

  it('takes the id, else the SIRET and postcode, else the name, address and commune', () => {
    expect(
      ids([
        { nom: 'A', id: '12', ...here },
        { nom: 'B', id: 'Coop-numérique_42', ...here },
      ]),
    ).toEqual(['liste-7-12', 'Coop-numérique_42']);
    expect(ids([{ nom: 'A', pivot: '73282932000074', ...here }])).toEqual(['73282932000074-38000']);
    expect(ids([{ nom: 'Médiathèque', ...here }])).toEqual(ids([{ nom: 'MEDIATHEQUE', ...here }]));
  });

  it('keeps apart the sites of one SIRET in one town', () => {
    const [first, second] = ids([
      { nom: 'Site nord', pivot: '73282932000074', ...here },
      { nom: 'Site sud', pivot: '73282932000074', ...here },
    ]);
    expect(first).toMatch(/^73282932000074-38000-[0-9a-f]{16}$/);
    expect(second).not.toBe(first);
  });

  it('refuses another row of the same place, and merges the same row', () => {
    const checked = checkRows(
      tableOf([
        { nom: 'A', ...here },
        { nom: 'A', ...here, note: '' },
        { nom: 'a', ...here, note: 'autre' },
      ]),
    );
    expect(checked.map(({ place }) => place !== null)).toEqual([true, false, false]);
    expect(checked[1]?.problems[0]).toMatchObject({ severity: 'repaired' });
    expect(checked[2]?.problems[0]).toMatchObject({ severity: 'refused' });
    expect(checked[2]?.problems[0]?.message).toContain('Même lieu que la ligne 2');
  });
});
