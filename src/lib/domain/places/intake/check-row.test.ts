import { describe, expect, it } from 'vitest';
import { checkOne } from './fixture.ts';

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

  it('reads « 00:00 - 00:00 » as half a day closed, and « Non » as no address', () => {
    const { place, problems } = checkOne({
      h_lundi: '00:00 - 00:00 / 09:00 - 12:00',
      h_mardi: '00:00 - 00:00',
      prise_rdv: 'Non',
    });
    expect(place).toMatchObject({ hours: 'Mo 09:00-12:00', bookingUrl: null });
    expect(problems).toEqual([]);
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
