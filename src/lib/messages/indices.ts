/** Words of the indices: their composition, their problems, their ranking. */
export const indices = {
  title: 'Indices',
  heading: 'Composer un indice et classer les territoires',
  lead: 'Choisissez les faits qui comptent et leur poids : le classement suit aussitôt. Chaque score dit ce qui lui manque.',
  description:
    'Composer un indice de fragilité numérique et sociale, peser chaque indicateur, classer les communes et savoir si le classement est sûr.',
  presets: {
    maillage: {
      label: 'Maillage : quatre faits, pauvreté estimée',
      about:
        'Locaux sans fibre, taux de pauvreté (estimé là où il est secret), 65 ans et plus, peu de diplômés du supérieur, à poids égaux.',
    },
    'quatre-faits': {
      label: 'Quatre faits publiés, sans estimation',
      about:
        'Les mêmes faits avec le niveau de vie médian publié à la place de la pauvreté estimée, à poids égaux.',
    },
    'ifn-2023': {
      label: 'Indice de fragilité numérique (IFN, La Mednum, 2023)',
      about:
        'La moyenne simple des cinq scores publiés : sans très haut débit, sans 4G, pauvreté, 65 ans et plus, peu ou pas diplômés.',
    },
    deri: {
      label: 'À la manière du DERI (Grand Manchester)',
      about:
        'Trois composantes à poids égaux (démographie, privation, connexion), de 0 au minimum à 10 au maximum du pays.',
    },
    effectifs: {
      label: 'Effectifs : combien de personnes',
      about:
        'Habitants de 65 ans et plus et personnes pauvres de moins de 65 ans, additionnés : des personnes, pas des points. Personne n’est compté deux fois.',
    },
    connexion: { label: 'Connexion seule', about: 'Locaux que la fibre ne dessert pas.' },
    pauvrete: { label: 'Pauvreté seule', about: 'Taux de pauvreté, estimé là où il est secret.' },
  } as Readonly<Record<string, { label: string; about: string }>>,
  estimateLink: 'Comment ?',
  score: 'Score',
  outOfTen: 'sur 10',
  own: 'Indice composé',
  ownAbout: 'Vos indicateurs et vos poids.',
  audiences: {
    legend: 'Public',
    all: 'Tous les âges',
    seniors: 'Seniors',
    young: 'Jeunes',
    unavailable:
      'Seniors et jeunes : non disponible. Il faudrait la pauvreté, le chômage et les diplômes par âge, qu’aucune source chargée ne donne par commune.',
  },
  missing: {
    title: 'Non disponible',
    about:
      'Ces données entreraient dans l’indice ; aucune source chargée ne les donne. Rien n’est inventé à leur place.',
    'couverture-4g': 'couverture mobile 4G',
    'peu-ou-pas-diplomes':
      'part des habitants peu ou pas diplômés (remplacée par les diplômés du supérieur, à l’envers)',
    '75-ans-et-plus': 'part des 75 ans et plus',
    allocations: 'allocations (minimum vieillesse, RSA, AAH)',
    'debit-moyen': 'débit moyen et part sous 10 Mbit/s',
    mobilite: 'obstacles à la mobilité',
    equipement: 'équipement des ménages',
  },
  composer: {
    title: 'Composition de l’indice',
    preset: 'Indice',
    ownOption: 'Composé par vous',
    parts: 'Ce qui compte',
    weight: (label: string): string => `Poids : ${label}`,
    share: (percent: string): string => `${percent} de l’indice`,
    ends: { high: 'élevé = fragile', low: 'faible = fragile' },
    turn: (label: string): string => `Inverser le sens : ${label}`,
    remove: (label: string): string => `Retirer : ${label}`,
    add: 'Ajouter un indicateur',
    addHint: 'Choisir…',
    full: 'Seize indicateurs au plus : retirez-en un pour en ajouter un autre.',
    component: {
      demographie: 'Démographie',
      privation: 'Privation',
      connexion: 'Connexion',
    } as Readonly<Record<string, string>>,
    componentWeight: (name: string): string => `Poids de la composante ${name}`,
    settings: 'Réglages du calcul',
    normalisation: 'Mise à l’échelle',
    normalisations: {
      rank: 'Rang (0 à 10)',
      deciles: 'Déciles (1 à 10)',
      'min-max': 'Du minimum au maximum (0 à 10)',
      'z-score': 'Écarts à la moyenne (0 à 10)',
      published: 'Scores tels que publiés',
      people: 'En personnes, sans mise à l’échelle',
    },
    normalisationHints: {
      rank: 'Chaque fait devient la place du territoire parmi les autres : 10 pour le plus fragile.',
      deciles: 'Chaque fait devient le dixième où se trouve le territoire : 10 pour le plus fragile.',
      'min-max':
        'Chaque fait est placé entre la plus petite et la plus grande valeur ; les valeurs extrêmes pèsent.',
      'z-score':
        'Chaque fait devient un écart à la moyenne, borné à trois écarts types de part et d’autre ; la moyenne vaut 5.',
      published: 'Les scores publiés par leur producteur, sans rien y changer.',
      people: 'Des personnes, additionnées. Il faut que chaque effectif soit connu.',
    },
    reference: 'Comparer à',
    references: {
      france: 'Toute la France',
      region: 'Sa propre région',
      departement: 'Son propre département',
      epci: 'Sa propre intercommunalité (EPCI)',
      density: 'Les communes de même densité',
      perimeter: 'Le périmètre choisi',
    },
    referenceHint: 'À qui chaque territoire est comparé pour chaque fait.',
    noPerimeter: 'Choisissez d’abord un périmètre.',
    threshold: 'Part du poids à connaître',
    thresholdHint: (percent: string): string =>
      `Sous ${percent} du poids connu, l’indice est « non calculable » : il n’est jamais deviné.`,
    estimates: 'Compter les valeurs estimées',
    estimatesHint:
      'Le taux de pauvreté est secret dans 87 % des communes ; Maillage l’estime, avec une marge.',
    name: 'Nom de cette variante',
    nameHint: 'Il voyage dans l’adresse de la page.',
    reset: 'Revenir à l’indice de départ',
    equal: 'Poids égaux',
    link: 'Copier le lien de cet indice',
    linkCopied: 'Lien copié',
  },
  legend: {
    unit: 'score sur 10',
    people: 'personnes',
    year: 'calculé',
    computed: 'Calcul de Maillage :',
    how: 'composition et sources',
    threshold: (percent: string): string => `Non calculable sous ${percent} du poids connu.`,
    estimated: 'Hachures fines : une valeur estimée entre dans le score.',
    outside: 'Hors du périmètre',
    among: (reference: string): string => `Comparé à : ${reference.toLowerCase()}.`,
    restricted:
      'Cet indice contient une source à la licence non précisée : il est montré par classe, jamais redistribué.',
  },
  card: {
    rank: (rank: string, ranked: string): string => `${rank}e sur ${ranked}`,
    first: (ranked: string): string => `1er sur ${ranked}`,
    known: (percent: string): string => `${percent} du poids connu`,
    lacks: (list: string): string => `manque : ${list}`,
    estimated: 'une valeur estimée entre dans le score',
  },
  /** Of the selected territory, in its panel. */
  drawer: {
    all: 'Tout le classement',
    standing: (parent: string, rank: string, of: string): string => `${parent} : ${rank} sur ${of}`,
  },
  ranking: {
    caption: (index: string, levels: string, within: string): string =>
      `${index} : classement par ${levels}${within}`,
    rank: 'Rang',
    territory: 'Territoire',
    population: 'Population',
    populationUnit: 'habitants',
    unknown: 'inconnue',
    span: 'Rang selon les variantes',
    spanDetail: 'médian, et 9 variantes sur 10',
    spanText: (median: string, low: string, high: string): string => `${median} (${low} à ${high})`,
    inTop: (top: string, firsts: string): string => `Parmi les ${top} ${firsts}`,
    inTopDetail: 'part des variantes',
    standings: 'Rang chez ses voisins',
    parents: { epci: 'EPCI', departement: 'département', region: 'région' },
    of: (rank: string, of: string): string => `${rank} sur ${of}`,
    withEstimate: 'avec une estimation',
    situate: (name: string): string => `Situer ${name} sur la carte`,
    map: 'Situer',
    none: 'Aucun territoire ne correspond.',
    clear: 'Voir tout le classement',
    search: 'Chercher dans le classement',
    searchHint: 'Nom, code ou code postal',
    submit: 'Chercher',
    pages: 'Pages du classement',
    summary: (ranked: string, levels: string, feminine: boolean, within: string): string =>
      `${ranked} ${levels} ${feminine ? 'classées' : 'classés'}${within}.`,
    level: 'Classer',
    least: 'Population',
    leastOf: (people: string): string => `Au moins ${people} habitants`,
    anySize: 'Toutes tailles',
    within: 'Dans',
    everywhere: 'Toute la France',
    regions: 'Régions',
    departements: 'Départements',
    perimeter: (name: string): string => `Périmètre : ${name}`,
    perimeterLink: 'Choisir des communes',
    top: (firsts: string): string => `Nombre de ${firsts} à suivre`,
    onMap: 'Voir sur la carte',
    restricted:
      'Cet indice contient une source à la licence non précisée : le classement se lit à l’écran, il ne se télécharge pas.',
    withoutEstimates: 'Sans les valeurs estimées.',
    noScores: 'Les chiffres de cet indice ne sont pas chargés : il n’y a rien à classer.',
  },
  robustness: {
    title: 'Ce classement est-il sûr ?',
    about: (draws: string): string =>
      `Maillage refait le classement ${draws} fois, avec des poids tirés autour des vôtres, d’autres mises à l’échelle, et les valeurs estimées tirées dans leur marge. Le tirage est le même pour tous.`,
    drawing: (percent: string): string => `Tirage des variantes : ${percent}`,
    start: 'Tirer les variantes sur tout le pays',
    startHint:
      'Quelques secondes pour toutes les communes ; choisissez une région ou un département pour aller plus vite.',
    failed: 'Les variantes n’ont pas pu être tirées. Rechargez la page pour réessayer.',
    sentence: (name: string, top: string, firsts: string, percent: string): string =>
      `${name} est parmi les ${top} ${firsts} dans ${percent} des variantes.`,
    firm: (count: string, top: string, firsts: string): string =>
      `${count} des ${top} ${firsts} le restent dans 9 variantes sur 10 ou plus.`,
    fragile: (name: string, low: string, high: string): string =>
      `${name} va du rang ${low} au rang ${high} dans 9 variantes sur 10.`,
    layer: 'Montrer la sûreté sur la carte',
    legendTitle: (top: string, firsts: string): string => `Parmi les ${top} ${firsts}, selon les variantes`,
    legendUnit: 'part des variantes',
    unranked: 'non classé',
    unrankedLegend: 'Non classé',
    card: (median: string, low: string, high: string): string => `rang médian ${median}, de ${low} à ${high}`,
  },
  first: {
    title: (count: string, firsts: string, levels: string, within: string): string =>
      `Les ${count} ${firsts} ${levels}${within}`,
    of: (name: string): string => ` : ${name}`,
    perimeter: 'périmètre choisi',
    all: 'Tout le classement, et s’il est sûr',
  },
  problems: {
    'no-weight':
      'Tous les poids sont à zéro : il n’y a rien à classer. Donnez un poids à un indicateur au moins.',
    'no-territory':
      'L’ensemble de comparaison est vide : aucun territoire n’a de score. Choisissez un autre ensemble, ou ajoutez des communes au périmètre.',
    'one-territory':
      'L’ensemble de comparaison n’a qu’un territoire : il n’est comparé à personne et reçoit le milieu de l’échelle. Élargissez l’ensemble.',
    alone: (count: string): string =>
      `${count} : seuls dans leur ensemble de comparaison, ils reçoivent le milieu de l’échelle.`,
    'no-value': (label: string): string =>
      `« ${label} » n’est connu d’aucun territoire ici : il ne compte pas. Retirez-le ou changez de niveau.`,
    constant: (label: string): string => `« ${label} » a partout la même valeur : il ne distingue personne.`,
    constantIn: (label: string, groups: string): string =>
      `« ${label} » a partout la même valeur dans ${groups} : il n’y distingue personne.`,
    'no-score': 'Aucun territoire n’a assez de poids connu : baissez le seuil, ou changez d’indicateurs.',
  },
} as const;
