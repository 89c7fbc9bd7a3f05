type Words = Readonly<Record<string, string>>;

/** Why a row was joined to no territory, by its reason; some name what is at stake. */
const REASONS: Words = {
  blank: 'pas de code ni de nom sur cette ligne',
  total: 'ligne de total : elle ne parle d’aucun territoire en particulier',
  'other-level': 'ligne d’un autre niveau que le reste du tableau',
  unknown: 'code ou nom inconnu du découpage de 2026, et d’aucune fusion',
  postcode: 'ce nombre est un code postal, pas un code Insee',
  'not-there': 'ce nom n’existe pas dans le département ou le territoire indiqué',
  several: 'plusieurs territoires portent ce nom : précisez le département ou le code',
  duplicate:
    'ce code est sur plusieurs lignes qui ne disent pas la même chose ; pour les réunir, revoyez les colonnes',
  repeated: 'cette ligne en répète une autre à l’identique ; une seule est comptée',
  'bad-position': 'latitude et longitude illisibles',
  outside: 'ce point n’est dans aucune commune française',
  'not-loaded': 'ce qui permet de la placer (contours, quartiers prioritaires) n’est pas chargé',
};

/** Words of tables that people bring: the list, the import in four steps, the sheet of each. */
export const tableaux = {
  title: 'Vos tableaux',
  lead: 'Joignez à la carte un tableau que vous avez déjà : par code Insee, SIREN, nom, code postal, quartier ou coordonnées. Ses chiffres s’emploient ensuite comme ceux du catalogue.',
  link: 'Joindre vos propres tableaux',
  linkAbout: 'Un tableau CSV, XLSX ou ODS que vous avez déjà peut s’employer comme une source.',
  add: 'Ajouter un tableau',
  none: 'Aucun tableau pour l’instant.',
  mine: 'Ceux de votre organisation',
  others: 'Partagés par d’autres',
  alone: 'Ceux de cette installation',
  columns: {
    name: 'Tableau',
    producer: 'Source',
    year: 'Année',
    key: 'Reconnu par',
    share: 'Lignes jointes',
    access: 'Accès',
  },
  access: { shared: 'partagé', private: 'privé' } as Words,
  keys: {
    commune: 'code Insee de commune',
    epci: 'SIREN d’intercommunalité (EPCI)',
    departement: 'code ou nom de département',
    region: 'code ou nom de région',
    name: 'nom',
    postcode: 'code postal',
    iris: 'code IRIS (quartier statistique)',
    qpv: 'code de quartier prioritaire (QPV)',
    point: 'latitude et longitude',
  } as Words,
  levels: {
    commune: 'communes',
    epci: 'intercommunalités',
    departement: 'départements',
    region: 'régions',
  } as Words,
  kinds: {
    count: 'Nombre (s’additionne)',
    rate: 'Taux ou part',
    score: 'Score ou indice',
    euros: 'Montant en euros',
    category: 'Catégorie',
  } as Words,
  reason: (reason: string, detail: string | null): string => {
    const text = REASONS[reason] ?? reason;
    if (detail === null || detail === '') return `${text}.`;
    if (reason === 'duplicate' || reason === 'repeated') return `${text} (autres lignes : ${detail}).`;
    return `${text} (${detail}).`;
  },
  reasons: REASONS,
  unread: {
    text: 'texte dans une colonne de nombres',
    formula: 'formule sans résultat : jamais calculée par Maillage',
    error: 'erreur de tableur',
    class: 'ce texte n’est pas une des classes',
  } as Words,
  import: {
    title: 'Ajouter un tableau',
    replaceTitle: (name: string): string => `Remplacer « ${name} »`,
    lead: 'Maillage reconnaît les territoires et les colonnes, montre ce qu’il n’a pas pu joindre et pourquoi, et n’enregistre qu’à la fin, sur votre accord.',
    steps: ['Fichier', 'Colonnes', 'Lignes et description', 'Enregistrement'],
    stepsLabel: 'Étapes',
    fileHint:
      'CSV, XLSX, ODS, GeoJSON ou JSON, 50 Mo au plus, une ligne par territoire. Rien n’est enregistré à cette étape.',
    tooBig: 'Le fichier dépasse 50 Mo. Rien n’a été enregistré. Gardez les seules colonnes utiles.',
    tooMany: 'Trop de tableaux sont déjà ouverts. Terminez-en un ou annulez-le, puis recommencez.',
    underWay: { title: 'Ajouts en cours', resume: 'Reprendre' },
    notYours: 'Ce tableau n’est pas à vous, ou il a été retiré. Rien n’a été changé.',
    gone: 'Cet ajout n’est plus ouvert : il a été annulé, terminé il y a plus d’une heure, ou Maillage a redémarré. Rien n’a été enregistré depuis ; recommencez avec le fichier.',
    working: { joining: 'Jointure des lignes' },
    cancel: 'Annuler',
    tooWide: (most: string): string =>
      `Le tableau a plus de ${most} colonnes. Rien n’a été enregistré. Gardez celles dont vous avez besoin, puis renvoyez-le.`,
    unforeseen:
      'L’ajout s’est arrêté pour une raison imprévue. Rien n’a été enregistré. Réessayez ; si cela recommence, signalez-le.',
    moved:
      'Les territoires viennent d’être rechargés. Rien n’a été enregistré : revoyez les colonnes, puis joignez de nouveau.',
    stopped: 'L’ajout a été annulé.',
  },
  reading: {
    title: 'De quoi parle chaque ligne ?',
    none: 'Rien dans ce fichier ne ressemble à un code ou à un nom de territoire. Choisissez vous-même la colonne qui le donne.',
    guessed: (key: string, share: string): string =>
      `Reconnu : ${key}, pour ${share} des lignes regardées. Corrigez si ce n’est pas juste.`,
    key: 'Les lignes sont reconnues par',
    main: 'Colonne du code ou du nom',
    mainHint: 'Pour des coordonnées : la latitude, ou les deux dans une même colonne.',
    second: 'Seconde colonne',
    secondHint: 'Le département d’un nom, ou la longitude. Sinon, laissez « aucune ».',
    noSecond: 'aucune',
    level: 'Les noms sont ceux de',
    within: 'Chercher les noms dans',
    withinHint: 'Code d’un territoire : 38, R84, 200040715. Vide : toute la France.',
    duplicates: 'Un même code sur plusieurs lignes',
    duplicatesKinds: {
      refuse: 'est refusé, si les lignes diffèrent',
      sum: 'est réuni : les nombres s’additionnent, les taux se pondèrent',
    } as Words,
    figures: 'Que disent les autres colonnes ?',
    figuresAbout:
      'Gardez les colonnes utiles ; les autres ne sont pas enregistrées. Un taux se pondère par son dénominateur pour passer aux intercommunalités et aux départements.',
    use: 'Lue comme',
    ignored: 'Ne pas garder',
    samples: (values: string): string => `Exemples : ${values}`,
    label: 'Nom affiché',
    unit: 'Unité',
    decimals: 'Décimales',
    worse: 'Un territoire est plus fragile quand la valeur est',
    worseKinds: { '': 'ni l’un ni l’autre', high: 'haute', low: 'basse' } as Words,
    denominator: 'Pondérer par',
    denominators: { population: 'la population', none: 'rien : pas de groupe' } as Words,
    fraction: 'Écrit de 0 à 1 : multiplier par 100',
    more: 'Préciser',
    join: 'Joindre les lignes',
    problems: {
      noMain: 'Choisissez la colonne qui donne le code ou le nom du territoire.',
      noFigure: 'Gardez au moins une colonne de chiffres ou de catégories.',
      tooMany: (most: string): string =>
        `Gardez au plus ${most} colonnes : choisissez celles qui serviront sur la carte.`,
      noLabel: (heading: string): string => `Donnez un nom affiché à la colonne « ${heading} ».`,
      twice: (label: string): string => `Deux colonnes ont le nom affiché « ${label} » : changez-en un.`,
      noUnit: (heading: string): string =>
        `Donnez une unité à la colonne « ${heading} » : un nombre de quoi ?`,
      noClasses: (heading: string, most: string): string =>
        `« ${heading} » n’a pas de 2 à ${most} classes : elle ne peut pas être lue comme une catégorie.`,
      denominator: (heading: string): string =>
        `Le dénominateur de « ${heading} » doit être une colonne gardée comme un nombre.`,
      within: 'Le territoire où chercher les noms est inconnu : donnez son code (38, R84), ou laissez vide.',
    },
  },
  joined: {
    title: 'Ce qui a été joint',
    sentence: (joined: string, read: string, share: string): string =>
      `${joined} sur ${read} sont jointes, soit ${share}.`,
    rowOne: 'ligne',
    territories: (count: string, all: string, level: string): string =>
      `Elles parlent de ${count} ${level} sur ${all}.`,
    people: (share: string): string => `Ces territoires réunissent ${share} de la population.`,
    nothing:
      'Aucune ligne n’est jointe : il n’y a rien à enregistrer. Revoyez la colonne du code, ou choisissez une autre manière de reconnaître les lignes.',
    noFigures:
      'Aucun chiffre n’a pu être lu dans les colonnes gardées : il n’y a rien à enregistrer. Revoyez ce que dit chaque colonne.',
    edition: 'Édition des codes',
    editionBetween: (from: string, to: string): string =>
      from === to
        ? `Ces codes sont ceux du code officiel géographique de ${to}.`
        : `Ces codes conviennent aux éditions de ${from} à ${to} du code officiel géographique.`,
    editionUntil: (to: string, last: boolean): string =>
      last
        ? 'Ces codes conviennent à toutes les éditions du code officiel géographique, de 2020 ou avant jusqu’à 2026.'
        : `Ces codes sont d’une édition de ${to} ou d’avant.`,
    merged: (count: string): string => `${count} suivies jusqu’à la commune d’aujourd’hui.`,
    mergedOne: 'commune fusionnée depuis',
    mergedPlural: 'communes fusionnées depuis',
    mergedItem: (name: string, code: string, current: string): string => `${name} (${code}) → ${current}`,
    split: (names: string): string =>
      `Communes séparées depuis, encore comptées ensemble dans ce tableau : ${names}. Leur chiffre est marqué.`,
    zeros: (count: string): string => `${count} : le zéro du début s’était perdu.`,
    zerosOne: 'code réparé',
    zerosPlural: 'codes réparés',
    summed: (count: string): string => `${count} avec une autre du même code.`,
    summedOne: 'ligne réunie',
    summedPlural: 'lignes réunies',
    gathered: (count: string): string => `${count} plusieurs lignes.`,
    gatheredOne: 'commune réunit',
    gatheredPlural: 'communes réunissent',
    shared: (count: string): string =>
      `${count} entre plusieurs communes selon leur population : ces chiffres sont des estimations.`,
    sharedOne: 'ligne est partagée',
    sharedPlural: 'lignes sont partagées',
    spread: (label: string, mean: string, widest: string): string =>
      `${label} : dans une même commune, les lignes s’écartent de la moyenne de ${mean} en moyenne, ${widest} au plus.`,
    qpv: 'Le chiffre d’une commune est celui de ses quartiers prioritaires, pas de la commune entière.',
    unmatched: 'Lignes non jointes',
    allJoined: 'Toutes les lignes sont jointes.',
    line: 'Ligne',
    text: 'Code ou nom',
    why: 'Pourquoi',
    more: (shown: string, all: string): string =>
      `Les ${shown} premières sur ${all} ; toutes sont dans le fichier à télécharger.`,
    download: 'Télécharger les lignes non jointes (CSV)',
    figures: 'Colonnes gardées',
    known: 'Avec un chiffre',
    secret: 'Secret',
    absent: 'Sans chiffre',
    unreadCount: 'Illisibles',
    unread: 'Cases illisibles, comptées sans chiffre',
    column: 'Colonne',
    cell: 'Contenu',
    back: 'Revoir les colonnes',
  },
  describe: {
    title: 'Décrire le tableau',
    about: 'Ces mentions suivent chaque chiffre partout où il est montré.',
    name: 'Nom du tableau',
    nameHint: '« Bénéficiaires du RSA en Isère ».',
    producer: 'Source',
    producerHint: 'Qui a produit ces chiffres : « Département de l’Isère ».',
    year: 'Année des chiffres',
    yearHint: '2024, ou 2021-2023.',
    edition: 'Édition ou date du fichier',
    editionHint: 'Facultatif. Vide : l’année.',
    page: 'Page qui en dit plus',
    pageHint: 'Facultatif : une adresse qui commence par https.',
    licence: 'Licence',
    access: 'Qui le voit',
    accessKinds: {
      private: 'Votre organisation seulement',
      shared: 'Tout le monde, comme une source du catalogue',
    } as Words,
    accessAlone: 'Vous seulement, sur cette installation',
    save: 'Enregistrer le tableau',
    saveReplace: 'Remplacer par ce fichier',
    change: 'Enregistrer la description',
    changed: 'La description est enregistrée.',
    openLicences: 'Partagé sous une licence ouverte, il peut sortir dans les exports et l’interface.',
    problems: {
      name: 'Donnez un nom au tableau.',
      producer: 'Dites qui a produit ces chiffres : aucun chiffre n’est montré sans sa source.',
      year: 'Donnez l’année des chiffres, de 1900 à 2100 : « 2024 » ou « 2021-2023 ».',
      page: 'L’adresse de la page doit commencer par https:// ou http://.',
      licence: 'Choisissez une licence de la liste.',
    },
  },
  licences: {
    'licence-ouverte': 'Licence Ouverte 2.0',
    odbl: 'Open Database License (ODbL) 1.0',
    'cc-by': 'Creative Commons BY 4.0',
    'cc-0': 'Creative Commons 0 (domaine public)',
    internal: 'Usage interne, sans rediffusion',
    unstated: 'Licence non précisée par le producteur',
  } as Words,
  sheet: {
    back: 'Tous les tableaux',
    about: 'Source et licence',
    file: 'Fichier',
    added: 'Ajouté le',
    changed: 'Changé le',
    redistribute: 'Rediffusion',
    mayRedistribute: 'Oui : ces chiffres figurent dans les exports, avec leur source.',
    mayNotRedistribute: 'Non : affichés et employés dans les calculs, jamais dans un export.',
    figures: 'Les chiffres',
    seeMap: 'Voir sur la carte',
    preview: (count: string): string => `Les ${count} premiers territoires, par ordre de code`,
    territory: 'Territoire',
    downloadFigures: 'Télécharger les chiffres joints (CSV)',
    replace: 'Remplacer par un nouveau fichier',
    replaceAbout: 'Les colonnes de même nom sont lues de même ; les liens vers ses cartes restent bons.',
    remove: 'Retirer ce tableau',
    removeAbout:
      'Ses chiffres disparaissent de la carte, des indices et des comparaisons. Cela ne se défait pas : gardez le fichier.',
    removeCheck: 'Oui, retirer ce tableau et ses chiffres',
    removeUnchecked: 'Cochez la case pour confirmer. Rien n’a été retiré.',
    removed: 'Le tableau est retiré, et ses chiffres avec lui.',
    kept: (name: string): string => `« ${name} » est enregistré : ses chiffres sont sur la carte.`,
    unknown: 'Il n’y a pas de tableau à cette adresse, ou il n’est pas partagé avec vous.',
    notRedistributed: 'Ces chiffres ne peuvent pas être téléchargés : leur licence ne le permet pas.',
    description: 'Changer la description',
    pending: 'Ses chiffres seront faits au prochain chargement des données.',
  },
  indicator: {
    definition: (heading: string, table: string): string => `Colonne « ${heading} » du tableau « ${table} ».`,
    formula: (file: string, scale: boolean, gathering: string): string =>
      `Lue dans ${file}${scale ? ', multipliée par 100' : ''}.${gathering}`,
    gatherings: {
      postcode:
        ' Un code postal de plusieurs communes est partagé selon leur population ; plusieurs lignes d’une commune sont réunies.',
      iris: ' Les lignes des IRIS d’une commune sont réunies.',
      qpv: ' Les lignes des quartiers prioritaires d’une commune sont réunies.',
      point: ' Les points d’une commune sont réunis.',
      sum: ' Les lignes d’un même code sont réunies.',
    } as Words,
    limits: (joined: string, read: string, share: string): string =>
      `${joined} sur ${read} ont été jointes à un territoire (${share}). Les territoires sans ligne n’ont pas de chiffre.`,
    byPopulation: 'pondéré par la population',
    byColumn: (label: string): string => `pondéré par « ${label} »`,
    noDenominator: 'sans dénominateur connu, ce chiffre ne passe pas à un groupe de communes',
    category: 'une catégorie ne s’agrège pas',
    ownLevel: 'ces chiffres sont donnés pour ce niveau seulement',
    caveat: 'Tableau ajouté par une personne, non vérifié par Maillage.',
  },
  unmatchedFile: ['ligne', 'code ou nom', 'raison'],
  figuresFile: { code: 'code', name: 'territoire', state: 'état' },
} as const;
