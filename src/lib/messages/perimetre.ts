/** « 1 commune », « 12 communes ». */
const communes = (count: number, written: string): string => `${written} commune${count < 2 ? '' : 's'}`;

/** Words of the page where one makes a perimeter of one’s own. */
export const perimetre = {
  title: 'Votre périmètre',
  titleOf: (name: string): string => (name === '' ? 'Votre périmètre' : name),
  pageTitle: (name: string): string => `${name === '' ? 'Votre périmètre' : name} · Maillage`,
  description:
    'Réunissez des communes, des intercommunalités ou des départements, et lisez leurs chiffres comme ceux d’un seul territoire.',
  lead: 'Réunissez des communes, des intercommunalités (EPCI), des départements ou des régions : leurs chiffres sont recalculés comme ceux d’un seul territoire, avec les règles de Maillage.',
  communes,
  compose: {
    title: 'Composer',
    search: 'Ajouter un territoire',
    paste: 'Coller des codes ou des noms',
    pasteHint:
      'Codes officiels (Insee) de communes, Siren d’intercommunalités, numéros de départements ou noms exacts, séparés comme vous voulez ; une colonne de tableur convient. Un code postal n’est pas un code de commune.',
    pasteSubmit: 'Ajouter ce qui est collé',
    tooLong: (limit: string): string =>
      `Ce texte dépasse ${limit} caractères : rien n’a été lu, rien n’a changé. Collez seulement la colonne des codes, ou en plusieurs fois.`,
    tooMany: (limit: string): string =>
      `Seuls les ${limit} premiers éléments ont été lus. Collez la suite à part.`,
    nothing: 'Rien n’a été collé. Le périmètre n’a pas changé.',
    noneRead: 'Rien de ce qui a été collé n’a été reconnu. Le périmètre n’a pas changé.',
    added: (count: number, written: string): string =>
      count < 2 ? '1 élément reconnu et ajouté.' : `${written} éléments reconnus et ajoutés.`,
    keep: (count: string): string => `Garder ce qui est reconnu (${count})`,
    unreadTitle: (count: number, written: string): string =>
      count < 2 ? '1 élément à vérifier' : `${written} éléments à vérifier`,
    line: (line: string): string => `ligne ${line}`,
    why: {
      unknown: (text: string): string => `« ${text} » : ni code ni nom connu.`,
      postcode: (text: string): string => `« ${text} » est un code postal, pas un code de commune.`,
      homonyms: (text: string): string => `« ${text} » : plusieurs territoires portent ce nom.`,
    },
    add: (name: string): string => `Ajouter ${name}`,
    moreCandidates: (count: string): string => `et ${count} autres : précisez le département, « Nom (38) ».`,
    moreUnread: (count: string): string => `… et ${count} autres éléments non reconnus.`,
    leftText: 'Les éléments non reconnus restent dans la zone de texte : corrigez-les et ajoutez-les.',
  },
  holds: {
    title: 'Ce qu’il contient',
    empty:
      'Le périmètre est vide. Cherchez un territoire, collez des codes, ou touchez des communes sur la carte.',
    count: (count: number, written: string, people: string): string =>
      `${communes(count, written)}, ${people} habitants`,
    excluded: (name: string): string => `sauf ${name}`,
    remove: (name: string): string => `Retirer ${name}`,
    putBack: (name: string): string => `Remettre ${name}`,
    inside: (written: string): string => `${written} communes`,
    clear: 'Tout vider',
    undo: 'Annuler le dernier changement',
    all: (count: string): string => `Voir les ${count}`,
    changed: (sentence: string): string => `Périmètre modifié : ${sentence}.`,
    failed:
      'Le changement n’a pas pu être enregistré : le serveur ne répond pas. Le périmètre est resté comme il était ; réessayez.',
  },
  notices: {
    unknown: (codes: string, many: boolean): string =>
      many
        ? `Ces codes ne désignent aucun territoire et ont été laissés de côté : ${codes}.`
        : `Le code ${codes} ne désigne aucun territoire et a été laissé de côté.`,
    allUnknown:
      'Aucun code de l’adresse ne désigne un territoire. Le périmètre est vide : composez-le ci-dessous.',
    merged: (code: string, name: string | null, into: string): string =>
      name === null
        ? `La commune de code ${code} a rejoint ${into} : c’est elle qui est prise, en entier.`
        : `${name} (${code}) a rejoint ${into} : c’est elle qui est prise, en entier.`,
    mergedOut: (code: string, name: string | null, into: string): string =>
      name === null
        ? `La commune de code ${code} a rejoint ${into} : c’est elle qui est retirée, en entier.`
        : `${name} (${code}) a rejoint ${into} : c’est elle qui est retirée, en entier.`,
    arrondissement: (name: string, city: string): string =>
      `${name} fait partie de ${city} : l’unité est la commune, la ville entière est prise.`,
    arrondissementOut: (name: string, city: string): string =>
      `${name} fait partie de ${city} : l’unité est la commune, la ville entière est retirée.`,
    moreReplaced: (count: string): string => `… et ${count} autres codes anciens, suivis de la même façon.`,
    cut: 'L’adresse était trop longue : la fin de la liste n’a pas été lue. Collez plutôt les codes dans la zone de texte.',
    long: 'Ce périmètre est trop morcelé pour tenir dans l’adresse : le lien de cette page ne le contient pas. Regroupez ses communes par intercommunalités ou départements entiers, ou enregistrez-le sous un nom dans ce navigateur.',
  },
  map: {
    label: 'Carte du périmètre',
    help: 'Flèches : passer d’une commune à sa voisine. Entrée : l’ajouter au périmètre ou l’en retirer. Plus et moins : zoomer. Majuscule et flèches : déplacer la carte. La recherche et la liste font les mêmes choses que la carte.',
    tools: 'Outil de la carte',
    pick: 'Toucher des communes',
    rectangle: 'Rectangle',
    polygon: 'Zone libre',
    hints: {
      pick: 'Touchez une commune pour l’ajouter, touchez-la encore pour la retirer.',
      rectangle: 'Dessiner une zone : touchez un coin puis le coin opposé, ou tirez de l’un à l’autre.',
      polygon:
        'Dessiner une zone : touchez ses sommets l’un après l’autre, puis terminez. Retour arrière enlève le dernier.',
    },
    effect: 'Les communes de la zone',
    effects: { add: 'les ajouter', remove: 'les retirer' },
    finish: 'Terminer la zone',
    back: 'Enlever le dernier sommet',
    cancel: 'Abandonner la zone',
    rule: 'Une commune est prise quand son centre publié est dans la zone.',
    nothing: 'Aucun centre de commune dans cette zone. Le périmètre n’a pas changé.',
    inside: 'dans le périmètre',
    outside: 'hors du périmètre',
    loading: 'Les noms des communes arrivent…',
    frame: 'Cadrer le périmètre',
    noWebGl:
      'Cet appareil ne peut pas dessiner la carte (WebGL absent). La recherche, la zone de texte et la liste font les mêmes choses.',
    lost: 'La carte graphique a cessé de répondre ; le périmètre est intact. Rechargez la page pour retrouver la carte, ou continuez avec la recherche et la liste.',
    noScript: 'La carte demande JavaScript. La zone de texte et la liste font les mêmes choses.',
    noOutlines:
      'Les contours ne sont pas chargés : la recherche, la zone de texte et la liste font les mêmes choses.',
  },
  names: {
    title: 'Nom',
    label: 'Nom du périmètre (60 caractères au plus)',
    apply: 'Nommer',
    save: 'Enregistrer dans ce navigateur',
    saved: (name: string): string => `« ${name} » est enregistré dans ce navigateur.`,
    replaced: (name: string): string => `« ${name} » a été remplacé dans ce navigateur.`,
    needed: 'Donnez un nom au périmètre pour l’enregistrer.',
    emptyPerimeter: 'Le périmètre est vide : il n’y a rien à enregistrer.',
    listTitle: 'Vos périmètres enregistrés',
    where:
      'Gardés dans ce navigateur, sur cet appareil seulement : ils ne sont envoyés à personne et disparaissent si vous effacez ses données. Pour partager, copiez l’adresse de la page.',
    none: 'Aucun périmètre enregistré dans ce navigateur.',
    open: (name: string): string => `Ouvrir ${name}`,
    rename: 'Renommer',
    renameOf: (name: string): string => `Renommer ${name}`,
    newName: 'Nouveau nom',
    confirmRename: 'Valider le nom',
    cancel: 'Annuler',
    remove: 'Supprimer',
    removeOf: (name: string): string => `Supprimer ${name}`,
    confirmRemove: (name: string): string => `Supprimer « ${name} » de ce navigateur ?`,
    removeYes: 'Oui, supprimer',
    removed: (name: string): string => `« ${name} » a été supprimé de ce navigateur.`,
    taken: (name: string): string =>
      `Un périmètre enregistré s’appelle déjà « ${name} ». Choisissez un autre nom.`,
    refused:
      'Ce navigateur refuse de garder des données (navigation privée ou réglage). Le périmètre reste dans l’adresse de la page : gardez-la en favori.',
    full: 'La place réservée à Maillage dans ce navigateur est pleine : rien n’a été enregistré, rien n’a été perdu. Supprimez un périmètre ancien et recommencez.',
    damaged: 'Des périmètres enregistrés n’ont pas pu être relus ; les autres sont là.',
  },
  result: {
    title: 'Chiffres du périmètre',
    summary: (count: number, written: string, people: string): string =>
      `${communes(count, written)} · ${people} habitants`,
    populationUnknown: (written: string): string => `${written} sans population connue, comptées pour rien`,
    same: (name: string): string =>
      `Ce périmètre a exactement les communes de ${name} : ses chiffres sont les siens.`,
    one: 'Le périmètre n’a qu’une commune : ses chiffres sont ceux de la commune, et il n’y a ni minimum ni maximum à lire.',
    collectivity:
      'Les statistiques nationales réunies ici ne couvrent pas les collectivités d’outre-mer : leurs chiffres sont inconnus, ils ne sont pas nuls.',
    actions: { map: 'Voir sur la carte', index: 'Classer', page: 'Ouvrir la fiche' },
    comparedWith: (names: string): string =>
      `Comparé aux territoires où vit la plus grande part des habitants : ${names}.`,
    comparison: (label: string): string => `${label}, comparé aux territoires qui englobent le périmètre`,
    interval: (low: string, high: string): string =>
      `Valeur estimée, entre ${low} et ${high} neuf fois sur dix.`,
    intervalAdded:
      'L’intervalle additionne ceux des communes estimées ; l’arrondi des taux publiés n’y est pas compté.',
    estimates: {
      shown: 'Les valeurs estimées sont comptées, et marquées comme telles.',
      hidden: 'Les valeurs estimées sont masquées.',
      hide: 'Masquer les valeurs estimées',
      show: 'Compter les valeurs estimées',
    },
    spread: {
      least: 'Minimum',
      median: 'Médiane',
      greatest: 'Maximum',
      ties: (count: number, written: string): string => `et ${written} autre${count < 2 ? '' : 's'}`,
      known: (known: string, all: string): string => `Chiffre connu dans ${known} des ${all}.`,
    },
    position: (rank: string, known: string): string =>
      `Parmi les intercommunalités, ce chiffre serait ${rank} sur ${known}, du plus élevé au plus bas.`,
    notAggregated: (label: string, reason: string): string => `${label} : ${reason}.`,
    communeOnly: 'Ne se calcule pas pour un groupe',
    absent: 'Aucune commune du périmètre n’a ce chiffre :',
    restricted: (labels: string): string =>
      `${labels} : publié par commune et par intercommunalité, sous une licence non précisée. Il ne s’agrège pas et n’est pas listé ici ; il se lit sur la page de chaque territoire et sur la carte.`,
  },
  table: {
    title: 'Communes du périmètre',
    caption: (label: string): string => `Communes du périmètre : ${label}`,
    indicator: 'Chiffre et rang',
    show: 'Afficher',
    name: 'Commune',
    population: 'Habitants',
    rank: 'Rang dans le périmètre',
    rankFrom: { highest: '1 = le plus élevé', lowest: '1 = le plus bas' },
    unranked: 'non classée',
    unknown: 'inconnue',
    cut: (shown: string, all: string): string =>
      `Les ${shown} communes les plus peuplées sur ${all}. Les rangs comptent toutes les communes.`,
    share: (known: string, all: string): string => `${known} communes classées sur ${all}.`,
  },
} as const;
