/** Words of the method page, apart from those of the catalogue of indicators. */
export const method = {
  title: 'Méthode',
  lead: 'D’où vient chaque chiffre, comment il est calculé, et ce qu’il ne dit pas. Cette page est écrite à partir du catalogue même dont l’application se sert.',
  contents: 'Sur cette page',
  rulesTitle: 'Les règles',
  indicatorsTitle: 'Les indicateurs',
  fields: {
    formula: 'Calcul',
    unit: 'Unité',
    year: 'Année',
    source: 'Source',
    aggregate: 'Pour un groupe de communes',
    limits: 'Limites',
    classes: 'Classes',
    direction: 'Lecture',
  },
  noUnit: 'classe, sans unité',
  worse: {
    high: 'Une valeur élevée signale une fragilité ; elle est plus sombre sur la carte.',
    low: 'Une valeur basse signale une fragilité ; elle est plus sombre sur la carte.',
    none: 'Ni le haut ni le bas ne signale une fragilité.',
  },
  aggregate: {
    sum: 'Les nombres des communes s’additionnent.',
    mean: (label: string): string => `Taux ${label}. Jamais une moyenne simple des communes.`,
    'mean-of-medians': (label: string): string => `Ne s’agrège pas. On montre, sous ce nom, une ${label}.`,
    none: (reason: string): string => `Non calculé\u00a0: ${reason}.`,
  },
  states: {
    title: 'Comment l’inconnu est montré',
    secret: 'Secret statistique : la valeur existe, le producteur la tait pour protéger les personnes.',
    absent: 'Absent : la source ne donne rien pour ce territoire.',
    incomplete: 'Non calculable : moins de 95 % du dénominateur est connu.',
    estimated:
      'Estimé : la couleur de la classe sous de fines hachures, avec un intervalle. Aucune estimation n’est publiée pour l’instant.',
  },
  rules: [
    {
      id: 'inconnu',
      title: 'L’inconnu n’est jamais zéro',
      paragraphs: [
        'Un chiffre est une valeur, un secret statistique, une absence ou une estimation. Chacun a son mot, son motif et son compte. Ni le secret ni l’absence ne valent zéro ; ils ne sont jamais rangés dans la classe la plus basse.',
        'Un chiffre n’apparaît jamais nu : il porte son unité, son année et sa source.',
      ],
    },
    {
      id: 'secret',
      title: 'Le secret n’est pas réparti au hasard',
      paragraphs: [
        'L’Insee tait le taux de pauvreté de 2021 dans 87 % des communes, soit 27 % des habitants. Ce sont les petites communes, surtout rurales. Le niveau de vie médian, lui, est connu dans 89,5 % des communes, soit 98,3 % des habitants : c’est pourquoi la carte s’ouvre sur lui.',
        'Faire la moyenne des seuls taux connus trompe : pour la France, on trouverait 17,3 % (73 % des habitants couverts) là où l’Insee publie environ 14,9 % ; pour la Creuse, 23 % avec 20 % des habitants couverts.',
        'L’Insee remplace par 5 % les taux de pauvreté inférieurs à 5 % : ces communes ne sont pas départagées, et l’on écrit « 5 % ou moins ».',
      ],
    },
    {
      id: 'couverture',
      title: 'Au moins 95 % de couverture pour un groupe',
      paragraphs: [
        'Un taux d’intercommunalité, de département ou de région est pondéré par son propre dénominateur (habitants, logements, actifs, personnes des ménages fiscaux). Si moins de 95 % de ce dénominateur est connu, le taux est « non calculable » : on montre au plus celui des communes connues, sous ce nom et avec la part des habitants couverts. Le taux de pauvreté a aussi une version estimée, avec son intervalle.',
        'Quand la source ne donne pas le dénominateur exact, un remplaçant proche est nommé : « pondéré par les logements (2018) ».',
      ],
    },
    {
      id: 'communes',
      title: 'Les communes d’aujourd’hui',
      paragraphs: [
        'Le découpage est celui du code officiel géographique de 2026. Les anciens codes mènent à la commune actuelle ; les lignes de communes fusionnées sont réunies par leur dénominateur, jamais en gardant la dernière. Une commune scindée ou modifiée depuis l’édition d’une source est signalée « périmètre différent ».',
        'À Paris, Lyon et Marseille, la commune est l’unité ; les arrondissements sont un niveau d’affichage. Une intercommunalité à cheval sur deux départements reste entière.',
      ],
    },
    {
      id: 'distance',
      title: 'La distance à un lieu d’aide',
      paragraphs: [
        'La distance est à vol d’oiseau, sur une sphère de rayon 6 371 008,8 m, entre le centre publié de la commune et le lieu le plus proche. La source ne dit pas si ce centre est la mairie ou le milieu de la partie habitée ; les habitants vivent autour, parfois plus près, parfois plus loin.',
        'Aucun temps de trajet n’est donné : sans source routière, une minute serait inventée. Un lieu dont seule la commune est connue est placé au centre de celle-ci et signalé.',
        'Compter les habitants « à plus de 10 km » revient à compter toute la population des communes dont le centre est à plus de 10 km d’un lieu qui convient.',
      ],
    },
    {
      id: 'lieux',
      title: 'Les lieux d’aide',
      paragraphs: [
        'Les lieux viennent de la liste France services et des deux fichiers du schéma national des lieux de médiation numérique, réunis par leur identifiant et traduits de l’ancien schéma vers la version 1.0.2. Une structure France services vaut « aide aux démarches administratives », gratuite et accompagnée.',
        'Les fiches des fichiers publics utilisés ici ont plus de dix-huit mois : un lieu a pu fermer, déménager ou ouvrir depuis. Vérifiez avant d’orienter quelqu’un.',
      ],
    },
    {
      id: 'classes',
      title: 'Les classes de la carte',
      paragraphs: [
        'Par défaut, cinq classes de même effectif (quantiles). D’autres découpages sont offerts, de trois à neuf classes : intervalles égaux, ruptures naturelles de Jenks, écart-type, progression géométrique, tête et queue, seuils choisis.',
        'Les couleurs vont du clair au sombre par pas égaux de clarté : elles se lisent en noir et blanc, à l’impression et par les personnes daltoniennes. Le plus sombre est toujours le plus fragile. Ce qui est inconnu est hachuré ou pointillé, à part.',
      ],
    },
    {
      id: 'priorites',
      title: 'Les communes à regarder d’abord',
      paragraphs: [
        'C’est un ordre, pas un indice. Quatre faits comptent : un niveau de vie médian bas, peu de locaux raccordables à la fibre, une forte part de 65 ans et plus, un lieu d’aide lointain. Chacun devient le rang de la commune parmi les communes de France où il est connu ; l’ordre est la moyenne simple des rangs connus.',
        'Il faut au moins trois faits connus sur quatre. Un fait inconnu est dit, jamais deviné. Un fait est donné comme raison quand la commune est dans le quart où il pèse le plus.',
      ],
    },
    {
      id: 'temps',
      title: 'Comparer dans le temps',
      paragraphs: [
        'La fibre de 2018 n’est publiée que par tranche : on compare des tranches. Deux recensements à moins de cinq ans d’écart se recouvrent : la comparaison de 2018 à 2022 est refusée, celle de 2013 à 2018 est montrée. Filosofi 2022 n’a pas été publié, et 2023 ne se compare pas à 2021.',
      ],
    },
  ],
  ifn: {
    id: 'ifn',
    title: 'Lire l’indice de fragilité numérique (IFN)',
    paragraphs: [
      'L’IFN de La Mednum est l’indice que les équipes de terrain connaissent. Il a fait exister le sujet et donne un repère commun ; Maillage le montre tel que publié, à côté des faits qu’il résume. C’est la moyenne simple de cinq scores de 0 à 10, chacun tiré de la place de la commune dans la distribution nationale ; la règle exacte de découpage n’est pas publiée.',
      'Nous l’avons comparé aux fichiers publics actuels. Une moyenne simple de quatre rangs (locaux sans fibre en 2026, niveau de vie, 65 ans et plus, diplômes) suit l’IFN avec une corrélation de rang de 0,73 sur 31 203 communes.',
    ],
    table: {
      caption: 'Score de l’IFN et chiffre public correspondant, corrélation de rang de Spearman',
      columns: ['Score de l’IFN', 'Comparé à', 'Corrélation', 'Communes'],
      rows: [
        ['65 ans et plus', 'part des 65 ans et plus', '0,93', ''],
        ['Peu ou pas diplômés', 'diplômés du supérieur', '0,85', ''],
        ['Sans très haut débit (2023)', 'fibre (2026)', '0,25', ''],
        ['Pauvreté', 'taux de pauvreté, là où il est publié', '0,91', '4 394'],
        ['Pauvreté', 'niveau de vie médian, là où le taux est secret', '−0,03', '26 906'],
      ],
      blank: 'non précisé',
    },
    after: [
      'Le faible lien de la connexion tient à trois ans de déploiement de la fibre. Celui de la pauvreté tient au secret : là où le taux est publié, le score le suit ; dans les 26 906 communes où il est tu, il n’a pas de lien avec le niveau de vie médian, alors que taux et médiane vont ensemble là où les deux sont connus (−0,84).',
      'Conséquence : dans les petites communes rurales, le score de pauvreté de l’IFN renseigne peu. Lisez-y le niveau de vie médian, connu pour 98,3 % des habitants.',
      'La licence de l’IFN n’est pas précisée : il est affiché avec sa source et n’est dans aucun export.',
    ],
  },
} as const;
