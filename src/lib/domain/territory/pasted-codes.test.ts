import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stageCog } from '../../server/import/sources/territory/cog-2026.ts';
import { MAX_PASTED_ENTRIES, MAX_PASTED_LENGTH, readPastedCodes } from './pasted-codes.ts';
import { Territories } from './territories.ts';

let country: Territories;

beforeAll(async () => {
  const folder = new URL('../../../../node_modules/@etalab/decoupage-administratif/data', import.meta.url);
  const { territories, formers } = await stageCog(fileURLToPath(folder));
  country = new Territories(territories, formers);
}, 60_000);

const tokensOf = (text: string): string[] => {
  const { tokens, unread, stopped } = readPastedCodes(text, country);
  expect([unread, stopped]).toEqual([[], null]);
  return tokens;
};
const unreadOf = (text: string) =>
  readPastedCodes(text, country).unread.map(({ text: entry, line, why, candidates }) => [
    entry,
    line,
    why,
    candidates.map(({ code }) => code),
  ]);

describe('readPastedCodes', () => {
  it.each([
    ['spaces', '38185 38421  38229'],
    ['commas', '38185,38421,38229'],
    ['semicolons', '38185; 38421; 38229;'],
    ['tabs', '38185\t38421\t38229'],
    ['line ends of Windows', '38185\r\n38421\r\n\r\n38229\r\n'],
    ['quotes', '"38185","38421",\'38229\''],
    ['a formula that keeps text', '="38185"\n="38421"\n="38229"'],
    ['bullets', '- 38185\n• 38421\n* 38229'],
    ['no-break spaces and a byte order mark', '\ufeff38185\u00a038421\u202f38229'],
    ['twice the same', '38185 38421 38229 38185'],
    ['a sentence', 'Grenoble (38185), Saint-Martin-d’Hères (38421) et Meylan (38229).'],
    ['names', 'Grenoble\nSaint-Martin-d’Hères\nMeylan'],
    ['names without accents nor case', 'grenoble, st martin d heres, MEYLAN'],
  ])('takes %s', (_, text) => {
    expect(tokensOf(text)).toEqual(['38185', '38421', '38229']);
  });

  it('gives back what is no code in a list of them, however it is cut', () => {
    for (const text of ['99999 38000 abc -5 38185', '99999, 38000, abc, -5, 38185'])
      expect([text, unreadOf(text).map(([entry]) => entry)]).toEqual([text, ['99999', '38000', 'abc', '-5']]);
    expect(tokensOf('38185 38421 et 38229')).toEqual(['38185', '38421', '38229']);
    expect(tokensOf('1 38185 / 38421')).toEqual(['38185', '38421']);
  });

  it('puts back the zero that a spreadsheet lost', () => {
    expect(tokensOf('1001\n1004\n2691')).toEqual(['01001', '01004', '02691']);
    expect(tokensOf('1\n2A\n38')).toEqual(['01', '2A', '38']);
  });

  it('reads Corsica in any case, intercommunalités, départements, régions and the country', () => {
    expect(tokensOf('2a004 2B033 200040715 38 r84 fr 971')).toEqual([
      '2A004',
      '2B033',
      '200040715',
      '38',
      'R84',
      'FR',
      '971',
    ]);
    expect(tokensOf('200 040 715')).toEqual(['200040715']);
  });

  it('takes the column of codes of a table, whatever stands beside', () => {
    const table = [
      'Code INSEE\tCommune\tCode postal\tPopulation',
      '1001\tL’Abergement-Clémenciat\t1400\t859',
      '38185\tGrenoble\t38000\t156389',
      '38421\tSaint-Martin-d’Hères\t38400\t38195',
    ];
    expect(tokensOf(table.join('\n'))).toEqual(['01001', '38185', '38421']);
    expect(tokensOf(table.slice(1).join('\n'))).toEqual(['01001', '38185', '38421']);
    expect(tokensOf('38185;Grenoble;12,5\n38421;Meylan;7,25')).toEqual(['38185', '38421']);
    expect(tokensOf('1\t38185\t38\n2\t38421\t38')).toEqual(['38185', '38421']);
    expect(tokensOf('1 38185\n2 38421')).toEqual(['38185', '38421']);
    expect(tokensOf('38 974')).toEqual(['38', '974']);
    expect(tokensOf('38185;38421\n38229;38317')).toEqual(['38185', '38421', '38229', '38317']);
  });

  it('takes the column of names of a table, without its département', () => {
    expect(tokensOf('Commune;Département\nGrenoble;Isère\nVoiron;Isère\nMeylan;Isère\nEybens;Isère')).toEqual(
      ['38185', '38563', '38229', '38158'],
    );
    expect(tokensOf('Grenoble;Meylan\nVoiron;Eybens')).toEqual(['38185', '38229', '38563', '38158']);
  });

  it('keeps the codes of merged communes and of arrondissements, to be said one by one', () => {
    expect(tokensOf('01091 75101')).toEqual(['01091', '75101']);
  });

  it('takes an address of Maillage, exclusions included', () => {
    expect(tokensOf('38_200040715_-38421')).toEqual(['38', '200040715', '-38421']);
    expect(tokensOf('https://exemple.fr/perimetre?i=fibre-2026&per=38_-38421&pn=Ici')).toEqual([
      '38',
      '-38421',
    ]);
  });

  it('gives back what designates nothing, with its line', () => {
    expect(unreadOf('38185\n\n99999\nGrenobble\n12 500')).toEqual([
      ['99999', 3, 'unknown', []],
      ['Grenobble', 4, 'unknown', []],
      ['12 500', 5, 'unknown', []],
    ]);
  });

  it('says that a postcode is not a code, and whose it is', () => {
    expect(unreadOf('38185\n38000')).toEqual([['38000', 2, 'postcode', ['38185']]]);
    // 38420 is a commune and a postcode: among postcodes it is one of them.
    const { tokens, unread } = readPastedCodes('38000 38420', country);
    expect(tokens).toEqual([]);
    expect(unread.map(({ text, why }) => [text, why])).toEqual([
      ['38000', 'postcode'],
      ['38420', 'postcode'],
    ]);
    expect(tokensOf('38420')).toEqual(['38420']);
  });

  it('asks which of several homonyms, unless the département is said', () => {
    const [asked] = readPastedCodes('Saint-Denis', country).unread;
    expect(asked?.why).toBe('homonyms');
    expect(asked?.candidates.map(({ code }) => code)).toEqual(expect.arrayContaining(['93066', '97411']));
    expect(tokensOf('Saint-Denis (93)\nSaint-Denis 974')).toEqual(['93066', '97411']);
    expect(tokensOf('Paris')).toEqual(['75056']);
    expect(unreadOf('Vienne')).toEqual([['Vienne', 1, 'homonyms', ['38544', '86']]]);
  });

  it('refuses a text too long, and stops after too many entries', () => {
    expect(readPastedCodes('1'.repeat(MAX_PASTED_LENGTH + 1), country).stopped).toBe('too-long');
    const many = readPastedCodes('38185 '.repeat(MAX_PASTED_ENTRIES + 1), country);
    expect(many).toEqual({ tokens: ['38185'], unread: [], stopped: 'too-many' });
    expect(readPastedCodes(' \n\t;', country)).toEqual({ tokens: [], unread: [], stopped: null });
  });

  it('reads every code of today written in any usual way', () => {
    const codes = country.all('commune').map(({ code }) => code);
    const separator = fc.constantFrom(' ', ',', ';', '\t', '\n', '\r\n', ', ', ' ; ');
    const some = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 30 });
    const spoilt = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      (code: string) => `"${code}"`,
      (code: string) => code.replace(/^0/, ''),
    );
    fc.assert(
      fc.property(some, separator, spoilt, (wanted, between, spoil) => {
        expect(readPastedCodes(wanted.map(spoil).join(between), country).tokens).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws nor invents, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        const { tokens, unread } = readPastedCodes(text, country);
        for (const { line } of unread) expect(line).toBeGreaterThan(0);
        expect(new Set(tokens).size).toBe(tokens.length);
      }),
      { numRuns: 500 },
    );
  });
});
