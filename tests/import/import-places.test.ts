import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { startCommand } from '../support/command.ts';

/** A list of places brought in from the command line. */
let database: TestDatabase;
let folder: string;
let commune: Territory;

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  folder = mkdtempSync(join(tmpdir(), 'maillage-liste-'));
  const data = await Snapshot.read(database.db);
  const found = data.territories.all('commune').find(({ postcodes }) => postcodes.length === 1);
  if (!found) throw new Error('no commune with one postcode');
  commune = found;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const path = (name: string, content?: string): string => {
  const whole = join(folder, name);
  if (content !== undefined) writeFileSync(whole, content);
  return whole;
};

async function bring(...args: string[]): Promise<{ code: number | null; said: string }> {
  const command = startCommand(['--import', 'tsx', 'scripts/data.ts', 'import-places', ...args], {
    DATABASE_URL: database.url,
    GEOCODER_URL: 'http://127.0.0.1:1/geocodage',
  });
  const code = await command.ended;
  return { code, said: command.output() };
}

const list = (): string =>
  path(
    'liste.csv',
    `Nom;Adresse;CP;Ville;Siret\nMaison des familles;12 rue des Lilas;${commune.postcodes[0]};${commune.name};34422913300196.0\n;;;;\nSans commune;;;;\n`,
  );

describe('npm run data -- import-places', () => {
  it('only shows, until it is told to keep', async () => {
    const shown = await bring(list(), '--list', 'Partenaires', '--corrected', path('corrige.csv'));
    expect(shown.code, shown.said).toBe(0);
    expect(shown.said).toContain('Nom → Nom du lieu');
    expect(shown.said).toContain('À créer : 1, à corriger : 0, inchangées : 0, refusées : 1.');
    expect(shown.said).toContain('Rien n’a été enregistré. Relancez avec --yes');
    expect(readFileSync(path('corrige.csv'), 'utf8')).toContain('34422913300196"');
    expect((await Snapshot.read(database.db)).lists.size).toBe(0);
  });

  it('keeps, and the same file again changes nothing', async () => {
    const first = await bring(list(), '--list', 'Partenaires', '--yes');
    expect(first.said).toContain('Enregistré : 1 créés, 0 corrigés, 0 inchangés');
    const again = await bring(list(), '--list', 'Partenaires', '--yes');
    expect(again.said).toContain('Enregistré : 0 créés, 0 corrigés, 1 inchangés');
    const { places } = await Snapshot.read(database.db);
    expect(places.filter(({ name }) => name === 'Maison des familles')).toHaveLength(1);
  });

  it('reads data·inclusion, structures with their services', async () => {
    const structures = path(
      'structures.csv',
      `source,id,nom,date_maj,code_postal,commune,adresse\ndora,s1,CCAS,2025-01-02,${commune.postcodes[0]},${commune.name},1 rue X\ndora,s2,Sans service,2025-01-02,${commune.postcodes[0]},${commune.name},2 rue X\n`,
    );
    const services = path(
      'services.csv',
      'source,structure_id,id,nom,description,date_maj,thematiques,frais\ndora,s1,v1,Aide,Aide,2025-01-02,numerique--acceder-a-des-services-en-ligne,gratuit\n',
    );
    const brought = await bring(structures, '--services', services, '--list', 'data·inclusion', '--yes');
    expect(brought.code, brought.said).toBe(0);
    expect(brought.said).toContain('Enregistré : 1 créés');
  });

  it.each([
    [['absent.csv', '--list', 'X'], 1, 'n’existe pas'],
    [['liste.csv'], 2, '--list NOM'],
    [['--list', 'X'], 2, 'Nommez un fichier'],
  ])('%j is refused in a sentence', async (args, code, sentence) => {
    const refused = await bring(...args.map((one) => (one.endsWith('.csv') ? path(one) : one)));
    expect(refused.code).toBe(code);
    expect(refused.said).toContain(sentence);
  });
});
