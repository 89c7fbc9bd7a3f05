/** Columns that the published schema requires and that reading needs; the others are read when they are there. */
export const DATA_INCLUSION_COLUMNS = {
  structures: ['source', 'id', 'nom', 'date_maj'],
  services: ['source', 'structure_id', 'id', 'nom', 'description', 'date_maj', 'thematiques'],
} as const;

export type DataInclusionFile = keyof typeof DATA_INCLUSION_COLUMNS;

/** Columns of structures alone, so that no list of places is taken for one. */
const STRUCTURES_ONLY = ['reseaux_porteurs', 'accessibilite_lieu', 'horaires_accueil'];

/** Whether the headings are those of the structures of data·inclusion v1. */
export const isDataInclusionStructures = (headings: readonly string[]): boolean =>
  missingColumns(headings, 'structures').length === 0 &&
  !headings.includes('structure_id') &&
  STRUCTURES_ONLY.some((column) => headings.includes(column));

/** Whether the headings are those of the services of data·inclusion v1. */
export const isDataInclusionServices = (headings: readonly string[]): boolean =>
  missingColumns(headings, 'services').length === 0;

/** The required columns that a file lacks, in the order of the schema. */
export const missingColumns = (headings: readonly string[], file: DataInclusionFile): string[] =>
  DATA_INCLUSION_COLUMNS[file].filter((column) => !headings.includes(column));

/** What to tell the person whose file has other columns, in French; `null` when it has those it needs. */
export function columnsRefusal(headings: readonly string[], file: DataInclusionFile): string | null {
  const missing = missingColumns(headings, file);
  if (missing.length === 0) return null;
  const names = missing.map((column) => `« ${column} »`).join(', ');
  return `Ce fichier n’est pas celui des ${file} de data·inclusion v1 : il y manque ${missing.length === 1 ? 'la colonne' : 'les colonnes'} ${names}. Reprenez le fichier « ${file} » publié sur data.gouv.fr, sans renommer ses colonnes.`;
}
