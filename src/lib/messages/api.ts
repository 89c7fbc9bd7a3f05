/** « un, deux ou trois ». */
const or = (list: readonly string[]): string =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ou ${list.at(-1)}`;

/** More are not listed in a sentence. */
const MOST_CHOICES = 24;

/** Words of the interface for programs: what is wrong with a request, and what to do next. */
export const api = {
  name: 'API de Maillage',
  document: {
    summary: 'Territoires, indicateurs, lieux d’aide au numérique, écarts et implantation.',
    description:
      'Lire ne demande ni compte ni clé. Calculer et écrire demandent une clé, dans l’en-tête « Authorization: Bearer ». Une valeur inconnue est null, avec un état qui dit pourquoi : jamais 0. Un paramètre qui n’existe pas est refusé. Les données dont la licence n’est pas précisée ne sont pas données.',
    licence: 'Licence Ouverte 2.0 pour les données, sauf mention contraire dans « sources »',
    page: 'La page qui explique l’interface',
    key: 'Une clé faite sur la page « Clés de l’API ».',
    headers: {
      etag: 'Empreinte de la réponse : renvoyez-la dans If-None-Match pour un 304.',
      link: 'Adresses des pages voisines (first, prev, next, last) et de la description des fichiers.',
      total: 'Lignes qui répondent, toutes pages comprises.',
      limit: 'Demandes permises par minute.',
      remaining: 'Demandes qui restent.',
      reset: 'Secondes avant que le compte reparte.',
    },
    answers: {
      ok: 'La réponse.',
      known: 'Rien n’a changé depuis l’empreinte donnée.',
    },
  },
  faults: {
    whole: (count: number): string =>
      count > 1
        ? `La demande n’est pas comprise : ${count} paramètres sont à corriger, voyez « erreurs ».`
        : 'La demande n’est pas comprise : un paramètre est à corriger, voyez « erreurs ».',
    unknown: (name: string): string => `Le paramètre « ${name} » n’existe pas ici : retirez-le.`,
    repeated: (name: string): string =>
      `Le paramètre « ${name} » est donné plusieurs fois : donnez-le une fois, ses valeurs séparées par « _ » s’il en prend plusieurs.`,
    missing: (name: string): string => `Le paramètre « ${name} » manque : donnez-le.`,
    choice: (name: string, value: string, choices: readonly string[]): string =>
      choices.length > MOST_CHOICES
        ? `« ${value} » n’est pas une valeur de « ${name} » : voyez la liste dans /api/v1/openapi.json.`
        : `« ${value} » n’est pas une valeur de « ${name} » : donnez ${or(choices)}.`,
    least: (name: string, value: string, least: string, what: string): string =>
      what === 'string' || what === 'array'
        ? `« ${name} » est trop court : au moins ${least}.`
        : `« ${name} » vaut ${value} : donnez au moins ${least}.`,
    most: (name: string, _value: string, most: string, what: string): string =>
      what === 'string'
        ? `« ${name} » est trop long : ${most} caractères au plus.`
        : what === 'array'
          ? `« ${name} » a trop d’éléments : ${most} au plus.`
          : `« ${name} » est trop grand : ${most} au plus.`,
    kind: (name: string, value: string, expected: string): string =>
      expected === 'number' || expected === 'int'
        ? `« ${value} » n’est pas un nombre entier : « ${name} » en attend un.`
        : `« ${value} » n’est pas compris pour « ${name} ».`,
    value: (name: string, value: string): string => `« ${value} » n’est pas compris pour « ${name} ».`,
    notUnderstood: (value: string, what: string): string => `« ${value} » n’est pas compris pour ${what}.`,
    perPage: (most: string): string =>
      `« par_page » va de 1 à ${most}, ou vaut « tous » avec format=csv, csv-fr ou geojson.`,
    allRows: 'par_page=tous ne va qu’avec format=csv, csv-fr ou geojson : en JSON, suivez les pages.',
    pastEnd: (page: string, pages: string): string =>
      `La page ${page} n’existe pas : la dernière est la ${pages}.`,
    territory: (slug: string): string =>
      `Aucun territoire ne porte le code « ${slug} » : cherchez-le par /api/v1/territoires?q=.`,
    merged: (slug: string, into: string): string =>
      `La commune « ${slug} » a rejoint une autre commune : demandez « ${into} ».`,
    spelling: (slug: string, right: string): string => `« ${slug} » s’écrit « ${right} ».`,
    indicator: (id: string): string =>
      `Aucun indicateur ne s’appelle « ${id} » : la liste est à /api/v1/indicateurs.`,
    notLoaded: (label: string): string =>
      `« ${label} » n’est pas chargé sur cette installation : sa source manque.`,
    noFigures: (label: string, level: string, levels: string): string =>
      `« ${label} » n’a pas de valeurs au niveau « ${level} » : demandez ${levels}.`,
    index: {
      'unknown-index': (value: string): string =>
        `« ${value} » n’est pas un indice : donnez le nom d’un indice prêt, ou des indicateurs et leurs poids (fibre-2026.5_chomage.2).`,
      'unknown-ingredient': (value: string): string => `« ${value} » n’entre pas dans un indice.`,
      'bad-ingredient': (value: string): string =>
        `« ${value} » s’écrit indicateur.poids, une seule fois, avec un poids entier de 0 à 10.`,
      'too-many-ingredients': (value: string): string =>
        `« ${value} » est de trop : un indice compte seize indicateurs au plus.`,
      'unknown-normalisation': (value: string): string => `« ${value} » n’est pas une échelle.`,
      'unfit-normalisation': (value: string): string =>
        `L’échelle « ${value} » ne va pas avec ces indicateurs.`,
      'unknown-reference': (value: string): string => `« ${value} » n’est pas un ensemble de comparaison.`,
      'bad-threshold': (value: string): string =>
        `« ${value} » n’est pas un pourcentage : donnez un entier de 0 à 100.`,
    },
  },
  problems: {
    titles: {
      parametres: 'Paramètres à corriger',
      corps: 'Contenu illisible',
      introuvable: 'Introuvable',
      'non-redistribuable': 'Données non redistribuables',
      format: 'Format indisponible',
      cle: 'Clé nécessaire',
      portee: 'Clé sans ce droit',
      methode: 'Méthode refusée',
      'sans-resultat': 'Pas de résultat',
      rejointe: 'Commune qui a rejoint une autre',
      'trop-gros': 'Contenu trop gros',
      'type-de-contenu': 'Contenu qui n’est pas du JSON',
      refuse: 'Contenu refusé',
      'trop-de-requetes': 'Trop de demandes',
      'trop-de-calculs': 'Trop de calculs en cours',
      'trop-grand': 'Question trop grande',
      'non-charge': 'Données non chargées',
      indisponible: 'Données qui ne répondent pas',
      imprevu: 'Erreur imprévue',
    },
    accept: (formats: string): string =>
      `Aucun format accepté n’est disponible : demandez ${formats} par le paramètre « format ».`,
    restricted: (label: string, title: string, producer: string, licence: string, page: string): string =>
      `« ${label} » vient de « ${title} » (${producer}). ${licence} : ses valeurs se lisent sur les pages de Maillage et ne sont pas redistribuées. Demandez-les à leur producteur : ${page}`,
    noPlace: (id: string): string => `Aucun lieu n’a l’identifiant « ${id} » : la liste est à /api/v1/lieux.`,
    placeKept: (why: string): string => `Ce lieu n’est pas redistribué. ${why}`,
    notJson: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
    badJson: 'Le contenu n’est pas un objet JSON lisible : vérifiez guillemets et accolades.',
    noTravel:
      'Aucun temps de trajet n’est chargé sur cette installation : demandez un seuil en kilomètres (unite=km).',
    tooLong: (kilobytes: string): string =>
      `Le contenu dépasse ${kilobytes} ko : envoyez-en moins à la fois.`,
    noMethod: (method: string, allowed: string): string =>
      `« ${method} » ne se fait pas ici : cette adresse prend ${allowed}.`,
    placeRefused: 'Ce lieu n’est pas ajouté : corrigez les champs nommés dans « erreurs ».',
    noPath: (path: string): string => `Rien ne répond à « ${path} » : la liste des adresses est à /api/v1.`,
    badKey:
      'Cette clé n’ouvre rien : elle est mal recopiée, retirée ou périmée. Faites-en une autre sur la page « Clés de l’API ».',
    oldKey:
      'Cette clé date d’avant les comptes : faites-en une au nom de votre organisation, sur la page « Clés de l’API ».',
    noKey:
      'Écrire et calculer demande une clé : envoyez-la dans l’en-tête « Authorization: Bearer … ». Elle se fait sur la page « Clés de l’API ».',
    readOnly: 'Cette clé ne fait que lire : faites-en une qui écrit.',
    unreachable: (id: string): string =>
      `La base de données ne répond pas : redemandez après le temps dit par retry-after. Si cela dure, dites le numéro ${id} à qui gère cette installation.`,
    unexpected: (id: string): string =>
      `Le serveur a rencontré une erreur imprévue : dites le numéro ${id} à qui gère cette installation.`,
    tooMany: (seconds: string): string =>
      `Trop de demandes en peu de temps : attendez ${seconds} s, ou prenez les fichiers entiers (par_page=tous).`,
  },
  notes: {
    closedTable: (title: string): string =>
      `« ${title} » est un tableau que votre organisation ne partage pas : ne republiez pas ses chiffres.`,
  },
  jobs: {
    unknown:
      'Aucun calcul de cette clé n’a cet identifiant : il est trop ancien (une heure), ou d’une autre clé.',
    tooMany:
      'Trop de calculs attendent : trois par clé, vingt en tout. Attendez la fin des vôtres, ou arrêtez-en un (DELETE).',
    unfinished:
      'Le calcul n’est pas fini : attendez, ou arrêtez-le (DELETE) pour garder la meilleure proposition trouvée.',
    stopped: 'Le calcul a été arrêté avant de rien trouver : demandez-le à nouveau.',
    failed:
      'Le calcul n’a rien trouvé dans le temps ou la mémoire permis : posez une question plus petite (moins de communes, un seuil plus court), ou donnez plus de temps.',
    stranger: (code: string): string =>
      `« ${code} » n’est pas une commune du territoire : retirez-la de « avec », « sans » ou « liste ».`,
    unnamedSite: 'un lieu qui n’est pas nommé ici',
    unnamed: (count: number): string =>
      count > 1
        ? `${count} lieux viennent d’une source qui n’est pas redistribuée : ils ne sont ni nommés ni situés ici, seule leur commune l’est.`
        : 'Un lieu vient d’une source qui n’est pas redistribuée : il n’est ni nommé ni situé ici, seule sa commune l’est.',
  },
} as const;
