/** Words of the page that says where to open next. */
export const implantation = {
  title: 'Implantation',
  heading: 'Où ouvrir ensuite',
  lead: 'Dites ce que vous voulez : toucher le plus de monde, ou ne laisser personne trop loin. Les communes ou les locaux où ouvrir sont proposés dans l’ordre, avec ce que chacun apporte et la distance au meilleur possible.',
  description:
    'Choisir où ouvrir des lieux d’aide au numérique : qui ils touchent, dans quel ordre, à quel coût, et à combien du meilleur possible.',
  form: {
    title: 'La question',
    goal: 'Ce que vous voulez',
    goals: {
      cover: 'Toucher le plus de monde dans le seuil',
      mean: 'Le moins de trajet en tout',
      farthest: 'Que personne ne soit trop loin',
      everyone: 'Couvrir tout le monde avec le moins de lieux',
    },
    count: 'Lieux à ouvrir',
    budget: 'Ou un budget par an (€)',
    price: 'Coût d’un lieu à soi par an (€)',
    premisesPrice: 'Coût d’un lieu dans des locaux existants (€)',
    limit: 'Seuil (km à vol d’oiseau)',
    counted: 'Lieux qui comptent déjà',
    countedOptions: {
      asked: 'ceux qui répondent à l’aide demandée',
      all: 'tous les lieux recensés',
      none: 'aucun : repartir de zéro',
    },
    candidates: 'Où l’on peut ouvrir',
    candidateOptions: {
      communes: 'dans toute commune',
      premises: 'dans les locaux d’un lieu qui ne répond pas encore',
      both: 'dans une commune ou dans des locaux existants',
      rural: 'dans les communes rurales',
      towns: 'dans les petites villes et les bourgs',
      centres: 'dans les centres d’équipements et de services',
      list: 'dans les communes d’une liste',
    },
    closures: 'Lieux existants à déplacer, au plus',
    equity: 'Poids de la pauvreté (%)',
    equityNote: '0 : chacun compte autant ; 100 : seules comptent les communes les plus pauvres.',
    forced: 'Ouvrir forcément dans (codes Insee)',
    forbidden: 'Jamais dans (codes Insee)',
    list: 'Liste de communes (codes Insee)',
    more: 'Préciser les lieux, le budget et les contraintes',
    submit: 'Proposer',
  },
  answer: {
    title: 'Proposition',
    one: 'lieu',
    many: 'lieux',
    facts: {
      before: 'À portée aujourd’hui',
      after: 'À portée avec la proposition',
      gained: 'De plus',
      left: 'Encore hors de portée',
      cost: 'Coût par an',
      perPerson: (euros: string): string => `${euros} par personne de plus`,
      communes: (communes: string): string => `dans ${communes}`,
      of: (all: string): string => `sur ${all}`,
    },
    proven: 'C’est le meilleur possible, et c’est prouvé.',
    gap: (percent: string): string => `À ${percent} au plus du meilleur possible.`,
    fewest: (count: string): string => `Il en faut au moins ${count}.`,
    farthest: (distance: string, least: string): string =>
      `La personne la plus loin est à ${distance} ; on ne peut pas faire mieux que ${least}.`,
    unreached: 'Quelqu’un reste à plus de 60 km de tout lieu.',
    working: 'La recherche continue : la proposition s’améliore sous vos yeux.',
    stopped: 'Recherche arrêtée : voici la meilleure proposition trouvée.',
    still: 'La recherche continue, mais n’a rien trouvé de mieux depuis un moment.',
    stop: 'Arrêter la recherche',
    resume: 'Reprendre la recherche',
    failed: 'La recherche n’a pas pu continuer dans ce navigateur ; la première proposition reste.',
    closes: (names: string): string => `Lieux à fermer ou à déplacer : ${names}.`,
    nothing: 'Aucun lieu à ouvrir : tout le monde qui peut l’être est déjà à portée.',
  },
  table: {
    caption: (place: string): string => `Lieux à ouvrir, dans l’ordre, ${place}`,
    site: 'Où',
    people: 'Personnes de plus',
    share: 'Part du gain',
    perPerson: 'Coût par personne',
    partners: 'Lieux tout près',
    why: 'Pourquoi là',
    none: 'aucun à moins de 15 km',
    rest: (count: string): string => `et ${count} de plus, sur la carte.`,
  },
  why: {
    poverty: (share: string): string => `pauvreté ${share}`,
    elders: (share: string): string => `65 ans et plus ${share}`,
  },
  curve: {
    title: 'Combien de lieux suffisent',
    label: 'Personnes à portée selon le nombre de lieux ouverts',
    across: 'Lieux ouverts',
    up: 'Personnes à portée',
    knee: (count: string): string =>
      `Au-delà de ${count}, chaque lieu de plus apporte nettement moins : c’est le coude de la courbe.`,
    flat: 'Chaque lieu apporte à peu près autant : il n’y a pas de coude.',
  },
  map: {
    title: 'Carte de la proposition',
    label: 'Lieux proposés et communes encore hors de portée',
    subject: 'Encore hors de portée',
    reached: 'à portée',
    left: 'encore hors de portée',
    gained: 'à portée grâce à la proposition',
    loading: 'La carte arrive…',
  },
  problems: {
    noSite: 'Aucun lieu n’existe et aucun ne peut ouvrir : élargissez le choix des communes.',
    noDemand: 'Personne n’est compté ici : choisissez un autre territoire, ou d’autres personnes.',
    badPeople: (communes: string): string =>
      `${communes} dont les personnes ne sont pas connues : comptées pour personne.`,
    badPrices:
      'Un coût nul ou inconnu ne se compte pas : ces lieux ne sont pas proposés. Donnez un coût au-dessus de 0 €.',
    moreSites: (asked: string, candidates: string): string =>
      `${asked} demandés, mais il n’y a que ${candidates} où ouvrir : tous peuvent l’être.`,
    nowhere: (asked: string): string =>
      `${asked} demandés, mais il n’y a nulle part où ouvrir : élargissez le choix des communes.`,
    badCount: (taken: string): string => `Le nombre de lieux est lu ${taken}.`,
    both: (names: string): string => `${names} : à la fois voulue et exclue ; elle est exclue.`,
    forcedBeyondMeans: (asked: string, needed: string): string =>
      `Les communes imposées demandent ${needed}, plus que ${asked} : la réponse est pour ${needed}.`,
    budget: (budget: string, cheapest: string): string =>
      `Un budget de ${budget} est sous le lieu le moins cher (${cheapest}) : rien n’ouvre.`,
    closures: (asked: string, closable: string): string =>
      `${asked} à déplacer, mais le territoire n’en a que ${closable}.`,
    closuresWithBudget: 'Avec un budget, les lieux existants restent où ils sont.',
    outOfReach: (people: string, communes: string): string =>
      `${people} (${communes}) ne peuvent être à portée d’aucun lieu possible, trop loin ou sur une autre terre : la réponse est pour les autres.`,
    badLimit: 'Le seuil n’est pas une distance.',
    unknownCodes: (codes: string): string => `Codes inconnus ici, ou hors du territoire : ${codes}.`,
    tooLarge:
      'Pour « personne trop loin », choisissez une région ou moins : la France entière a trop de distances à comparer.',
  },
  notices: {
    value: (parameter: string, value: string): string =>
      `« ${value} » n’a pas été compris (${parameter}) : le réglage habituel est gardé.`,
    unknown: (name: string): string =>
      `Le paramètre « ${name} » n’existe pas sur cette page : il est ignoré.`,
  },
  method: {
    title: 'Comment c’est calculé',
    texts: [
      'Chaque commune compte ses personnes à son centre, ou à ses points habités là où ils sont connus ; un lieu ouvert dans une commune est à la portée de toute la commune. Les distances sont à vol d’oiseau.',
      'La première réponse vient d’un choix glouton, qui prend toujours le lieu qui apporte le plus ; la recherche l’améliore ensuite par échanges. En même temps, une borne (relaxation lagrangienne) dit ce qu’aucun choix ne peut dépasser : l’écart entre les deux est le « à x % au plus ». Quand ils se rejoignent, la réponse est prouvée.',
      'Les coûts sont des ordres de grandeur à remplacer par les vôtres.',
    ],
  },
} as const;
