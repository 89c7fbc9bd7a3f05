/** Words of the data page: what is loaded, from whom, and what was refused. */
export const data = {
  title: 'Données',
  lead: 'Chaque chiffre de Maillage vient d’un fichier public, gardé tel que son producteur l’a publié. Voici lesquels, leur date, ce qui en a été retenu et ce qui a été refusé.',
  summary: (loaded: number, all: number): string => `${loaded} sources chargées sur ${all}`,
  lastLoad: (date: string): string => `Dernier chargement\u00a0: ${date}.`,
  demonstration:
    'Toutes les sources chargées sont fictives : elles imitent la forme des fichiers officiels, pas leur contenu.',
  imitated: (producer: string): string => `Fictif, à la manière de\u00a0: ${producer}`,
  overview: 'Vue d’ensemble',
  columns: {
    source: 'Source',
    producer: 'Producteur',
    edition: 'Édition',
    kept: 'Lignes retenues',
    refused: 'Refusées',
    state: 'Chargement',
  },
  notLoaded: 'non chargé',
  notLoadedOptional:
    'Source facultative, non chargée : rien n’en dépend. Placez son fichier dans le dossier open-data puis lancez « npm run data -- load ».',
  notLoadedHelp:
    'Ce fichier manque dans le dossier des données. Placez-le dans le dossier open-data puis lancez « npm run data -- load ».',
  sources: 'Source par source',
  fields: {
    producer: 'Producteur',
    licence: 'Licence',
    redistribute: 'Rediffusion',
    edition: 'Édition',
    page: 'Page du producteur',
    file: 'Fichier lu',
    hash: 'Empreinte SHA-256',
    loaded: 'Chargé le',
    rows: 'Lignes',
  },
  mayRedistribute: 'Oui : ces chiffres figurent dans les exports, avec leur source.',
  mayNotRedistribute:
    'Non : affichés et utilisés dans les calculs, jamais dans un export ni dans un fichier public.',
  showHash: 'Empreinte entière',
  rows: (read: string, kept: string, refused: string): string =>
    `${read} lues, ${kept} retenues, ${refused} refusées.`,
  seconds: (seconds: string): string => `en ${seconds}\u00a0s`,
  refusals: (count: string, one: boolean): string =>
    `${count} ${one ? 'ligne refusée' : 'lignes refusées'}, et pourquoi`,
  refusalsCaption: (title: string): string => `${title}\u00a0: lignes refusées`,
  refusalColumns: { reason: 'Raison', count: 'Lignes', examples: 'Exemples' },
  line: (line: string): string => `ligne ${line}`,
  coverage: (count: string, one: boolean): string =>
    `Couverture de ${count} ${one ? 'indicateur' : 'indicateurs'}`,
  coverageColumns: { indicator: 'Indicateur', level: 'Territoires' },
  perimeter: 'périmètre différent',
  coverageCaption: (title: string): string => `${title}\u00a0: territoires par état de la valeur`,
  coverageHelp:
    'Une valeur secrète ou absente n’est jamais comptée comme zéro. « Non calculable » : moins de 95 % du dénominateur est connu. « Périmètre différent » : la commune a été scindée ou modifiée depuis l’édition ; la valeur reste montrée, signalée.',
  places: (count: string, one: boolean): string => `${count} ${one ? 'lieu en vient' : 'lieux en viennent'}.`,
} as const;
