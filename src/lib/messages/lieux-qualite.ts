/** Words of the two pages on the records of places: their quality, and whom to call first. */
export const lieuxQualite = {
  scope: {
    within: 'Dans',
    everywhere: 'Toute la France',
    regions: 'Régions',
    departements: 'Départements',
    apply: 'Appliquer',
    unknown: (slug: string): string =>
      `« ${slug} » ne désigne aucun territoire : voici toute la France. Choisissez un territoire dans la liste.`,
  },
  reference: {
    label: 'Date de référence',
    legend: 'L’âge des fiches se compte à une date',
    day: (date: string): string => `Fiches jugées au ${date}.`,
    edition: 'Fiches jugées chacune à la date de l’édition de sa source.',
    toToday: 'Juger à la date d’aujourd’hui',
    toEdition: 'Juger à la date de l’édition de chaque source',
    unreadable: (text: string): string =>
      `« ${text} » n’est pas une date : les fiches sont jugées à la date d’aujourd’hui. Écrivez une date comme 2026-01-31, ou « edition ».`,
    short: {
      edition: 'à la date de l’édition de chaque source',
      day: (date: string): string => `au ${date}`,
    },
  },
  quality: {
    title: 'Qualité des fiches des lieux',
    lead: 'Une fiche ancienne ou incomplète envoie quelqu’un devant une porte fermée. Voici ce que disent les fiches, source par source et territoire par territoire.',
    summary: (places: string, score: string, within: string): string =>
      `${places}, ${within} : qualité moyenne ${score}.`,
    marks: (toCheck: string, toUpdate: string): string => `${toCheck} à vérifier, ${toUpdate} à actualiser.`,
    noPlace: (within: string): string =>
      `Aucun lieu en service n’est connu, ${within}. Choisissez un territoire plus grand.`,
    everywhere: 'dans toute la France',
    within: (name: string): string => `dans le territoire ${name}`,
    allOld:
      'À cette date, toutes les fiches ont plus de 18 mois : les marques ne les distinguent plus. La liste des appels garde son utilité, car elle range les lieux par nombre de personnes qui en dépendent.',
    calls: 'Voir qui appeler en premier',
    bySource: 'Par source',
    byLevel: {
      region: 'Par région',
      departement: 'Par département',
      epci: 'Par intercommunalité',
      commune: 'Par commune',
    },
    sourceHelp: 'Un lieu présent dans deux sources compte dans chacune.',
    caption: (title: string, reference: string): string => `${title}, ${reference}`,
    columns: {
      source: 'Source',
      territory: 'Territoire',
      places: 'Lieux',
      score: 'Qualité moyenne',
      toCheck: 'À vérifier',
      toUpdate: 'À actualiser',
      services: 'Services connus',
      hours: 'Horaires lus',
      position: 'Position exacte',
      fees: 'Tarif connu',
    },
    share: 'part des lieux',
    unknown: 'inconnue',
    noCommune: 'Commune inconnue',
    outside: {
      region: 'Collectivités d’outre-mer',
      departement: 'Hors département',
      epci: 'Hors intercommunalité',
      commune: 'Commune inconnue',
    },
    method: 'Comment c’est compté',
    methodText: [
      'La qualité d’une fiche est la moyenne de ce qu’elle dit parmi dix points : adresse, comment y venir, publics, services, moyen de contact, courriel ou site, date, tarif, présentation, téléphone. Un point qui n’a pas de sens pour le lieu ne compte pas. Les courriels des personnes sont gardés à part et ne sont pas lus : seul le site compte.',
      'La date compte entièrement jusqu’à 6 mois, puis de moins en moins, et plus du tout à partir de 2 ans. Une fiche de 365 à 548 jours est « à vérifier » ; plus vieille ou sans date, elle est « à actualiser ». Ce sont les marques de l’outil national.',
      'Les horaires comptent quand une semaine ordinaire a pu en être lue. Une position est exacte quand la source la donne, pas quand elle est placée au centre de la commune.',
    ],
  },
  calls: {
    title: 'Qui appeler en premier',
    lead: 'Les lieux dont la fiche est à vérifier ou à actualiser, en commençant par ceux dont le plus de personnes dépendent.',
    depend:
      'Dépendent d’un lieu les habitants des communes dont il est le lieu ouvert le plus proche, à vol d’oiseau depuis le centre de la commune (populations municipales, Code officiel géographique 2026).',
    summary: (places: string, toCheck: string, toUpdate: string): string =>
      `${places} à appeler : ${toCheck} à vérifier, ${toUpdate} à actualiser.`,
    allOld:
      'À cette date, toutes ces fiches ont plus de 18 mois ou n’ont pas de date : suivez l’ordre, il ne dépend pas de leur âge.',
    none: 'Aucune fiche à vérifier ici à cette date. Choisissez un autre territoire ou une autre date.',
    quality: 'Voir la qualité des fiches',
    caption: (within: string, reference: string): string =>
      `Lieux à appeler, ${within}, fiches jugées ${reference}`,
    columns: {
      name: 'Lieu',
      commune: 'Commune',
      people: 'Habitants qui en dépendent',
      updated: 'Date de la fiche',
      mark: 'Marque',
      missing: 'Ce qui manque',
      phone: 'Téléphone',
    },
    communeUnknown: 'commune inconnue',
    noPosition: 'position inconnue',
    noDate: 'sans date',
    nothingMissing: 'rien',
    noPhone: 'non publié',
    pages: 'Pages de la liste',
    range: (first: string, last: string, total: string): string => `Lieux ${first} à ${last} sur ${total}`,
  },
} as const;
