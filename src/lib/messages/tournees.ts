/** Words of the page of itinerant rounds. */
export const tournees = {
  heading: 'Où passer chaque semaine',
  lead: 'Une ou plusieurs équipes, leurs bases, leurs jours : Maillage propose les arrêts de chaque jour qui touchent le plus de personnes n’ayant rien près de chez elles, et dit à quelle distance du meilleur possible on est.',
  description:
    'Composer les tournées hebdomadaires d’équipes mobiles d’aide au numérique : arrêts, horaires, kilomètres et personnes touchées.',
  back: 'Ouvrir des lieux fixes',
  form: {
    title: 'Les tournées',
    teams: 'Équipes',
    bases: 'Bases, séparées par des virgules',
    basesHint: 'Communes, par leur nom ou leur code. Plusieurs équipes peuvent partir de la même base.',
    days: 'Jours de tournée',
    stopsADay: 'Arrêts par jour, au plus',
    limit: 'Un arrêt sert à la ronde (km à vol d’oiseau)',
    day: 'Journée, de la base à la base (heures)',
    stop: 'Temps sur place à chaque arrêt (heures)',
    leavesAt: 'Départ de la base',
    kilometres: 'Kilomètres par jour, au plus',
    roads: 'Vos hypothèses de route',
    detour: 'Détour : km de route par km à vol d’oiseau',
    speed: 'Vitesse moyenne (km/h)',
    roadsHint:
      'Sans vitesse, Maillage ne parle qu’en kilomètres : il n’invente pas de temps de trajet. Le détour de 1,3 est un ordre de grandeur publié (Wang et autres, 2024), à remplacer par le vôtre.',
    markets: 'Jours de marché ou de présence, une commune par ligne',
    marketsHint:
      'Exemple : « 38006 mardi, samedi ». Sans rien, tous les jours de tournée conviennent partout.',
    marketsOnly: 'Ne s’arrêter que dans ces communes',
    candidates: 'Où l’on peut s’arrêter',
    more: 'Préciser la journée, la route, les marchés et les lieux',
    submit: 'Composer les tournées',
  },
  answer: {
    title: 'Proposition',
    facts: {
      before: 'Ont un lieu à portée aujourd’hui',
      gained: 'Touchées par les tournées',
      left: 'Encore sans rien à portée',
      road: 'Route par semaine',
      of: (all: string): string => `sur ${all}`,
      communes: (communes: string): string => `dans ${communes}`,
      outings: (count: string): string => `en ${count}`,
      driving: (time: string): string => `${time} de conduite`,
    },
    outing: 'sortie',
    outings: 'sorties',
    proven: 'Aucune tournée ne peut toucher plus de monde, et c’est prouvé.',
    gap: (percent: string): string => `À ${percent} au plus du meilleur possible.`,
    kept: 'Voici les tournées gardées dans l’adresse, telles quelles.',
    again: 'Chercher à nouveau de meilleures tournées',
    none: 'Aucune tournée à proposer dans ces conditions.',
    working: 'La recherche continue : les tournées s’améliorent sous vos yeux.',
    still: 'La recherche continue, mais n’a rien trouvé de mieux depuis un moment.',
    stopped: 'Recherche arrêtée : voici les meilleures tournées trouvées.',
    failed: 'La recherche n’a pas pu continuer dans ce navigateur ; les premières tournées restent.',
    keep: 'Garder ces tournées (adresse à partager)',
    print: 'Imprimer',
    files: 'Emporter ces tournées :',
    csv: 'CSV',
    xlsx: 'tableur (XLSX)',
    geojson: 'GeoJSON',
    calendar: 'agenda (ICS)',
  },
  assumptions: {
    title: 'Hypothèses',
    roads: (detour: string): string => `Route : à vol d’oiseau × ${detour}`,
    speed: (speed: string): string => `, à ${speed}`,
    yours: ' : vos hypothèses, à remplacer par ce que vous constatez.',
    untimed: (kilometres: string): string =>
      ` ; ${kilometres} par jour au plus. Sans vitesse, les temps de trajet ne sont pas comptés : la journée ne tient que le temps sur place.`,
    told: (told: string, all: string, name: string): string =>
      `${told} sur ${all} ont leur temps réel, apporté par « ${name} ».`,
    leg: 'trajet',
    noMarkets:
      'Jours de marché non fournis : chaque commune est supposée possible tous les jours de tournée.',
    dealt: (bases: string): string => `Les équipes sont réparties entre les bases dans l’ordre : ${bases}.`,
    once: 'Chaque commune reçoit au plus un arrêt par semaine ; une personne à portée de deux arrêts compte une fois.',
  },
  table: {
    team: (letter: string, ofBase: string): string => `Équipe ${letter}, base ${ofBase}`,
    caption: (letter: string): string => `Semaine de l’équipe ${letter}`,
    day: 'Jour',
    stops: 'Arrêts, dans l’ordre',
    people: 'Personnes de plus',
    metres: 'Route',
    minutes: 'Conduite',
    home: 'Retour',
    from: (arrives: string, leaves: string): string => `, de ${arrives} à ${leaves}`,
    reached: (people: string): string => ` : ${people}`,
    sum: (people: string, road: string): string =>
      `${people} touchées de plus, ${road} de route par semaine.`,
    idle: 'Cette équipe n’a aucun arrêt utile cette semaine.',
  },
  map: {
    title: 'Carte des tournées',
    scroll: 'Carte des tournées, à faire défiler sur un petit écran',
    label: (teams: string, stops: string): string =>
      `Tournées de ${teams} : ${stops}, reliés à leur base, sur les communes à portée d’un lieu ou non aujourd’hui. Le tableau de chaque équipe dit la même chose.`,
    reached: 'à portée d’un lieu aujourd’hui',
    unreached: 'sans lieu à portée aujourd’hui',
    unknown: 'personnes inconnues',
    around: (distance: string): string => `${distance} autour d’un arrêt`,
    base: 'base',
    team: (letter: string): string => `équipe ${letter}`,
    stop: 'arrêt',
    none: 'Les contours ne sont pas chargés : la carte manque, les tableaux disent tout.',
  },
  export: {
    title: (where: string): string => `Tournées proposées, ${where}`,
    team: 'Équipe',
    base: 'Base',
    day: 'Jour',
    order: 'Ordre dans la journée',
    code: 'Code Insee',
    commune: 'Commune',
    arrives: 'Arrivée',
    leaves: 'Départ',
    people: 'Personnes de plus',
    metres: 'Route depuis l’arrêt précédent',
    minutes: 'Conduite depuis l’arrêt précédent',
    event: (commune: string): string => `Permanence mobile à ${commune}`,
    about: (sources: string, day: string): string =>
      `Tournée proposée par Maillage le ${day}. Sources : ${sources}.`,
    question: (address: string): string => `Question : ${address}`,
    untimed: 'Sans vitesse moyenne, il n’y a pas d’horaire : indiquez-la pour obtenir un agenda.',
    noPlan:
      'Ces tournées ne tiennent pas dans la question posée : revenez à la page et composez-les à nouveau.',
  },
  problems: {
    tooLarge:
      'Choisissez une région ou un département : des tournées ne se composent pas dans plus de 6 000 communes, ni avec trop de communes autour de chaque arrêt.',
    teams: (asked: string, taken: string): string =>
      `${asked} : on compte de 1 à 20 équipes. La réponse est pour ${taken}.`,
    supposed: (ofName: string): string =>
      `Aucune base n’est indiquée : la réponse part ${ofName}, la commune la plus peuplée. Indiquez les vôtres.`,
    supposedInstead: (ofName: string): string =>
      `Aucune base connue : en attendant, la réponse part ${ofName}, la commune la plus peuplée.`,
    noBase: 'Aucune commune du territoire n’a de position connue : il n’y a pas de base possible.',
    base: {
      unknown: (text: string): string =>
        `Base « ${text} » : commune inconnue. Écrivez son nom ou son code Insee.`,
      several: (text: string): string =>
        `Base « ${text} » : plusieurs communes portent ce nom ou ce code postal. Écrivez son code Insee.`,
      nowhere: (text: string): string =>
        `Base « ${text} » : sa position n’est pas connue, elle est laissée de côté.`,
    },
    outside: (names: string): string =>
      `Base hors du territoire regardé : ${names}. Ses équipes en partent, et ne s’arrêtent que dans le territoire.`,
    unused: (names: string): string => `Plus de bases que d’équipes : ${names} ne sert pas.`,
    apart: (names: string): string =>
      `Aucune route ne mène à un arrêt utile depuis ${names} : c’est une autre terre. Choisissez une base là où sont les arrêts.`,
    noDay: (days: string): string => `Aucun jour de tournée n’est choisi : la réponse est pour ${days}.`,
    stopTooLong: (stop: string, day: string, taken: string): string =>
      `Un arrêt de ${stop} ne tient pas dans une journée de ${day} : la réponse est pour une journée de ${taken}, la plus courte possible.`,
    dayTooShort: (day: string, taken: string): string =>
      `Une journée de ${day} ne permet d’aller nulle part et d’en revenir : la réponse est pour ${taken}, la plus courte possible.`,
    kilometres: (asked: string, taken: string): string =>
      `Avec ${asked} par jour on n’atteint aucun arrêt utile : la réponse est pour ${taken}.`,
    noDemand: 'Personne n’est compté ici : choisissez un autre territoire, ou d’autres personnes.',
    allCovered:
      'Tout le monde a déjà un lieu à portée : rien à ajouter. Baissez la distance, ou demandez davantage aux lieux qui comptent.',
    badPeople: (communes: string): string =>
      `${communes} où le nombre de personnes, ou d’unités comptées, n’est pas connu : on y compte zéro.`,
    noStop:
      'Aucun arrêt possible ne toucherait quelqu’un : élargissez le choix des communes, ou changez de base.',
    noMarket:
      'Aucune des communes indiquées n’a de marché un jour de tournée : la réponse ne tient pas compte des marchés. Ajoutez un jour de tournée.',
    idleTeams: (letters: string): string =>
      `Sans aucun arrêt à portée toute la semaine : équipe ${letters}. Rapprochez sa base, allongez la journée ou ajoutez des jours de marché.`,
    idleDays: (days: string): string => `Aucun arrêt possible le ${days} : personne ne sort ce jour-là.`,
    moreStops: (asked: string, stops: string): string =>
      `La semaine pourrait tenir ${asked}, mais on ne peut toucher quelqu’un que dans ${stops} à portée des bases.`,
    tooManyStops: (stops: string, most: string): string =>
      `${stops} où s’arrêter à portée des bases, plus que les ${most} qu’une page peut comparer : choisissez un territoire plus petit, ou moins de kilomètres par jour.`,
    outOfReach: (people: string, communes: string): string =>
      `Hors d’atteinte de ces bases dans une journée : ${people}, ${communes}.`,
    market: {
      'no-day': 'aucun jour reconnu',
      'no-commune': 'aucune commune',
      unknown: 'commune inconnue',
      several: 'plusieurs communes portent ce nom ou ce code postal : écrivez le code Insee',
      outside: 'hors du territoire regardé',
    },
    marketLine: (line: string, text: string, why: string): string =>
      `Jours de marché, ligne ${line}, « ${text} » : ${why}. Cette ligne ne compte pas.`,
    moreLines: (count: string): string => `Et ${count} de plus dans les jours de marché.`,
    plan: 'Les tournées de l’adresse ne tiennent plus dans cette question : d’autres sont proposées.',
    markets: 'Les jours de marché sont trop longs pour une adresse : la fin n’est pas lue.',
  },
  method: {
    title: 'Comment c’est calculé',
    texts: [
      'Chaque arrêt touche les personnes qui n’ont aucun lieu à portée et se trouvent à moins de la distance choisie, à vol d’oiseau ; chaque personne compte une seule fois, quels que soient l’équipe et le jour. C’est un problème de tournées sélectives à plusieurs équipes (team orienteering, Chao, Golden et Wasil, 1996) dont le gain est une couverture (covering tour, Gendreau, Laporte et Semet, 1997).',
      'Les premières tournées sont construites arrêt par arrêt, puis des parties sont défaites et refaites sans cesse. En même temps, une borne oublie les routes : le mieux que feraient autant d’arrêts placés n’importe où à portée des bases ; puis, quand une journée ne tient que deux arrêts, une autre choisit parmi toutes les sorties possibles sans regarder qui les fait. L’écart entre les deux est le « à x % au plus » : il porte sur les personnes touchées par les tournées.',
      'Une équipe ne va jamais d’une terre à une autre (continent, Corse, outre-mer). La pause du repas, la météo et le stationnement ne sont pas comptés.',
    ],
  },
} as const;
