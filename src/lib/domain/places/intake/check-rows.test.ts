import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frais, ModaliteAccompagnement, Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { compareWithList } from './changes.ts';
import { checkRows } from './check-rows.ts';
import { correctedTable, PROBLEMS_HEADING } from './corrected.ts';
import { INTAKE_FIELDS, type IntakeField } from './fields.ts';
import { checkOne, surroundings, tableOf } from './fixture.ts';

const messages = (row: Partial<Record<IntakeField, string>>) =>
  checkOne(row).problems.map(({ message }) => message);

describe('names and whereabouts', () => {
  it('refuses a row without a name, or that nothing situates', () => {
    expect(checkOne({ nom: ' ' })).toMatchObject({
      place: null,
      problems: [{ field: 'nom', severity: 'refused' }],
    });
    const lost = checkOne({ code_insee: '', commune: 'Nulle-Part', code_postal: '99999' });
    expect(lost.place).toBeNull();
    expect(lost.problems[0]?.message).toContain('Commune Nulle-Part : aucune commune trouvée');
  });

  it('keeps a row that only coordinates situate', () => {
    const { place, problems } = checkOne({ code_insee: '', latitude: '45.2', longitude: '5.7' });
    expect(place).toMatchObject({ commune: null, lat: 45.2, lon: 5.7, position: 'given' });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('puts lost zeros back and says so', () => {
    const { place, problems } = checkOne({
      code_insee: '1004',
      code_postal: '1500',
      commune: 'Ambérieu-en-Bugey',
    });
    expect(place).toMatchObject({ commune: '01004', postcode: '01500', position: 'commune-centre' });
    expect(problems).toMatchObject([
      { field: 'code_insee', before: '1004', after: '01004', severity: 'repaired' },
      { message: 'Code postal 1500 : le zéro perdu est rétabli, 01500' },
    ]);
  });

  it('follows an old code to its commune and names it', () => {
    const { place, problems } = checkOne({ code_insee: '93059' });
    expect(place?.commune).toBe('93066');
    expect(problems).toMatchObject([{ severity: 'repaired', after: '93066' }]);
    expect(problems[0]?.message).toContain('Saint-Denis');
  });

  it('takes an arrondissement for what it is', () => {
    expect(checkOne({ code_insee: '75101' })).toMatchObject({ place: { commune: '75056' }, problems: [] });
  });

  it('says when the postcode or the name is of another commune', () => {
    expect(messages({ code_postal: '34400' })[0]).toContain(
      'ce n’est pas un code postal de Grenoble (38000, 38100)',
    );
    expect(messages({ code_postal: '34400', commune: 'Lunel' })[0]).toContain('le code est suivi');
    expect(messages({ code_postal: '38009', commune: 'GRENOBLE CEDEX 1' })).toEqual([]);
  });

  it('takes apart an address in one cell', () => {
    const { place } = checkOne({ code_insee: '', adresse: '84 rue X 34400 Lunel' });
    expect(place).toMatchObject({ address: '84 rue X', postcode: '34400', town: 'Lunel', commune: '34145' });
    expect(checkOne({ adresse: 'BP 12345' }).place?.address).toBe('BP 12345');
  });
});

describe('coordinates', () => {
  it.each([
    ['a decimal comma', { latitude: '45,18', longitude: '5,72' }, 'la virgule devient un point'],
    ['swapped columns', { latitude: '5.72', longitude: '45.18' }, 'inversées'],
    ['Lambert 93 metres', { latitude: '6457358.2', longitude: '913556.4' }, 'Lambert 93 sont convertis'],
    ['one cell', { coordonnees: '45,18 ; 5,72' }, undefined],
  ])('repairs %s', (_, row, message) => {
    const { place, problems } = checkOne(row);
    expect(place?.position).toBe('given');
    expect(place?.lat).toBeCloseTo(45.18, 1);
    expect(place?.lon).toBeCloseTo(5.72, 1);
    if (message !== undefined) expect(problems[0]?.message).toContain(message);
    else expect(problems).toEqual([]);
  });

  it.each([
    ['zeros', { latitude: '0', longitude: '0' }, 'zéro n’est pas une position'],
    ['another country', { latitude: '52.5', longitude: '13.4' }, 'hors de France'],
    ['half a position', { latitude: '45.18', longitude: '' }, 'elle manque'],
    ['another projection', { latitude: '5648000', longitude: '637000' }, 'ni des degrés ni des mètres'],
    ['a place far from its commune', { latitude: '48.86', longitude: '2.34' }, 'km de la commune (Grenoble)'],
  ])('leaves out %s and says so', (_, row, message) => {
    const { place, problems } = checkOne(row);
    expect(place).toMatchObject({ position: 'commune-centre', lat: 45.18, lon: 5.72 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', after: null });
    expect(problems[0]?.message).toContain(message);
  });
});

describe('words', () => {
  it('reads exact words, older words and other separators silently', () => {
    const { place, problems } = checkOne({
      services: 'Aide aux démarches administratives;Prendre en main un ordinateur',
      frais_a_charge: 'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
      modalites_accompagnement: 'A ma place : une personne fait à ma place',
      publics_specifiquement_adresses: 'Adultes, Seniors, Illettrisme, Familles monoparentales',
    });
    expect(problems).toEqual([]);
    expect(place).toMatchObject({
      services: [Service.AideAuxDemarchesAdministratives, Service.MaitriseDesOutilsNumeriquesDuQuotidien],
      fees: [Frais.Gratuit],
      support: [ModaliteAccompagnement.AccompagnementIndividuel],
      onBehalf: true,
      publics: ['Seniors'],
      specificCare: ['Illettrisme'],
      fieldPublics: ['single-parents'],
    });
  });

  it('shows a guess, and leaves out what is no word of the list', () => {
    const { place, problems } = checkOne({
      services: 'aide au numerique, maitrise outils numeriques | couture',
    });
    expect(place?.services).toEqual([Service.MaitriseDesOutilsNumeriquesDuQuotidien]);
    expect(problems[0]).toMatchObject({
      severity: 'repaired',
      after: 'Maîtrise des outils numériques du quotidien|couture',
    });
    expect(problems[0]?.message).toContain(
      '“aide au numerique” est lu “Maîtrise des outils numériques du quotidien”',
    );
    expect(problems[1]).toMatchObject({ severity: 'warning', after: null });
    expect(problems[1]?.message).toContain('“couture” n’est pas un mot de la liste');
  });

  it('reads names of an object’s own parts as unknown words', () => {
    expect(checkOne({ services: 'constructor|__proto__|toString' })).toMatchObject({
      place: { services: [] },
    });
  });

  it('reads yes and no', () => {
    const table = {
      ...tableOf([
        { nom: 'A', code_insee: '38185', frais_a_charge: 'oui', candidat: 'Oui', itinerance: 'Itinérant' },
      ]),
      headings: ['Nom', 'Insee', 'Gratuité', 'Candidat', 'Mobile'],
    };
    expect(checkRows(table)[0]?.place).toMatchObject({
      fees: [Frais.Gratuit],
      candidate: true,
      itinerant: true,
    });
  });
});

describe('SIRET', () => {
  it.each([
    ['spaces', '732 829 320 00074', '73282932000074'],
    ['a « .0 »', '73282932000074.0', '73282932000074'],
    ['an exponent', '7.3282932000074E13', '73282932000074'],
    ['La Poste’s own rule', '35600000049837', '35600000049837'],
    ['an association', 'W751234567', 'W751234567'],
  ])('reads %s', (_, pivot, expected) => {
    expect(checkOne({ pivot }).place?.pivot).toBe(expected);
  });

  it('drops zeros silently, and tells a wrong one without refusing the row', () => {
    expect(checkOne({ pivot: '00000000000000' })).toMatchObject({ place: { pivot: null }, problems: [] });
    expect(messages({ pivot: '73282932000075' })[0]).toContain('la clé de contrôle du SIRET est fausse');
    expect(messages({ pivot: '7,32829E+13' })[0]).toContain('perdu des chiffres');
    expect(checkOne({ pivot: '123' })).toMatchObject({
      place: { pivot: null },
      problems: [{ severity: 'warning' }],
    });
  });
});

describe('dates, hours, texts', () => {
  it.each([
    ['31/12/2025', '2025-12-31'],
    ['2025-12-31T10:00:00Z', '2025-12-31'],
    ['46022', '2025-12-31'],
    ['31 décembre 2025', '2025-12-31'],
    ['1er août 2024', '2024-08-01'],
  ])('reads the date %s', (date_maj, iso) => {
    expect(checkOne({ date_maj }).place?.updated).toBe(iso);
  });

  it.each(['31/02/2025', '01/01/2027', 'hier', '12'])('leaves out the date %s', (date_maj) => {
    expect(checkOne({ date_maj })).toMatchObject({
      place: { updated: null },
      problems: [{ severity: 'warning' }],
    });
  });

  it('reads OSM hours and day columns, Sunday included', () => {
    expect(checkOne({ horaires: 'Mo-Fr 09:00-12:00; Sa off' }).place?.hours).toBe(
      'Mo-Fr 09:00-12:00; Sa off',
    );
    const days = checkOne({
      h_lundi: '9h-12h / 14h-17h',
      h_mardi: '9h à 12h / 14h–17h',
      h_mercredi: 'fermé',
      h_dimanche: '10:00 - 12:00',
      h_jeudi: '25h-27h',
    });
    expect(days.place?.hours).toBe('Mo-Tu 09:00-12:00,14:00-17:00; Su 10:00-12:00');
    expect(days.problems).toMatchObject([{ field: 'h_jeudi', severity: 'warning' }]);
  });

  it('keeps free words about hours in the note', () => {
    expect(checkOne({ horaires: 'sur rendez-vous', note: 'Entrée par la cour' }).place).toMatchObject({
      hours: null,
      note: 'Entrée par la cour\nHoraires : sur rendez-vous',
    });
  });

  it('removes tags, cuts what is too long, keeps formulas as text', () => {
    expect(checkOne({ nom: '<b>Espace</b> numérique' }).place?.name).toBe('Espace numérique');
    expect(checkOne({ nom: 'Espace <<i>script>alert(1)</script>' }).place?.name).not.toMatch(/<[a-z/!]/i);
    expect(checkOne({ nom: '=1+1' }).place?.name).toBe('=1+1');
    const long = checkOne({ nom: 'a'.repeat(400) });
    expect(long.place?.name).toHaveLength(300);
    expect(long.problems[0]?.message).toContain('les 300 premiers caractères');
  });
});

describe('people', () => {
  it('keeps e-mails and mobiles out of the place', () => {
    const { place, contact } = checkOne({
      telephone: '0612345678',
      courriels: 'accueil@exemple.fr',
      contact_nom: 'Mme Martin',
    });
    expect(contact).toEqual({ name: 'Mme Martin', email: 'accueil@exemple.fr', phone: '06 12 34 56 78' });
    expect(JSON.stringify(place)).not.toMatch(/exemple\.fr|06 12|Martin/);
  });

  it.each([
    ['0476000000', '04 76 00 00 00'],
    ['+33 (0)4 76 00 00 00', '04 76 00 00 00'],
    ['476000000', '04 76 00 00 00'],
    ['+262 262 12 34 56', '+262 262 12 34 56'],
    ['3960', '39 60'],
  ])('writes the telephone %s', (telephone, phone) => {
    expect(checkOne({ telephone }).place?.phone).toBe(phone);
  });
});

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

/** Cells that look like something, and any text at all. */
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '38185',
    '1500',
    '01500',
    '93059',
    '34400',
    '45,18',
    '5.72',
    '45.18',
    '5,72',
    '6457358',
    '913556',
    '0',
    '732 829 320 00074',
    '31/12/2025',
    '46022',
    'gratuit',
    'oui',
    'non',
    'aide au numerique|couture',
    'maitrise outils numeriques, wifi',
    'Seniors, 16-25 ans',
    '84 rue X 34400 Lunel',
    '9h-12h',
    '9h à 12h / 14h-17h',
    '06 12 34 56 78',
    'www.exemple.fr',
    'a@b.fr; c@d.fr',
    '<b>x</b>',
    '45.18, 5.72',
    '5,72 ; 45,18',
    'Grenoble',
    'Itinérant',
    '2 ETP',
    'pix',
    'mairie, association',
    'A ma place : oui',
  ),
);
const fields = INTAKE_FIELDS.filter((field) => field !== 'ignored');
const anyRow = fc.record(
  Object.fromEntries(fields.map((field) => [field, cell])) as Record<IntakeField, typeof cell>,
  { requiredKeys: ['nom', 'code_insee'] },
);
const anyTable = fc.array(anyRow, { minLength: 1, maxLength: 5 }).map(tableOf);

describe('any table', () => {
  it('is checked without an error, a line for a line, its corrected form holding nothing more to repair', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const checked = checkRows(table);
        expect(checked.map(({ line }) => line)).toEqual(table.lines);
        for (const { place, id, problems } of checked) {
          expect(place?.id ?? id).toBe(id);
          expect(place === null && problems.length === 0).toBe(false);
        }
        const corrected = correctedTable(table, checked);
        const again = checkRows({ ...table, ...corrected });
        const repairs = again.flatMap(({ problems }) =>
          problems.filter(({ severity }) => severity === 'repaired'),
        );
        expect(repairs).toEqual([]);
        expect(corrected.headings.at(-1)).toBe(PROBLEMS_HEADING);
        expect(corrected.rows.length).toBe(again.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives each row the same identity in any order', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const idsOf = (checked: ReturnType<typeof checkRows>) => new Set(checked.map(({ id }) => id));
        const reversed = { ...table, rows: [...table.rows].reverse(), lines: [...table.lines].reverse() };
        expect(idsOf(checkRows(reversed))).toEqual(idsOf(checkRows(table)));
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing when it comes a second time', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const checked = checkRows(table);
        const first = compareWithList(checked, new Map());
        const again = compareWithList(
          checkRows(table),
          new Map(first.created.map((place) => [place.id, place])),
        );
        expect(again).toMatchObject({ created: [], updated: [] });
        expect(again.unchanged).toEqual(first.created);
      }),
      { numRuns: 100 },
    );
  });
});

describe('compareWithList', () => {
  it('names the fields that change, whatever the order of lists', () => {
    const [before, after] = [
      { services: 'Aide aux démarches administratives|wifi' },
      { services: 'wifi|Aide aux démarches administratives', note: 'Nouveau' },
    ].map((row) => checkOne(row));
    if (!before?.place || !after) throw new Error('both are places');
    const { updated, created } = compareWithList([after], new Map([[before.place.id, before.place]]));
    expect(created).toEqual([]);
    expect(updated.map(({ fields }) => fields)).toEqual([['note']]);
  });

  it('counts a refused row apart', () => {
    const refused = checkOne({ nom: '' });
    expect(compareWithList([refused], new Map())).toMatchObject({ created: [], refused: [refused] });
  });
});

describe('correctedTable', () => {
  it('writes repairs in place, keeps refused rows as written and says why', () => {
    const table = tableOf([
      { nom: 'A', code_insee: '1004' },
      { nom: '', code_insee: '38185' },
    ]);
    const { headings, rows } = correctedTable(table, checkRows({ ...table, ...surroundings }));
    expect(headings).toEqual(['nom', 'code_insee', 'problèmes']);
    expect(rows).toEqual([
      ['A', '01004', 'Code Insee 1004 : le zéro perdu est rétabli, 01004'],
      ['', '38185', 'Nom du lieu : le nom manque ; ajoutez-le pour que le lieu soit gardé'],
    ]);
  });
});
