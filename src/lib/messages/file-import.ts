type Words = Readonly<Record<string, string>>;

/** Words of a file on its way in, in steps, whatever it holds. */
export const fileImport = {
  file: 'Fichier',
  send: 'Lire le fichier',
  noFile: 'Aucun fichier, ou un fichier vide. Choisissez-en un, puis envoyez-le de nouveau.',
  working: { reading: 'Lecture du fichier', saving: 'Enregistrement' },
  share: (what: string, percent: string): string => `${what} : ${percent}`,
  reload: 'Actualiser',
  again: 'Recommencer avec un autre fichier',
  read: (rows: string, format: string): string => `${rows}, ${format}.`,
  row: 'ligne lue',
  rowPlural: 'lignes lues',
  formats: { csv: 'CSV', xlsx: 'XLSX', ods: 'ODS', geojson: 'GeoJSON', json: 'JSON' } as Words,
  sheet: (name: string): string => `feuille « ${name} »`,
  stoppedAdvice: 'Recommencez quand vous voulez.',
};
