/** Words of the description of the vector tiles, for mapping software. */
export const tuiles = {
  names: {
    commune: 'Communes',
    epci: 'Intercommunalités',
    departement: 'Départements',
    region: 'Régions',
  },
  code: {
    commune: 'Code Insee de la commune, texte',
    epci: 'Siren de l’intercommunalité, texte',
    departement: 'Code du département, texte',
    region: 'Code de la région, texte',
  },
  description:
    'Contours et code officiel. Les chiffres n’y sont pas : joignez par le code un fichier de /carte/export.csv.',
  attribution: (edition: string): string =>
    `IGN ADMIN EXPRESS COG, Etalab${edition === '' ? '' : `, ${edition}`}`,
  zones: {
    description:
      'Contours, et un point dans chacun : de loin, les quartiers prioritaires ne sont que des points.',
    fields: {
      code: 'Code du quartier, texte',
      name: 'Nom du quartier',
      communes: 'Noms de ses communes',
      commune: 'Code Insee de la première de ses communes, texte',
      population: 'Habitants, absent quand le fichier ne le dit pas',
    },
    notLoaded: 'Ces quartiers ne sont pas chargés : il n’y a pas de tuiles.',
  },
  fictional: 'Contours fictifs, territoire de démonstration',
  unknown:
    'Ces tuiles n’existent pas. Essayez communes, intercommunalites, departements, regions, quartiers-prioritaires ou iris.',
  notLoaded: 'Les contours ne sont pas chargés : il n’y a pas de tuiles.',
} as const;
