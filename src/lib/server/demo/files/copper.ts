import { DEPARTEMENT, REGION } from '../society/communes.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import { csv, type CsvCell } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const TECHNIQUES_HEADER =
  'code_insee;nom_com;code_dep;code_reg;nbr;type;nbr_elig_8;elig_ftth;elig_coax;elig_cu_30;elig_thdr;elig_cu_8;elig_4gf;elig_hdr;elig_sat;date';

export const CLOSING_HEADER = 'code_insee;fermeture_technique;output_usager';

const QUARTER = '2026-06-30';

/** Premises by their best technique: the columns add up to the whole. */
export function techniquesFile({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes.map(({ code, name, copper: of }): CsvCell[] => {
    const fast = Math.round(0.6 * of.copper);
    return [
      code,
      name,
      DEPARTEMENT.code,
      REGION.code,
      of.premises,
      'all',
      of.premises,
      of.fibre,
      of.cable,
      fast,
      0,
      of.copper - fast,
      of.radio,
      0,
      of.satellite,
      QUARTER,
    ];
  });
  return {
    path: 'commune_meilleure_techno_thd.csv',
    content: csv([TECHNIQUES_HEADER.split(';'), ...rows], ';'),
    rows: rows.length,
    topic: 'connectivity',
    separator: ';',
    notes: 'each premises counts once, under its best technique; elig_* add up to nbr_elig_8',
  };
}

function message({ copper: { closing, isClosed } }: DescribedCommune): string {
  if (isClosed) return 'Le réseau cuivre est déjà fermé dans votre commune.';
  return closing === ''
    ? 'L’arrêt du réseau cuivre n’est pas encore prévu dans votre commune.'
    : 'L’arrêt du réseau cuivre est prévu dans votre commune.';
}

/** The closing of copper: an empty date is not planned yet; the first row comes twice, as in the real file. */
export function closingFile({ communes }: DemonstrationTerritory): DemonstrationFile {
  const rows = communes.map((commune): CsvCell[] => [commune.code, commune.copper.closing, message(commune)]);
  const all = [...rows, ...rows.slice(0, 1)];
  return {
    path: 'fermeture-reseau-cuivre.csv',
    content: csv([CLOSING_HEADER.split(';'), ...all], ';'),
    rows: all.length,
    topic: 'connectivity',
    separator: ';',
    notes: 'an empty date is not planned yet; one row comes twice',
  };
}
