/** Words of the territory search: the box, its suggestions, the results page. */
export const search = {
  label: 'Chercher un territoire',
  placeholder: 'Commune, intercommunalité, code postal…',
  shortPlaceholder: 'Commune, code postal…',
  submit: 'Chercher',
  shortcut: 'Raccourci clavier : barre oblique ou Ctrl K',
  suggestions: 'Suggestions',
  found: (count: number): string =>
    count === 0
      ? 'Aucune suggestion. Appuyez sur Entrée pour chercher plus largement.'
      : `${count} suggestion${count > 1 ? 's' : ''}. Flèches haut et bas pour choisir, Entrée pour ouvrir.`,
  failed: 'Les suggestions ne répondent pas. Appuyez sur Entrée pour chercher.',
  title: 'Chercher un territoire',
  titleFor: (query: string): string => `«\u00a0${query}\u00a0»`,
  hint: 'Par nom, code postal, code officiel géographique ou numéro Siren d’intercommunalité. Les accents, les tirets et « st » pour « saint » ne comptent pas.',
  results: (total: string, one: boolean): string =>
    `${total} ${one ? 'territoire trouvé' : 'territoires trouvés'}`,
  onlyFirst: (shown: string): string =>
    `Les ${shown} premiers sont montrés. Précisez le nom ou ajoutez le numéro du département.`,
  none: 'Aucun territoire ne correspond.',
  noneHelp: [
    'Vérifiez l’orthographe : une lettre fausse est rattrapée, pas deux.',
    'Essayez une partie du nom, ou le code postal.',
    'Une ancienne commune se trouve par son nom ou son ancien code officiel.',
  ],
  start: 'Tous les départements et régions',
  departements: 'Départements',
  regions: 'Régions',
  via: {
    'former-code': (code: string): string => `Ancien code ${code}, commune fusionnée depuis`,
    'former-name': (name: string): string => `${name}, commune fusionnée depuis`,
    postcode: (code: string): string => `Code postal ${code}`,
    typo: 'Orthographe proche',
  },
  inhabitants: (count: string): string => `${count} hab.`,
  unknownPopulation: 'population inconnue',
} as const;
