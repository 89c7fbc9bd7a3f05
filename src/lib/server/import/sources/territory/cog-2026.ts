import { basename, join } from 'node:path';
import { z } from 'zod';
import type { CogAdapter } from '../../adapter.ts';
import { ImportError } from '../../import-error.ts';
import { readUtf8 } from '../../read/read-file.ts';
import type { FormerCommune } from '../../../../domain/territory/territories.ts';
import type { Territory, Zone } from '../../../../domain/territory/territory.ts';

const FILES = ['communes.json', 'epci.json', 'ept.json', 'departements.json', 'regions.json'] as const;

/** The code officiel géographique 2026 as `@etalab/decoupage-administratif` lays it out. */
export const cog2026: CogAdapter = { id: 'cog-2026', kind: 'cog', files: FILES, revision: 2 };

const zone = z.enum(['metro', 'drom', 'com']);
const communeRow = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.enum(['commune-actuelle', 'commune-deleguee', 'commune-associee', 'arrondissement-municipal']),
  zone,
  departement: z.string().optional(),
  region: z.string().optional(),
  commune: z.string().optional(),
  chefLieu: z.string().optional(),
  population: z.number().optional(),
  codesPostaux: z.array(z.string()).optional(),
  anciensCodes: z.array(z.string()).optional(),
});
const groupRow = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  membres: z.array(z.object({ code: z.string() })),
});
const areaRow = z.object({ code: z.string(), nom: z.string(), zone, region: z.string().optional() });

type CommuneRow = z.infer<typeof communeRow>;

export interface StagedCog {
  territories: Territory[];
  formers: FormerCommune[];
  rowsRead: number;
}

/** Reads the five files of a folder into territories of every level, in the order of their codes. */
export async function stageCog(folder: string): Promise<StagedCog> {
  const [communes, epci, ept, departements, regions] = await Promise.all([
    readRows(join(folder, FILES[0]), communeRow),
    readRows(join(folder, FILES[1]), groupRow),
    readRows(join(folder, FILES[2]), groupRow),
    readRows(join(folder, FILES[3]), areaRow),
    readRows(join(folder, FILES[4]), areaRow),
  ]);
  const current = communes.filter((row) => row.type === 'commune-actuelle');
  const epciOf = new Map(
    epci.flatMap((group) => group.membres.map(({ code }) => [code, group.code] as const)),
  );
  const eptOf = new Map(ept.flatMap((group) => group.membres.map(({ code }) => [code, group.code] as const)));
  const placed = current.map((row): Omit<Territory, 'ordinal'> => ({
    ...fromCommune(row, 'commune'),
    epci: epciOf.get(row.code) ?? null,
    ept: eptOf.get(row.code) ?? null,
  }));
  const parts = communes
    .filter((row) => row.type === 'arrondissement-municipal')
    .map((row) => fromCommune(row, 'arrondissement'));
  const groups = [
    ...epci.map((row) => ({ ...row, level: 'epci' as const })),
    ...ept.map((row) => ({ ...row, level: 'ept' as const })),
  ].map((row) => ({ ...group(row, placed), kind: row.type }));
  const areas = [
    ...departements.map((row) => ({ ...row, level: 'departement' as const })),
    ...regions.map((row) => ({ ...row, level: 'region' as const })),
  ].map((row) => ({ ...group(row, placed), zone: row.zone, region: row.region ?? null }));
  const france = { ...group({ level: 'france', code: 'FR', nom: 'France' }, placed), zone: 'metro' as const };
  const levels = [
    placed,
    parts,
    groups.filter(isEpci),
    groups.filter((row) => !isEpci(row)),
    areas.filter(isDepartement),
    areas.filter((row) => !isDepartement(row)),
    [france],
  ];
  return {
    territories: levels.flatMap(inOrder),
    formers: formersOf(communes, current),
    rowsRead: communes.length + epci.length + ept.length + departements.length + regions.length,
  };
}

type Placed = Omit<Territory, 'ordinal'>;

const isEpci = (row: Placed): boolean => row.level === 'epci';
const isDepartement = (row: Placed): boolean => row.level === 'departement';

const inOrder = (rows: readonly Placed[]): Territory[] =>
  [...rows].sort((a, b) => (a.code < b.code ? -1 : 1)).map((row, ordinal) => ({ ...row, ordinal }));

async function readRows<Row>(path: string, row: z.ZodType<Row>): Promise<Row[]> {
  const file = basename(path);
  const text = await readUtf8(path);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new ImportError(`le fichier n’est pas du JSON complet (${(cause as Error).message})`, {
      file,
      expected: 'un tableau JSON',
    });
  }
  const parsed = z.array(row).safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportError(`élément ${String(issue?.path[0] ?? '')} : ${issue?.message ?? 'forme inattendue'}`, {
    file,
    column: issue?.path.slice(1).join('.'),
    expected: 'la forme du paquet @etalab/decoupage-administratif 6',
  });
}

const EMPTY = {
  kind: null,
  lat: null,
  lon: null,
  surfaceKm2: null,
  commune: null,
  epci: null,
  ept: null,
  departement: null,
  region: null,
  postcodes: [],
  bbox: null,
};

function fromCommune(row: CommuneRow, level: 'commune' | 'arrondissement'): Placed {
  return {
    ...EMPTY,
    level,
    code: row.code,
    name: row.nom,
    zone: row.zone,
    population: row.population ?? null,
    commune: row.commune ?? null,
    departement: row.departement ?? null,
    region: row.region ?? null,
    postcodes: row.codesPostaux ?? [],
  };
}

/** A group of communes: its population is the sum of theirs, its département theirs when all share it. */
function group(
  row: { level: Placed['level']; code: string; nom: string },
  communes: readonly Placed[],
): Placed {
  const members = membersOf(row.level, row.code, communes);
  const single = (key: 'departement' | 'region'): string | null => {
    const first = members[0]?.[key] ?? null;
    return row.level !== 'france' && members.every((member) => member[key] === first) ? first : null;
  };
  return {
    ...EMPTY,
    level: row.level,
    code: row.code,
    name: row.nom,
    zone: (members[0]?.zone ?? 'metro') satisfies Zone,
    population: members.some((member) => member.population !== null)
      ? members.reduce((sum, member) => sum + (member.population ?? 0), 0)
      : null,
    departement: row.level === 'departement' ? null : single('departement'),
    region: row.level === 'region' ? null : single('region'),
  };
}

function membersOf(level: Placed['level'], code: string, communes: readonly Placed[]): readonly Placed[] {
  if (level === 'france') return communes.filter((commune) => commune.zone !== 'com');
  const key = level as 'epci' | 'ept' | 'departement' | 'region';
  return communes.filter((commune) => commune[key] === code);
}

/**
 * Communes that joined another, under their old codes; a code in use designates its commune. Those
 * that live on as « commune déléguée » or « associée » keep a name.
 */
function formersOf(rows: readonly CommuneRow[], current: readonly CommuneRow[]): FormerCommune[] {
  const inUse = new Set(current.map(({ code }) => code));
  const names = new Map(
    rows.filter(({ chefLieu }) => chefLieu !== undefined).map(({ code, nom }) => [code, nom]),
  );
  const formers = new Map(
    current.flatMap((commune) =>
      (commune.anciensCodes ?? [])
        .filter((code) => !inUse.has(code))
        .map((code) => [code, { code, name: names.get(code) ?? null, current: commune.code }] as const),
    ),
  );
  return [...formers.values()];
}
