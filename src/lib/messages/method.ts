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
    estimated: 'Estimé : la couleur de la classe sous de fines hachures, avec un intervalle.',
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
      id: 'cuivre',
      title: 'Qui perd sa connexion quand le cuivre ferme',
      paragraphs: [
        'Chaque commune a une date de fermeture technique, ou pas encore de date : ce n’est jamais « jamais », le réseau ferme partout d’ici à 2030. Une commune est « déjà fermée » le jour même de sa date, et au-delà ; « dans les 12 mois » compte de date à date depuis aujourd’hui.',
        'Les locaux sans fibre sont ceux que l’Arcep compte (Ma connexion internet : nbr_elig_8 moins elig_ftth). Là où ce compte n’est pas chargé, on applique la part sans fibre de 2026 aux logements de 2018, et on le dit. Pour une intercommunalité ou un département, communes et locaux s’additionnent échéance par échéance ; une commune dont les locaux sont inconnus n’entre dans aucun total, et la page dit combien elles sont.',
        'C’est la fibre d’aujourd’hui devant la date de demain : le déploiement continue, le nombre baissera. Il dit qui prévenir et accompagner, pas qui restera sans ligne.',
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
    {
      id: 'acces',
      title: 'Accès et personnes hors de portée',
      paragraphs: [
        'Une personne est hors de portée quand sa commune n’a pas de lieu qui répond à ce qui est demandé, et que le plus proche est à plus du seuil choisi du centre publié de la commune, à vol d’oiseau. Tous les habitants sont comptés à ce centre : dans une grande commune, l’erreur peut dépasser 10 km, et un lieu de la commune est donc toujours à portée de ses habitants.',
        'Ce qui est demandé (service, coût, horaire, public, programme, fraîcheur de la fiche) est toujours dit par le lieu : un lieu qui ne le dit pas n’est pas compté, et le nombre de ces lieux est montré.',
        'Le continent, la Corse, chaque département et collectivité d’outre-mer sont des terres à part : nul n’y est servi par un lieu d’une autre. Les îles sans pont du continent sont comptées avec lui, ce qui les sert mieux qu’en réalité.',
        'Accès par habitant : R_j = S_j / Σ_i P_i w_ij, puis A_i = Σ_j R_j w_ij (Luo et Wang 2003) ; w vaut 1 jusqu’au seuil, ou 1, 0,68 et 0,22 sur trois bandes (Luo et Qi 2009), ou exp(−t²/2σ²) avec σ au tiers du seuil, ou diminue en ligne droite. Avec le partage entre les lieux, w_ij est multiplié par w_ij / Σ_k w_ik (Wan, Zou et Sternberg 2012). La somme de l’accès de tous les habitants est exactement ce que donnent les lieux que quelqu’un peut atteindre.',
        'Zones : communes hors de portée qui partagent une limite. Au-delà de 40 communes, elles sont coupées par intercommunalité, à l’échelle où l’on décide.',
        'Points chauds et froids : indice local de Moran de la distance (Anselin 1995), voisins par limite commune (les trois plus proches pour les îles), 999 tirages conditionnels, toujours les mêmes, et taux de fausses découvertes de 5 % (Benjamini et Hochberg 1995).',
        'Équité : indice de Gini, et indice de concentration des communes rangées par leur besoin, 1 − Σ (F_k − F_k−1)(L_k + L_k−1) : négatif, l’aide va aux plus concernées.',
      ],
    },
    {
      id: 'implantation',
      title: 'Où ouvrir ensuite',
      paragraphs: [
        'Quatre questions de localisation connues : toucher le plus de monde dans un seuil (couverture maximale, Church et ReVelle 1974), le moins de trajet (p-médiane, Hakimi 1964 ; au-delà du seuil, chacun compte au seuil), que personne ne soit trop loin (p-centre), couvrir tout le monde avec le moins de lieux (Toregas et coll. 1971) ; un budget remplace le nombre de lieux quand les coûts diffèrent.',
        'La première réponse est gloutonne : pour un nombre de lieux, elle touche au moins 63 % de ce que touche la meilleure (Nemhauser, Wolsey et Fisher 1978). Des échanges l’améliorent (Teitz et Bart 1968 ; Resende et Werneck 2007), et le tirage est toujours le même. Une relaxation lagrangienne donne en même temps un plafond qu’aucun choix ne dépasse ; « à x % au plus du meilleur possible » est l’écart entre les deux. Quand il reste un écart, des branches, puis un solveur exact (HiGHS) cherchent la preuve.',
        'Poids de la fragilité : à 100 %, chaque personne compte à proportion de la fragilité de sa commune (taux de pauvreté, ou indice choisi) ; entre les deux, un mélange en ligne droite. Les personnes montrées ne sont jamais pondérées.',
        'Capacité : un lieu ouvert 35 heures par semaine accompagne au plus le nombre dit ; un lieu existant, à proportion de ses heures (fois ses aidants). Les personnes d’une commune se partagent entre les lieux à portée (couverture avec capacités, Current et Storbeck 1988). Un lieu voisin, hors du territoire, compte comme s’il ne servait que le territoire.',
      ],
    },
    {
      id: 'scenarios',
      title: 'Scénarios à la main',
      paragraphs: [
        'Un lieu ajouté répond à l’aide demandée et sert les personnes de sa commune, et celles qui sont à moins du seuil à vol d’oiseau, sur la même terre. Sans modification, les chiffres sont exactement ceux des pages Écarts et Implantation. Un point libre est dans la commune dont le contour le contient ; en mer, il ne sert personne et ne coûte rien.',
        'Les heures d’aide par habitant suivent l’accès par aires flottantes à trois bandes (E2SFCA, Luo et Qi 2009) : un lieu donne ses heures par semaine fois les personnes qui aident, et le partage entre tous les habitants à portée, ceux du voisinage compris. Des horaires inconnus prennent la médiane de ceux qui sont connus, avant comme après. Changer les horaires ou les personnes qui aident change donc cet accès ; seule l’ouverture à un moment demandé change qui est à portée.',
        'Le coût par an compte les lieux ajoutés et les personnes qui aident en plus, aux prix choisis. Ce que coûtent les lieux existants n’est pas connu : en fermer ou en déplacer ne rend rien.',
      ],
    },
  ],
  ifn: {
    id: 'ifn',
    title: 'Lire l’indice de fragilité numérique (IFN)',
    about:
      'L’IFN de La Mednum est l’indice que les équipes de terrain connaissent. Il a fait exister le sujet et donne un repère commun ; Maillage le montre tel que publié, à côté des faits qu’il résume. C’est la moyenne simple de cinq scores, chacun tiré de la place de la commune dans la distribution nationale ; la règle exacte de découpage n’est pas publiée.',
    equality:
      'Nourri des cinq scores publiés, notre calcul redonne exactement le total publié de chaque commune et de chaque intercommunalité de ses fichiers : c’est vérifié à chaque version de Maillage.',
    compared:
      'Nos indices lisent les chiffres publics d’aujourd’hui. Voici comment ils vont avec lui, calculé sur les chiffres chargés : 1 quand l’ordre est le même, 0 sans lien.',
    fictional:
      'Les chiffres chargés sont ceux d’un territoire fictif : ces corrélations n’apprennent rien sur la France.',
    none: 'L’IFN n’est pas chargé, ou il manque des chiffres à nos indices : la comparaison attend.',
    totals: {
      caption: 'Nos indices et le total de l’IFN, corrélation de rang de Spearman',
      columns: {
        index: 'Notre indice',
        commune: 'Par commune',
        allKnown: 'Communes où tout est connu',
        epci: 'Par intercommunalité',
      },
    },
    parts: {
      caption: 'Chaque fait et le score de l’IFN sur la même matière, corrélation de rang de Spearman',
      columns: { part: 'Notre fait', against: 'Score de l’IFN', value: 'Corrélation', n: 'Communes' },
      published: (label: string): string => `${label}, là où il est publié`,
      estimated: (label: string): string => `${label}, là où il est estimé`,
    },
    blank: '–',
    after: [
      'Pourquoi ce n’est pas 1. La connexion : l’IFN lit le très haut débit de 2023, nous les locaux raccordables à la fibre en 2026, après trois ans de déploiement. La 4G : aucune source chargée ne la donne. Les diplômes : nous lisons ceux du supérieur, l’IFN l’absence de diplôme.',
      'La pauvreté surtout. Là où le taux est publié, le score de l’IFN le suit. Là où il est secret, dans les petites communes, ce score n’a pas de lien avec le niveau de vie médian, alors que taux et médiane vont ensemble partout où les deux sont connus. Un indice qui lit notre estimation s’éloigne donc de l’IFN à la campagne : c’est voulu.',
      'La licence de l’IFN n’est pas précisée : il est affiché avec sa source et n’est dans aucun export.',
    ],
  },
  indices: {
    id: 'indices',
    title: 'Indices et classements',
    entries: {
      composition: {
        title: 'Ce qu’est un indice',
        paragraphs: [
          'Un indice additionne des faits que vous choisissez, chacun avec un poids de 0 à 10. Seule compte la part d’un poids dans leur somme : doubler tous les poids ne change rien. Dix désigne toujours le plus fragile ; le sens de chaque fait se retourne d’un bouton.',
          'Un indice à composantes, comme celui du Grand Manchester (DERI), fait d’abord la moyenne de chaque composante, puis celle des composantes. L’erreur connue de son article, où un terme est divisé par d’autres poids que les siens, n’est pas reprise.',
          'En personnes, rien n’est mis à l’échelle : des effectifs connus s’additionnent, et il faut qu’ils le soient tous. Les personnes pauvres de 65 ans et plus ne sont comptées qu’une fois.',
        ],
      },
      echelle: {
        title: 'Mettre des faits à la même échelle',
        paragraphs: [
          'Rang : la place du territoire parmi ceux où le fait est connu, de 0 à 10, les ex æquo au milieu de leurs places. Déciles : le dixième où tombe cette place, de 1 à 10. Ces deux-là ne changent pas quand on étire l’échelle d’un fait.',
          'Du minimum au maximum : 0 au moins fragile, 10 au plus fragile, le reste en proportion ; une seule valeur extrême tasse toutes les autres. Écarts à la moyenne : bornés à trois écarts types, la moyenne vaut 5.',
          'Un fait qui a partout la même valeur ne distingue personne : chacun reçoit le milieu, et c’est dit.',
          'L’ensemble de comparaison est au choix : la France, sa région, son département, son intercommunalité, les communes de même densité, ou un périmètre choisi. Un territoire n’est jamais comparé hors de cet ensemble.',
        ],
      },
      manque: {
        title: 'Quand un fait manque',
        paragraphs: [
          'Un fait inconnu n’est ni zéro ni une moyenne : il ne compte pas, et le poids des autres fait le score. La part du poids connue est dite pour chaque territoire, avec ce qui manque. Sous le seuil (60 %, réglable), l’indice est « non calculable » : sans score, sans rang.',
          'Un score où entre une valeur estimée est lui-même marqué comme estimé.',
          'Deux scores égaux ont le même rang, le meilleur. Ils sont comparés à huit décimales, pour qu’une erreur d’arrondi ne départage personne.',
        ],
      },
      surete: {
        title: 'Un classement est-il sûr ?',
        paragraphs: [
          'Un rang tient aux faits, et aussi à des choix. Maillage refait le classement 1 000 fois : des poids tirés autour des vôtres (un poids d’un quart varie de 16 à 36 % neuf fois sur dix), une mise à l’échelle tirée parmi rang, minimum-maximum, écarts à la moyenne et la vôtre, et chaque valeur estimée tirée dans sa marge.',
          'On en retient le rang médian, l’intervalle qui contient le rang dans neuf variantes sur dix, et la part des variantes où le territoire est parmi les premiers : « parmi les 10 premiers dans 92 % des variantes ». Cette part est connue à trois points près.',
          'Le tirage est le même pour tout le monde : deux personnes voient les mêmes chiffres. Les scores publiés gardent leur mise à l’échelle ; les effectifs gardent aussi leurs poids, car des personnes ne se pèsent pas.',
          'Ces variantes ne disent rien des erreurs de mesure des chiffres publiés, ni des faits qu’aucune source ne donne.',
        ],
      },
      croiser: {
        title: 'Croiser deux mesures',
        paragraphs: [
          'Chaque mesure est coupée en trois, et les neuf cases ont chacune leur couleur : la plus sombre réunit le plus fragile des deux. Un territoire où l’une des deux manque n’entre dans aucune case.',
          'Le nuage de points donne deux corrélations sur les territoires où les deux mesures sont connues : celle de Pearson, sur les valeurs, et celle de Spearman, sur les rangs. Une corrélation n’est pas une cause.',
        ],
      },
      similaires: {
        title: 'Territoires similaires',
        paragraphs: [
          'Même niveau, population dans un rapport choisi (deux par défaut), même classe de densité ; puis les plus proches sur cinq faits, chacun ramené à une même échelle par son rang. Un territoire auquel manque un fait comparé est laissé de côté plutôt que deviné. Le rapport et les faits se choisissent sur la page de comparaison.',
        ],
      },
    },
    presets: {
      id: 'indices-prets',
      title: 'Les indices prêts à l’emploi',
      caption: 'Indices prêts à l’emploi, ce qu’ils lisent et ce qui leur manque',
      columns: { name: 'Indice', reads: 'Ce qu’il lit', missing: 'Non disponible' },
      nothing: 'rien',
    },
  },
} as const;
