/** Words of the page that says where to open next. */
export const implantation = {
  title: 'Implantation',
  heading: 'Où ouvrir ensuite',
  lead: 'Dites ce que vous voulez : toucher le plus de monde, ou ne laisser personne trop loin. Les communes ou les locaux où ouvrir sont proposés dans l’ordre, avec ce que chacun apporte et la distance au meilleur possible.',
  rounds: 'Composer des tournées d’équipes mobiles',
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
    limit: { km: 'Seuil (km à vol d’oiseau)', min: 'Seuil (minutes de trajet)' },
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
    equity: 'Poids de la fragilité (%)',
    equityNote: '0 : chacun compte autant ; 100 : chacun compte en proportion de la fragilité de sa commune.',
    fragility: 'Ce qui rend une commune fragile',
    poverty: 'son taux de pauvreté (estimé où il est tu)',
    capacity: 'Personnes qu’un lieu accompagne par an, au plus',
    capacityNote:
      'Vide : autant qu’il en vient. Pour un lieu ouvert 35 heures par semaine ; un lieu existant compte à proportion de ses heures, en plein s’il ne les dit pas.',
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
      servedBefore: 'Accompagnées aujourd’hui, au plus',
      servedAfter: 'Accompagnées avec la proposition, au plus',
      servedLeft: 'Sans accompagnement possible',
      cost: 'Coût par an',
      perPerson: (euros: string): string => `${euros} par personne de plus`,
      perUnit: (euros: string): string => `${euros} par unité comptée de plus`,
      communes: (communes: string): string => `dans ${communes}`,
      of: (all: string): string => `sur ${all}`,
    },
    proven: 'C’est le meilleur possible, et c’est prouvé.',
    provenAmongTold: 'C’est le meilleur possible avec les trajets connus, et c’est prouvé.',
    gap: (percent: string): string => `À ${percent} au plus du meilleur possible.`,
    fewest: (count: string): string => `Il faut au moins ${count}.`,
    farthest: (distance: string, least: string): string =>
      `La personne la plus loin est à ${distance} ; on ne peut pas faire mieux que ${least}.`,
    unreached: (most: string): string =>
      `Avec si peu de lieux, quelqu’un reste à plus de ${most} : ceux qui touchent le plus de monde sont proposés.`,
    working: 'La recherche continue : la proposition s’améliore sous vos yeux.',
    stopped: 'Recherche arrêtée : voici la meilleure proposition trouvée.',
    still: 'La recherche continue, mais n’a rien trouvé de mieux depuis un moment.',
    stale: 'Les données viennent de changer : rechargez la page.',
    stop: 'Arrêter la recherche',
    resume: 'Reprendre la recherche',
    failed: 'La recherche n’a pas pu continuer dans ce navigateur ; la première proposition reste.',
    closes: (names: string): string => `Lieux à fermer ou à déplacer : ${names}.`,
    nothing: 'Aucun lieu à ouvrir : tout le monde qui peut l’être est déjà à portée.',
    none: 'Aucun lieu à ouvrir : dans ces conditions, aucun ne toucherait quelqu’un de plus.',
  },
  table: {
    caption: (place: string): string => `Lieux à ouvrir, dans l’ordre, ${place}`,
    site: 'Où',
    people: 'Personnes de plus',
    units: 'À portée de plus',
    share: 'Part du gain',
    perPerson: 'Coût par personne',
    perUnit: 'Coût par unité comptée',
    partners: 'Lieux tout près',
    why: 'Pourquoi là',
    decide: 'Décider',
    keep: 'Imposer',
    refuse: 'Écarter',
    release: 'Ne plus imposer',
    none: (limit: string): string => `aucun à moins de ${limit}`,
    unknown: 'trajets non connus',
    inside: 'dans la commune',
    rest: (count: string): string => `et ${count} de plus, sur la carte.`,
  },
  why: {
    poverty: (share: string): string => `pauvreté ${share}`,
    elders: (share: string): string => `65 ans et plus ${share}`,
  },
  scenarios: {
    title: 'Scénarios',
    lead: 'Enregistrez cette question ou ce scénario sous un nom, changez-le, puis comparez. Les scénarios restent dans ce navigateur ; l’adresse de chacun se partage.',
    name: 'Nom du scénario',
    save: 'Enregistrer',
    unnamed: 'Donnez un nom au scénario, puis enregistrez-le.',
    list: 'Scénarios enregistrés',
    open: (name: string): string => `Ouvrir « ${name} »`,
    remove: (name: string): string => `Supprimer « ${name} »`,
    removed: (name: string): string => `« ${name} » est supprimé.`,
    undo: 'Annuler',
    compare: 'Comparer les scénarios choisis',
    choose: 'Choisissez de 2 à 4 scénarios à comparer.',
    full: 'Ce navigateur n’accepte pas d’enregistrer : gardez l’adresse de la page.',
  },
  compare: {
    heading: 'Comparer des scénarios',
    lead: 'Les mêmes indicateurs pour chacun, et l’écart avec le premier. Chaque lieu ajouté donne les heures d’aide dites par son scénario, sinon celles du réglage habituel.',
    none: 'Aucun scénario à comparer : enregistrez-en deux ou plus sur la page d’implantation.',
    back: 'Revenir à l’implantation',
    caption: 'Scénarios côte à côte',
    indicator: 'Indicateur',
    rows: {
      sites: 'Lieux à ouvrir',
      changed: 'Lieux existants fermés, déplacés ou changés',
      before: 'À portée aujourd’hui',
      after: 'À portée avec le scénario',
      gained: 'À portée de plus',
      lost: 'Ne sont plus à portée',
      left: 'Encore hors de portée',
      communes: 'Communes encore hors de portée',
      mean: 'Distance moyenne au plus proche, à vol d’oiseau',
      farthest: 'La personne la plus loin, à vol d’oiseau',
      places: 'Lieux pour 10 000 personnes comptées',
      access: 'Heures d’aide par semaine pour 10 000 habitants (médiane)',
      under: 'Personnes qui en ont moins que le minimum choisi',
      cost: 'Coût par an (€)',
      perPerson: 'Coût par personne, ou unité comptée, de plus (€)',
      quality: 'Distance au meilleur possible',
    },
    byHand: 'à la main',
    maps: 'Cartes',
    mapsNote: 'Même cadre et mêmes couleurs pour toutes ; les lieux ajoutés portent leur numéro.',
    mapsApart: 'Mêmes couleurs pour toutes, chacune à son échelle ; les lieux ajoutés portent leur numéro.',
    mapAlt: (name: string, reached: string, gained: string, left: string, sites: string): string =>
      `Carte de « ${name} » : ${reached} à portée, ${gained} à portée grâce au scénario, ${left} encore hors de portée ; ${sites}.`,
    noMap: 'Trop de communes pour une carte de cette taille : choisissez une région ou un département.',
    noOutlines: 'Les contours des communes ne sont pas chargés : il n’y a pas de carte.',
    closed: 'lieu fermé',
    site: 'lieu ajouté',
    sitesOnMap: 'lieux ajoutés',
    problems: 'À savoir',
    proven: 'prouvé',
    gap: (percent: string): string => `${percent} au plus`,
    scenario: (rank: string): string => `Scénario ${rank}`,
    sites: 'Où ouvrir',
    others: 'et d’autres',
    cut: 'Son adresse ne dit pas sa question : elle est peut-être coupée. Copiez-la de nouveau.',
    many: (count: string, most: string): string =>
      `L’adresse porte ${count} scénarios : les ${most} premiers sont comparés.`,
    excess: (name: string, why: string): string => `« ${name} » n’est pas comparé. ${why}`,
    question: (people: string, limit: string, counted: string, isPartial: boolean): string =>
      `${people}, à moins de ${limit}${isPartial ? ' (trajets connus en partie)' : ''}, lieux qui comptent : ${counted}`,
    different:
      'Ces scénarios ne comptent pas les mêmes personnes, ou pas au même endroit : leurs nombres ne se comparent pas un à un.',
  },
  curve: {
    title: 'Combien de lieux suffisent',
    label: 'Personnes à portée selon le nombre de lieux ouverts',
    across: 'Lieux ouverts',
    up: 'Personnes à portée',
    knee: (count: string): string =>
      `Au-delà de ${count}, les lieux de plus apportent en moyenne nettement moins : c’est le coude de la courbe.`,
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
    missing: 'La carte n’a pas pu être dessinée : le tableau dit la même chose.',
  },
  problems: {
    noSite: 'Aucun lieu n’existe et aucun ne peut ouvrir : élargissez le choix des communes.',
    noDemand: 'Personne n’est compté ici : choisissez un autre territoire, ou d’autres personnes.',
    badPeople: (communes: string): string =>
      `${communes} où le nombre de personnes, ou d’unités comptées, n’est pas connu : on y compte zéro.`,
    badPrices:
      'Un coût nul ou inconnu ne se compte pas : ces lieux ne sont pas proposés. Donnez un coût au-dessus de 0 €.',
    moreSites: (asked: string, candidates: string): string =>
      `Vous demandez ${asked}, mais il n’y a que ${candidates} où ouvrir : tous ceux qui apportent quelque chose sont proposés.`,
    nowhere: (asked: string): string =>
      `Vous demandez ${asked}, mais il n’y a nulle part où ouvrir : élargissez le choix des communes.`,
    badCount: (taken: string): string => `Le nombre de lieux est lu ${taken}.`,
    both: (names: string): string => `Imposer et écarter à la fois : ${names}. C’est écarter qui compte.`,
    forcedBeyondMeans: (asked: string, needed: string): string =>
      `Les communes imposées demandent ${needed}, plus que ${asked} : la réponse est pour ${needed}.`,
    budget: (budget: string, cheapest: string): string =>
      `Un budget de ${budget} est sous le lieu le moins cher (${cheapest}) : rien n’ouvre. Relevez-le, ou baissez le coût d’un lieu.`,
    closures: (asked: string, closable: string): string =>
      `${asked} à déplacer, mais le territoire n’en a que ${closable} : pas un de plus n’est déplacé.`,
    closuresWithBudget: 'Avec un budget, les lieux existants restent où ils sont.',
    outOfReach: (people: string, communes: string): string =>
      `Hors d’atteinte de tout lieu possible, trop loin ou sur une autre terre : ${people}, ${communes}. La réponse est pour les autres.`,
    outOfTime: (people: string, communes: string): string =>
      `Hors d’atteinte de tout lieu possible, trop loin ou sans trajet connu : ${people}, ${communes}. La réponse est pour les autres.`,
    noBudget: 'Couvrir tout le monde prend ce qu’il faut : le budget n’est pas regardé.',
    badLimit: 'Le seuil n’est pas une distance.',
    badCapacities: 'Une capacité inconnue ou négative compte pour zéro.',
    capacityShort: (capacity: string, people: string): string =>
      `Même tous ouverts, les lieux possibles n’accompagneraient que ${capacity} des ${people} à portée : relevez la capacité d’un lieu.`,
    closuresWithCapacity: 'Avec une capacité, les lieux existants restent où ils sont.',
    capacityForCover:
      'La capacité ne se compte que pour « toucher le plus de monde » : elle n’est pas regardée ici.',
    unknownCodes: (codes: string): string => `Codes inconnus ici, ou hors du territoire : ${codes}.`,
    tooLarge:
      'Trop de distances ou de trajets à comparer : baissez le seuil, ou choisissez une région ou un département.',
    tooMany: (most: string): string =>
      `Ce budget ouvrirait plus de ${most} lieux : baissez-le, ou relevez le coût d’un lieu.`,
  },
  notices: {
    value: (parameter: string, value: string): string =>
      `« ${value} » n’a pas été compris (${parameter}) : le réglage habituel est gardé.`,
    number: (field: string, value: string, least: string, most: string): string =>
      `« ${value} » n’est pas un nombre entier de ${least} à ${most} pour ${field} : le réglage habituel est gardé.`,
    choice: (field: string, value: string): string =>
      `« ${value} » n’a pas été compris pour ${field} : le réglage habituel est gardé.`,
    fields: {
      goal: 'ce que vous voulez',
      count: 'le nombre de lieux à ouvrir',
      budget: 'le budget par an (€)',
      price: 'le coût d’un lieu à soi par an (€)',
      premisesPrice: 'le coût d’un lieu dans des locaux existants (€)',
      counted: 'les lieux qui comptent déjà',
      candidates: 'l’endroit où l’on peut ouvrir',
      closures: 'le nombre de lieux à déplacer',
      equity: 'le poids de la fragilité (%)',
      fragility: 'ce qui rend une commune fragile',
      capacity: 'le nombre de personnes qu’un lieu accompagne par an',
    },
    code: (value: string): string =>
      `« ${value} » n’est pas un code Insee de commune (cinq signes, comme 38185 ou 2A004) : il est laissé de côté.`,
    unknown: (name: string): string =>
      `Le paramètre « ${name} » n’existe pas sur cette page : il est ignoré.`,
  },
  times: {
    noCommunes:
      'Cette source ne dit aucun trajet vers les communes : un lieu ouvert dans l’une d’elles n’y compte que pour ses propres habitants. Apportez ces trajets par une matrice dont la colonne « lieu » porte des codes Insee, ou par l’option --to-communes d’OSRM ou des isochrones.',
    partial: (share: string, distance: string): string =>
      `Résultat partiel : la source dit ${share} des trajets de moins de ${distance} à vol d’oiseau entre les communes et les lieux possibles. Un trajet qu’elle ne dit pas n’est jamais compté à portée.`,
    silentCommunes: (communes: string, people: string): string =>
      `Elle ne dit aucun de ces trajets au départ de ${communes} (${people}) : seul un lieu dans la commune même y est compté à portée.`,
    silentCandidates: (silent: string, candidates: string): string =>
      `Elle n’en dit aucun vers ${silent} des ${candidates} endroits où l’on peut ouvrir : ils ne comptent que pour leur propre commune.`,
  },
  method: {
    title: 'Comment c’est calculé',
    people: {
      metres:
        'Chaque commune compte ses personnes à son centre, ou à ses points habités là où ils sont connus ; un lieu ouvert dans une commune est à la portée de toute la commune. Les distances sont à vol d’oiseau.',
      minutes:
        'Les minutes sont celles de la source de temps de trajet, du centre d’une commune à un lieu ou au centre de la commune où l’on ouvrirait : tous ses habitants prennent ce temps. Un lieu est à la portée de toute sa commune. Un trajet que la source ne dit pas n’est jamais compté à portée.',
    },
    texts: [
      'La première réponse vient d’un choix glouton, qui prend toujours le lieu qui apporte le plus ; la recherche l’améliore ensuite par échanges. En même temps, une borne (relaxation lagrangienne) dit ce qu’aucun choix ne peut dépasser : l’écart entre les deux est le « à x % au plus ». Quand ils se rejoignent, la réponse est prouvée.',
      'Les coûts sont des ordres de grandeur à remplacer par les vôtres.',
    ],
  },
} as const;
