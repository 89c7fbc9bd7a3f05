/** Words of the territory pages. */
export const territoire = {
  title: (name: string): string => `${name} · Maillage`,
  description: (name: string): string =>
    `${name} : revenus et pauvreté, connexion, population, lieux d’aide au numérique, chiffres datés et sourcés.`,
  unknown: (code: string): string => `Aucun territoire ne porte le code « ${code} ».`,
  moved: ({ name, code }: { name: string | null; code: string }, current: string): string =>
    name === null
      ? `La commune de code ${code} a rejoint ${current}. Voici la commune d’aujourd’hui.`
      : `${name} (${code}) a rejoint ${current}. Voici la commune d’aujourd’hui.`,
  code: {
    arrondissement: 'code officiel',
    commune: 'code officiel',
    epci: 'Siren',
    ept: 'Siren',
    departement: 'code',
    region: 'code',
    france: '',
  },
  kinds: {
    CC: 'Communauté de communes',
    CA: 'Communauté d’agglomération',
    CU: 'Communauté urbaine',
    METRO: 'Métropole',
    MET69: 'Métropole à statut particulier',
    EPT: 'Établissement public territorial (EPT)',
  } as Record<string, string>,
  inhabitants: (text: string, year: string): string => `${text} (${year})`,
  populationUnknown: 'population inconnue',
  withoutEpci: 'Cette commune n’appartient à aucune intercommunalité.',
  collectivity:
    'Les statistiques nationales réunies ici (revenus, recensement, fibre en 2026) ne couvrent pas cette collectivité d’outre-mer. Ses chiffres sont inconnus, ils ne sont pas nuls ; elle n’entre pas dans les totaux de la France.',
  arrondissement:
    'Un arrondissement municipal est montré pour le détail. L’unité des cartes et des totaux est la commune entière.',
  actions: {
    diagnosis: 'Diagnostic à imprimer',
    strategy: 'Bâtir une stratégie',
    map: 'Voir sur la carte',
  },
  findings: {
    title: 'Ce qui ressort',
    sources: (count: number): string => (count < 2 ? 'Source :' : 'Sources :'),
    none: 'Rien ne se distingue nettement dans les chiffres connus.',
    copy: 'Copier cette phrase',
    copied: 'Phrase copiée',
  },
  themes: {
    absent: 'Sans valeur dans la source :',
    none: 'Aucun chiffre de ce thème pour ce territoire.',
    notAggregated: 'Publié par commune seulement :',
  },
  states: {
    secret: 'Secret statistique',
    absent: 'Absent de la source',
    incomplete: 'Non calculable',
  },
  notes: {
    partial: (value: string, share: string, of: string): string =>
      `Communes connues seulement : ${value} (${share} des ${of}).`,
    none: (of: string): string => `Aucune commune connue (0 % des ${of}).`,
    cover: (share: string, of: string): string => `Calculé sur ${share} des ${of}.`,
    perimeter: 'Périmètre différent : le territoire a changé depuis l’édition de la source.',
    rolled:
      'Réunit plusieurs lignes de la source (communes fusionnées ou arrondissements), selon leur dénominateur.',
    floor: 'La source ne distingue pas les taux de 5 % et moins.',
    estimated: 'Valeur estimée.',
    secret: 'Le chiffre existe mais n’est pas publié, pour protéger les ménages.',
  },
  denominators: {
    'personnes-fiscales-2021': 'habitants',
    'population-2022': 'habitants',
    'population-2013': 'habitants',
    'logements-2018': 'logements',
    'actifs-2018': 'actifs',
  } as Record<string, string>,
  people: 'habitants',
  floorUnit: (unit: string): string => `${unit} ou moins`,
  comparison: (label: string): string => `${label}, comparé aux territoires qui l’englobent`,
  rank: {
    higher: (share: string, peers: string): string => `Plus élevé que dans ${share} des ${peers}.`,
    lower: (share: string, peers: string): string => `Plus bas que dans ${share} des ${peers}.`,
    same: (peers: string): string => `Le même chiffre pour les ${peers}.`,
    tied: (rank: string): string => `${rank} ex æquo`,
    middle: (peers: string): string => `Au milieu des ${peers}.`,
    order: (rank: string, peers: string): string => `${rank} des ${peers}, du plus élevé au plus bas.`,
  },
  peers: {
    arrondissement: 'arrondissements',
    commune: 'communes',
    epci: 'intercommunalités',
    ept: 'établissements publics territoriaux',
    departement: 'départements',
    region: 'régions',
    france: 'pays',
  },
  peersOf: (count: string, peers: string, within: string): string =>
    `${count} ${peers} ${within} où ce chiffre est connu`,
  within: {
    arrondissement: 'de l’arrondissement',
    commune: 'de la ville',
    epci: 'de l’intercommunalité',
    ept: 'de l’établissement public territorial',
    departement: 'du département',
    region: 'de la région',
    france: 'de France',
  },
  distribution: (peers: string, value: string): string =>
    `Répartition des ${peers}. Le territoire est à ${value}.`,
  distributionCaption: (peers: string): string => `Répartition des ${peers} ; le trait marque le territoire`,
  classes: {
    share: (label: string, year: string): string => `${label} (${year}), selon les communes`,
    unknown: 'Classe inconnue',
  },
  ages: {
    caption: (year: string): string => `Âges (${year})`,
  },
  scatter: {
    title: 'Revenus et fibre, commune par commune',
    x: 'Niveau de vie médian, € par an (2021)',
    y: 'Locaux raccordables à la fibre, % (2026)',
    label: (count: string): string =>
      `Nuage de ${count} : niveau de vie médian en largeur, part des locaux raccordables à la fibre en hauteur. Les mêmes chiffres sont dans le tableau des communes.`,
    note: 'Un rond par commune, sa surface suit la population. En bas à gauche : revenus faibles et connexion faible. Les communes dont un des deux chiffres est inconnu ne sont pas dessinées.',
    reference: 'France',
    unknown: (count: string): string => `${count} sans les deux chiffres, non dessinées.`,
  },
  map: {
    title: (label: string, year: string): string => `${label}, ${year}`,
    label: (title: string, name: string, count: string): string =>
      `Carte : ${title}, ${name}, ${count}. Les mêmes chiffres sont dans les tableaux.`,
    source: (producer: string, edition: string): string =>
      `Sources : ${producer}, ${edition} ; contours IGN ADMIN EXPRESS. Chaque couleur réunit un cinquième des territoires de France.`,
    counted: { commune: 'communes', arrondissement: 'arrondissements', france: 'intercommunalités' },
    open: 'Ouvrir la carte interactive',
  },
  gaps: {
    title: 'Qui est loin de quelle aide',
    lead: (limit: string): string =>
      `Personnes en situation de pauvreté dont la commune n’a rien de tel, ni à moins de ${limit} de son centre à vol d’oiseau. Un lieu qui ne dit pas son tarif ou ses horaires n’est pas compté. L’âge des fiches est compté au jour de chaque source.`,
    caption: (name: string): string => `Personnes hors de portée, ${name}`,
    without: (supply: string): string => `Sans ${supply}`,
    unknown: 'non calculable',
    nobodySays: 'aucun lieu de France ne le dit dans les sources chargées',
    offer: {
      caption: 'Ce qu’il y a, rapporté aux habitants',
      text: 'Là où personne n’est loin, ce sont les heures qui manquent. À portée : à 10 km au plus du centre de la commune ; chaque lieu partage ses heures d’ouverture entre les habitants qui l’ont à portée. Un lieu qui ne les dit pas compte pour la médiane des autres.',
      name: 'Territoire',
      places: 'Lieux',
      per10000: 'Lieux pour 10\u00a0000 habitants',
      hours: 'Heures par semaine à portée, pour 10\u00a0000 habitants',
    },
    columns: {
      label: 'Ce qui manque',
      people: 'Personnes',
      share: 'Part',
      inhabitants: 'Habitants de ces communes',
    },
    zones: 'Les premières zones sans aucun lieu à portée :',
    zone: (ofName: string): string => `Zone ${ofName}`,
    more: 'Compter autrement : autres personnes, autre distance, autre aide, sur une carte',
  },
  places: {
    title: 'Lieux d’aide au numérique',
    none: 'Aucun lieu n’est recensé ici. Les sources sont anciennes : un lieu ouvert depuis peut manquer.',
    age: (editions: string): string =>
      `Fiches telles que publiées (${editions}) : un lieu a pu ouvrir, fermer ou changer d’horaires depuis. Vérifiez avant d’orienter quelqu’un.`,
    nearest: 'Lieux les plus proches, hors de la commune',
    nearestHow:
      'Distance à vol d’oiseau depuis le centre publié de la commune ; les habitants vivent autour de ce centre.',
    approximate: 'position approximative, au centre de la commune',
    distance: (distance: string): string => `à ${distance}`,
    hours: 'Horaires',
    updated: (date: string): string => `fiche du ${date}`,
    more: (count: string): string => `Voir ${count} de plus`,
    tooMany: (count: string): string =>
      `${count} : trop pour une liste. Ils sont sur la carte et comptés dans le tableau.`,
    servicesUnknown: 'services non précisés',
  },
  members: {
    communes: 'Communes',
    arrondissements: 'Arrondissements',
    departements: 'Départements',
    regions: 'Régions',
    caption: (what: string, name: string): string => `${what} : ${name}`,
    name: 'Territoire',
    population: 'Population',
    distance: 'Lieu le plus proche',
    distanceDetail: 'à vol d’oiseau',
    places: 'Lieux',
    far: 'À plus de 10 km d’un lieu',
    farDetail: '% des habitants',
    unknown: 'inconnu',
    here: 'dans la commune',
  },
} as const;
