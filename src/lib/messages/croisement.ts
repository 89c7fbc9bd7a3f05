/** Words of two measures crossed: form, legend of nine squares, cloud of points. */
export const croisement = {
  form: {
    label: 'Croiser avec',
    none: 'Rien : un seul sujet',
    distanceGroup: 'Accès',
    distance: 'Distance au lieu d’aide le plus proche',
    hint: 'La carte montre alors neuf couleurs : trois classes de chaque mesure.',
    openCloud: 'Voir le nuage de points',
    closeCloud: 'Fermer le nuage de points',
  },
  /** « Chômage croisé avec fibre ». */
  title: (first: string, second: string): string => `${first}, croisé avec : ${second}`,
  short: (first: string, second: string): string => `${first} et ${second}`,
  unit: 'trois classes de chaque mesure',
  legend: {
    squares: 'Les neuf croisements',
    fragileEnd: 'plus fragile',
    greatEnd: 'plus élevé',
    empty: 'aucun territoire',
    across: 'En largeur :',
    up: 'En hauteur :',
    pin: 'Survolez un carré pour voir ses territoires sur la carte ; appuyez pour le garder.',
    sources: 'Sources :',
  },
  /** « 1 234 communes, 2,1 millions d’habitants : … » */
  territories: (count: string, people: string | null, what: string): string =>
    `${count}${people === null ? '' : `, ${people}`}${what === '' ? '.' : ` : ${what}.`}`,
  millions: (number: string): string => `${number} millions d’habitants`,
  and: (first: string, second: string): string => `${first} et ${second}`,
  /** A class of a measure that has no words of its own. */
  measureAt: (name: string, limits: string): string => `${name} : ${limits}`,
  /** Words of the least, middle and greatest figures of the measures that people ask for most. */
  phrases: {
    'niveau-de-vie-median': ['revenus parmi les plus bas', 'revenus moyens', 'revenus parmi les plus élevés'],
    'premier-decile': [
      'revenus des plus modestes parmi les plus bas',
      'revenus des plus modestes moyens',
      'revenus des plus modestes parmi les plus élevés',
    ],
    'taux-de-pauvrete': [
      'pauvreté parmi les plus faibles',
      'pauvreté moyenne',
      'pauvreté parmi les plus fortes',
    ],
    'taux-de-pauvrete-estime': [
      'pauvreté parmi les plus faibles',
      'pauvreté moyenne',
      'pauvreté parmi les plus fortes',
    ],
    chomage: ['chômage parmi les plus faibles', 'chômage moyen', 'chômage parmi les plus forts'],
    'fibre-2026': [
      'fibre parmi les moins présentes',
      'fibre moyennement présente',
      'fibre parmi les plus présentes',
    ],
    'part-65-ans-et-plus': [
      'part de 65 ans et plus parmi les plus faibles',
      'part moyenne de 65 ans et plus',
      'part de 65 ans et plus parmi les plus fortes',
    ],
    'part-diplomes-superieur': [
      'diplômés du supérieur parmi les moins nombreux',
      'part moyenne de diplômés du supérieur',
      'diplômés du supérieur parmi les plus nombreux',
    ],
    'ifn-total': ['IFN parmi les plus faibles', 'IFN moyen', 'IFN parmi les plus forts'],
    indice: ['indice parmi les plus faibles', 'indice moyen', 'indice parmi les plus forts'],
    'distance-lieu': [
      'aide parmi les plus proches',
      'aide à une distance moyenne',
      'aide parmi les plus lointaines',
    ],
  } as Readonly<Record<string, readonly [string, string, string]>>,
  cloud: {
    title: (first: string, second: string): string => `Nuage de points : ${first} et ${second}`,
    label: (first: string, second: string, levels: string): string =>
      `Nuage de points des ${levels} : ${first} en largeur, ${second} en hauteur`,
    help: 'Flèches gauche et droite : passer d’un point au suivant. Haut et bas : avancer de cent points. Début et Fin : aux extrêmes. Entrée : ouvrir le territoire. Échap : quitter. À la souris, dessinez un rectangle pour voir ses territoires sur la carte.',
    log: 'échelle logarithmique',
    count: (both: string, all: string): string => `${both} sur ${all} ont les deux chiffres.`,
    coefficients: (pearson: string, spearman: string): string =>
      `r de Pearson (chiffres) : ${pearson} ; ρ de Spearman (rangs) : ${spearman}.`,
    undefinedCoefficients:
      'Les coefficients ne se calculent pas : une mesure est constante, ou trop peu de territoires sont connus.',
    strengths: {
      none: 'Aucun lien visible',
      weak: 'Lien faible',
      moderate: 'Lien modéré',
      strong: 'Lien fort',
      'very-strong': 'Lien très fort',
    },
    together: (first: string, second: string): string =>
      `quand « ${first} » augmente, « ${second} » augmente aussi, en général`,
    opposite: (first: string, second: string): string =>
      `quand « ${first} » augmente, « ${second} » diminue, en général`,
    unrelated: (first: string, second: string): string => `« ${first} » ne dit presque rien de « ${second} »`,
    caution: 'Un lien n’est pas une cause.',
    restricted:
      'Le nuage de points n’est pas montré : l’une des deux mesures a une licence qui ne permet pas de donner ses chiffres. La carte montre les classes.',
    tooFew:
      'Moins de trois territoires ont les deux chiffres : il n’y a pas de nuage à dessiner. Changez de niveau ou de mesure.',
    loading: 'Chargement des deux mesures…',
    brushed: (count: string, people: string | null): string =>
      `Dans le rectangle : ${count}${people === null ? '' : `, ${people}`}.`,
    beyond: (count: string): string => `${count} au-delà, sur les bords`,
    draw: 'Dessiner un rectangle',
    clear: 'Effacer le rectangle',
    table: 'Voir le tableau',
    point: (name: string, first: string, second: string): string => `${name}. ${first}. ${second}`,
    nameLoading: 'Nom en cours de chargement',
    close: 'Fermer le nuage de points',
    selected: (name: string): string => `Point entouré : ${name}.`,
  },
  notices: {
    impossible:
      'Ce croisement n’est pas possible : une typologie n’a ni petit ni grand, et une mesure ne se croise pas avec elle-même. La carte montre un seul sujet.',
    noLevel:
      'Ces deux mesures n’ont aucun niveau en commun : il n’y a rien à croiser. Choisissez-en une autre.',
    missingLevel: (levels: string): string =>
      `Les deux mesures ne sont pas connues par ${levels} : un niveau qu’elles partagent est montré.`,
    firstLimits: 'Vos limites servent à la première mesure ; la seconde garde des effectifs égaux.',
    limits:
      'Un croisement a trois classes de chaque mesure : il faudrait exactement deux limites. Les classes ont des effectifs égaux.',
  },
  image: { legend: 'Neuf croisements' },
} as const;
