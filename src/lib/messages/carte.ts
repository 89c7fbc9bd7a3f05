/** Words of the map page and of what it asks the server. */
export const carte = {
  title: 'Carte',
  heading: (subject: string, levels: string): string => `${subject}, par ${levels}`,
  description:
    'Carte de France des revenus, de la connexion et des lieux d’aide au numérique, par commune, intercommunalité, département ou région.',
  byLevel: {
    commune: 'commune',
    epci: 'intercommunalité (EPCI)',
    departement: 'département',
    region: 'région',
  },
  views: { legend: 'Montrer', map: 'Carte', table: 'Tableau' },
  tableShortcut: 'Touche T : passer de la carte au tableau',
  panel: {
    title: 'Ce que montre la carte',
    layer: 'Sujet',
    layers: { indicator: 'Indicateur', index: 'Indice', distance: 'Distance à l’aide' },
    indicator: 'Indicateur',
    more: 'Définition et source',
    level: 'Niveau',
    auto: 'Selon le zoom',
    levelNow: (levels: string): string => `En ce moment : ${levels}.`,
    levels: {
      commune: 'Communes',
      epci: 'Intercommunalités (EPCI)',
      departement: 'Départements',
      region: 'Régions',
    },
    communesOnly: (reason: string): string => `Communes seulement : ${reason}.`,
    distanceLevel: 'La distance se mesure depuis le centre de chaque commune.',
    classes: 'Découpage en classes',
    method: 'Méthode',
    count: 'Nombre de classes',
    limits: 'Vos limites, du plus petit au plus grand',
    limitsHint: 'De deux à huit nombres séparés par des points-virgules, virgule décimale.',
    limitsBad: 'Écrivez de deux à huit nombres croissants, séparés par des points-virgules.',
    applyLimits: 'Appliquer les limites',
    apply: 'Afficher',
    basemap: 'Fond de carte (Plan IGN)',
    basemapMissing: 'Le Plan IGN ne répond pas : la carte garde son fond hors ligne.',
    link: 'Copier le lien de cette vue',
    linkCopied: 'Lien copié',
    goTo: 'Aller à',
  },
  methods: {
    quantile: 'Effectifs égaux (quantiles)',
    equal: 'Intervalles égaux',
    jenks: 'Seuils naturels (Jenks)',
    deviation: 'Écarts types autour de la moyenne',
    geometric: 'Progression géométrique',
    'head-tail': 'Têtes et queues (valeurs rares)',
    manual: 'Vos propres limites',
  },
  methodHints: {
    quantile: 'Autant de territoires dans chaque classe ; les valeurs égales restent ensemble.',
    equal: 'Des classes de même largeur, de la plus petite à la plus grande valeur.',
    jenks: 'Réunit les valeurs proches ; l’optimum exact est calculé sur toutes les valeurs.',
    deviation: 'Une classe par écart type ; les couleurs s’opposent de part et d’autre de la moyenne.',
    geometric: 'Chaque classe est plus large que la précédente, dans un rapport constant.',
    'head-tail': 'Coupe à la moyenne, puis à la moyenne de ce qui la dépasse.',
    manual: 'Les limites que vous écrivez.',
  },
  fewerClasses: (count: number): string =>
    `${count} classe${count > 1 ? 's' : ''} seulement\u00a0: les autres seraient vides.`,
  places: {
    finer: {
      asked: (supply: string): string => `Il est aussi demandé : ${supply}.`,
      unsaid: (count: string): string => `${count} lieux n’en disent pas assez : ils ne sont pas comptés.`,
      remove: 'Ne plus le demander',
      change: 'Demander plus précis : offre, public, horaire, partenaire, financeur, âge de la fiche',
    },
    title: 'Lieux d’aide',
    show: 'Montrer les lieux',
    kinds: 'Types de lieux',
    all: 'Sans choix, tous les types sont montrés.',
    services: 'Services proposés',
    servicesChosen: (count: number): string =>
      count === 0 ? 'Tous' : `${count} demandé${count > 1 ? 's' : ''}`,
    free: 'Gratuit',
    assisted: 'Avec une personne qui aide',
    tally: (matching: string, total: string): string =>
      matching === total ? `${total} lieux recensés.` : `${matching} lieux sur ${total} répondent au choix.`,
    approximate: (count: string): string =>
      `${count} au centre de leur commune (marque creuse), faute de mieux.`,
    unplaced: (count: string): string => `${count} sans position, absents de la carte.`,
    age: 'Les fiches ont plus de dix-huit mois : vérifiez avant d’orienter quelqu’un.',
    reset: 'Tout effacer',
    loading: 'Chargement des lieux…',
    failed: 'Les lieux n’ont pas pu être chargés.',
    filteredFrom: 'Le même choix sert à la distance.',
  },
  place: {
    unknown: 'Ce lieu n’est pas recensé.',
    replaced: 'Les lieux ont été mis à jour : rechargez la page.',
    loading: 'Chargement de la fiche…',
    failed: 'La fiche n’a pas pu être lue.',
    approximate: 'Position approximative : le centre de la commune.',
    services: 'Services',
    hours: 'Horaires',
    noHours: 'Horaires non renseignés.',
    fees: 'Tarif',
    support: 'Aide',
    onBehalf: 'À la place de la personne',
    publics: 'Publics',
    phone: 'Téléphone',
    website: 'Site',
    booking: 'Prendre rendez-vous',
    itinerant: 'Lieu itinérant',
    updated: (date: string): string => `Fiche du ${date}`,
    source: 'Source :',
    close: 'Fermer la fiche',
  },
  legend: {
    title: 'Légende',
    ofMedians: (label: string): string => `${label}\u00a0: moyenne pondérée des médianes`,
    weighted: (label: string): string =>
      label.startsWith('moyenne') ? `M${label.slice(1)}.` : `Chiffre des communes réunies, ${label}.`,
    restricted: 'Licence non précisée : montré par classe, jamais redistribué.',
    source: 'Source :',
    fictional: 'Fictif, à la manière de :',
    computed: 'Calcul de Maillage :',
    computedHow: 'méthode et limites',
    territories: 'Territoires par classe',
    histogram: (levels: string, from: string, to: string): string =>
      `Répartition des ${levels}, de ${from} à ${to}`,
    clipped: (count: string): string => `${count} au-delà, dans les barres des bouts`,
    states: { secret: 'Secret statistique', absent: 'Absent de la source', incomplete: 'Non calculable' },
    estimated: 'Estimé',
    floor: 'Un taux publié à 5 % veut dire 5 % ou moins.',
    loading: 'Chargement des chiffres…',
    failed: 'Les chiffres n’ont pas pu être chargés.',
    retry: 'Réessayer',
  },
  distance: {
    label: 'Distance au lieu d’aide le plus proche',
    unit: 'km à vol d’oiseau',
    year: 'calculée',
    method:
      'Du centre publié de la commune au lieu, à vol d’oiseau ; les habitants vivent autour de ce centre.',
    beyond: (people: string, share: string): string =>
      `${people} habitants (${share}) vivent dans une commune dont le centre est à plus de 10 km d’un lieu`,
    matching: 'qui répond au choix',
    noPlace: 'Aucun lieu ne répond à ce choix : les sources sont anciennes, l’aide ne manque pas forcément.',
    approximate: (count: string): string =>
      `${count} lieux comptés au centre de leur commune, faute de position exacte.`,
    measuring: 'Calcul des distances…',
    failed: 'Les distances n’ont pas pu être calculées.',
    nearest: 'Lieu le plus proche :',
    none: 'aucun lieu',
  },
  card: {
    nameLoading: 'Nom en cours de chargement',
    incomplete: (share: string): string => `non calculable : ${share} du dénominateur connu, il en faut 95 %`,
    perimeter: 'périmètre différent depuis la source',
    estimated: 'estimé',
    press: 'Entrée : ouvrir',
  },
  keyboard: {
    help: 'Flèches : passer d’un territoire à son voisin. Entrée : ouvrir le territoire. Plus et moins : zoomer. Majuscule et flèches : déplacer la carte. Échap : quitter le territoire. T : tableau.',
    mapLabel: (subject: string, levels: string): string => `Carte : ${subject}, par ${levels}`,
  },
  territory: {
    close: 'Fermer',
    page: 'Toute la fiche du territoire',
    diagnosis: 'Diagnostic à imprimer',
    show: 'Cadrer la carte',
    inhabitants: (text: string): string => `${text} habitants`,
    populationUnknown: 'population inconnue',
    communes: (text: string): string => text,
    shown: 'Sur la carte',
    key: 'Aussi',
    places: 'Lieux d’aide',
    placesHere: (text: string): string => `${text} ici`,
    placesNone: 'Aucun lieu recensé ici.',
    nearest: (name: string, town: string, distance: string): string =>
      `Le plus proche : ${name} (${town}), à ${distance}.`,
    nearestApproximate: (name: string, town: string): string =>
      `Le plus proche : ${name} (${town}), sans adresse précise : distance inconnue.`,
    parents: 'Fait partie de',
    partial: (value: string, share: string): string =>
      `Communes connues seulement : ${value} (${share} du dénominateur).`,
    rank: (share: string, direction: string, peers: string): string =>
      `${direction} que dans ${share} des ${peers}.`,
    higher: 'Plus élevé',
    lower: 'Plus bas',
    compared: (label: string): string => `${label} comparé`,
  },
  table: {
    caption: (subject: string, levels: string, count: string): string =>
      `${subject}, par ${levels} (${count})`,
    name: 'Territoire',
    code: 'Code',
    population: 'Population',
    populationUnit: 'habitants',
    map: 'Carte',
    situate: (name: string): string => `Situer ${name} sur la carte`,
    search: 'Chercher dans le tableau',
    searchHint: 'Nom, code ou code postal',
    submit: 'Chercher',
    none: 'Aucun territoire ne correspond à cette recherche.',
    clear: 'Voir tous les territoires',
    pages: 'Pages du tableau',
    restricted:
      'Licence non précisée par le producteur : le tableau montre les classes. La fiche de chaque territoire donne son score.',
    unknown: 'population inconnue',
    noFigures: 'Cet indicateur n’est pas chargé.',
  },
  quickViews: { label: 'Aller à', mainland: 'Métropole' },
  notices: {
    title: 'Une partie de l’adresse n’a pas été suivie',
    dismiss: 'Masquer ce message',
    reasons: {
      'unknown-parameter': (name: string): string => `Le paramètre « ${name} » n’existe pas.`,
      'unknown-indicator': (_: string, value: string): string =>
        `L’indicateur « ${value} » n’existe pas : le niveau de vie médian est montré.`,
      'unknown-level': (_: string, value: string): string =>
        `Le niveau « ${value} » n’existe pas : le zoom décide.`,
      'unknown-method': (_: string, value: string): string =>
        `La méthode « ${value} » n’existe pas : les classes ont des effectifs égaux.`,
      'bad-classes': (_: string, value: string): string =>
        `« ${value} » n’est pas un nombre de classes (3 à 9) : cinq classes sont montrées.`,
      'bad-breaks': (_: string, value: string): string =>
        `« ${value} » n’est pas une liste de limites croissantes (deux à huit) : les classes ont des effectifs égaux.`,
      'bad-camera': (_: string, value: string): string =>
        `« ${value} » n’est pas un cadrage (longitude_latitude_zoom) : tout le territoire est montré.`,
      'bad-territory': (_: string, value: string): string => `« ${value} » n’est le code d’aucun territoire.`,
      'bad-switch': (name: string, value: string): string => `« ${name}=${value} » : il faut 1 ou 0.`,
      'unknown-kind': (_: string, value: string): string => `Le type de lieu « ${value} » n’existe pas.`,
      'unknown-zone': (_: string, value: string): string =>
        `« ${value} » n’est pas un découpage en quartiers (qpv ou iris) : il n’est pas dessiné.`,
      'unknown-criterion': (parameter: string, value: string): string =>
        `« ${value} » (${parameter}) n’a pas été compris : rien de tel n’est demandé aux lieux.`,
      'unknown-service': (_: string, value: string): string => `Le service « ${value} » n’existe pas.`,
      'unknown-sort': (_: string, value: string): string => `Le tri « ${value} » n’existe pas.`,
      'bad-page': (_: string, value: string): string => `« ${value} » n’est pas une page du tableau.`,
      'bad-least': (_: string, value: string): string =>
        `« ${value} » n’est pas un nombre d’habitants : aucun minimum n’est appliqué.`,
      'bad-top': (_: string, value: string): string =>
        `« ${value} » n’est pas un nombre de premiers (1 à 1 000) : les dix premiers sont suivis.`,
      'unknown-second': (_: string, value: string): string =>
        `« ${value} » n’est pas un indicateur à croiser : la carte montre un seul sujet.`,
      'bad-parent': (_: string, value: string): string =>
        `« ${value} » n’est le code d’aucun territoire : toute la France est classée.`,
      'bad-perimeter': (_: string, value: string): string =>
        `« ${value} » n’est le code d’aucun territoire : il est laissé hors du périmètre.`,
      'unknown-index': (_: string, value: string): string =>
        `L’indice « ${value} » n’existe pas : celui de Maillage est montré.`,
      'unknown-ingredient': (_: string, value: string): string =>
        `« ${value} » n’est pas un indicateur qui entre dans un indice : il est laissé de côté.`,
      'bad-ingredient': (_: string, value: string): string =>
        `« ${value} » n’a pas la forme indicateur.poids (poids de 0 à 10, une fois par indicateur) : il est laissé de côté.`,
      'too-many-ingredients': (_: string, value: string): string =>
        `« ${value} » est de trop : seize indicateurs au plus.`,
      'unknown-normalisation': (_: string, value: string): string =>
        `La mise à l’échelle « ${value} » n’existe pas : celle de l’indice est gardée.`,
      'unfit-normalisation': (_: string, value: string): string =>
        `La mise à l’échelle « ${value} » ne convient pas à ces indicateurs : les rangs sont pris.`,
      'unknown-reference': (_: string, value: string): string =>
        `L’ensemble « ${value} » n’existe pas : la comparaison porte sur toute la France.`,
      'bad-threshold': (_: string, value: string): string =>
        `« ${value} » n’est pas une part du poids (0 à 100) : 60 % sont demandés.`,
    },
    unknownTerritory: (slug: string): string => `Aucun territoire de la carte ne porte le code « ${slug} ».`,
    missingLevel: (levels: string, reason: string): string =>
      `Pas de figure par ${levels} : ${reason}. Les communes sont montrées.`,
    noFigures: 'Cet indicateur n’est pas chargé : il n’y a rien à colorier.',
    restrictedLimits:
      'Cet indicateur ne se découpe pas selon vos limites, car elles isoleraient des valeurs non redistribuables : les classes ont des effectifs égaux.',
    noWebGl:
      'Cet appareil ne peut pas dessiner la carte interactive (WebGL absent). Voici la même vue en image ; le tableau donne tous les chiffres.',
    lost: 'La carte graphique a cessé de répondre. Voici la même vue en image ; rechargez la page pour retrouver la carte.',
    noScript: 'La carte interactive demande JavaScript. Voici la même vue en image.',
    openTable: 'Ouvrir le tableau',
    image: (subject: string, levels: string): string =>
      `Carte de France : ${subject}, par ${levels}. Les mêmes chiffres sont dans le tableau.`,
    noOutlines: 'Les contours ne sont pas chargés : la carte est vide, le tableau reste complet.',
  },
  attribution: 'Contours IGN, Etalab',
  fictionalAttribution: 'Contours fictifs',
  columnFile: {
    unknown: 'Aucun fichier de chiffres n’a ce nom.',
    restricted:
      'La licence de cette source ne permet pas de redistribuer ses chiffres. Ils se consultent à l’écran.',
    replaced: 'Ces chiffres ont été remplacés par une édition plus récente. Rechargez la page.',
  },
  display: {
    restricted:
      'Cette adresse ne répond qu’aux pages de Maillage : la licence de la source ne permet pas de redistribuer ses données.',
  },
} as const;
