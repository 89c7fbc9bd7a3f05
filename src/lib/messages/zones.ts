/** Words of priority neighbourhoods and of IRIS. */
export const zones = {
  title: 'Quartiers prioritaires de la politique de la ville (QPV)',
  download: 'Télécharger les quartiers',
  short: 'Quartiers prioritaires',
  missing:
    'Non chargé : aucun fichier des quartiers prioritaires n’est en place. La page « Données » dit où le prendre.',
  missingLink: 'Page « Données »',
  none: (where: string): string => `Aucun quartier prioritaire : ${where}.`,
  count: (quarters: string, where: string): string => `${quarters} : ${where}.`,
  /** Sentences about help, each only when it holds. */
  allHelped: (near: string): string => `Chacun a au moins un lieu d’aide à moins de ${near} de ses limites.`,
  lacking: (quarters: string, near: string, singular: boolean): string =>
    `${quarters} ${singular ? 'n’a' : 'n’ont'} aucun lieu d’aide à moins de ${near} de ${singular ? 'ses' : 'leurs'} limites.`,
  lackingWalk: (quarters: string, walk: string, singular: boolean): string =>
    `${quarters} ${singular ? 'n’en a' : 'n’en ont'} aucun à moins de ${walk}.`,
  people: (people: string): string => `${people} y vivent.`,
  caption: 'Quartiers prioritaires et lieux d’aide, ceux qui en manquent d’abord',
  name: 'Quartier',
  code: 'Code',
  communes: 'Communes',
  population: 'Habitants',
  unpublished: 'non publiée dans ce fichier',
  populationNote: 'Population des quartiers : non publiée dans ce fichier.',
  inside: 'Lieux dans le quartier',
  near: (distance: string): string => `À moins de ${distance}`,
  walk: (distance: string): string => `À moins de ${distance}`,
  method:
    'Distances à vol d’oiseau depuis les limites du quartier, lieux du quartier compris. Un lieu hors de la commune compte aussi.',
  partial: 'Un quartier à cheval sur plusieurs communes est compté dans chacune.',
  unplaced: (places: string): string =>
    `${places} dont seule la commune est connue : hors de ces comptes, faute de position.`,
  more: (quarters: string): string => `${quarters} de plus : dans le fichier à télécharger.`,
  moreInFile: (quarters: string): string =>
    `${quarters} de plus : sur la page du territoire, et dans le fichier qu’elle donne.`,
  source: (source: string): string => `Source : ${source}.`,
  counted: (kind: string): string => `Lieux comptés : ${kind}.`,
  file: {
    title: (where: string): string => `Quartiers prioritaires et lieux d’aide, ${where}`,
    communeNames: 'Noms des communes',
    area: 'Surface',
    published: 'valeur',
    within: (distance: string): string => `Lieux à moins de ${distance} du quartier`,
    none: 'Aucun quartier prioritaire dans ce territoire.',
  },
  map: {
    title: 'Quartiers',
    show: { qpv: 'Quartiers prioritaires (QPV)', iris: 'IRIS (quartiers de l’Insee)' },
    irisZoom: 'Les IRIS se voient à l’échelle d’une ville : rapprochez la carte.',
    missing: 'Quartiers prioritaires (QPV) : non chargé.',
    look: 'Contour tireté et hachures ; un point, de loin.',
    whole: 'Liste et lieux d’aide autour',
    within: (quarters: string, name: string): string => `${quarters} : ${name}`,
    choose: 'Choisissez un territoire pour en lire la liste ici.',
    go: (name: string): string => `Montrer ${name} sur la carte`,
    more: (quarters: string): string => `${quarters} de plus, sur la page du territoire.`,
    attribution: (title: string, producer: string, edition: string): string =>
      `${title} : ${producer}, ${edition}`,
    kind: 'Quartier prioritaire',
    population: (people: string): string => `${people}, comme son fichier le dit`,
    around: 'Les lieux d’aide autour',
  },
} as const;
