const percent = (text: string): string => `${text}\u00a0%`;

/** Words of the section on the estimate of the poverty rate, on the method page. */
export const estimate = {
  id: 'estimation',
  title: 'Estimation du taux de pauvreté',
  entries: {
    why: 'Pourquoi estimer',
    reads: 'Ce que lit le modèle',
    steps: 'Comment il procède',
    trials: 'Mis à l’épreuve',
    groups: 'Intercommunalités et départements',
    checks: 'Face aux chiffres publiés',
    ifn: 'Face à l’IFN',
    limits: 'Ce qu’il ne sait pas faire',
    figures: 'Les coefficients',
  },
  why: [
    'L’Insee tait le taux de pauvreté dans la plupart des communes. Ce qui est connu vient des plus grandes et des plus pauvres : la moyenne des communes connues trompe, et la carte reste vide là où les équipes en ont besoin.',
    'Le secret a deux causes, que nous avons mesurées sur le fichier. La taille : aucun taux sous environ 2 000 habitants. Et le nombre de personnes pauvres : une commune plus grande n’a de taux que si elle compte au moins 200 personnes pauvres environ. La première ne dit rien du taux ; la seconde dit qu’il est bas, inférieur à 200 divisé par le nombre d’habitants.',
    'Le taux publié reste le taux publié : il n’est jamais retouché. Ailleurs, l’estimation est montrée sous de fines hachures, avec un intervalle qui doit contenir la vraie valeur neuf fois sur dix. Elle peut être désactivée partout.',
  ],
  reads:
    'Tout vient des fichiers chargés : Filosofi 2021 et 2019 (niveau de vie médian ; premier décile, ménages imposés et minima sociaux dans les communes de plus de 2 000 habitants), recensements de 2018 et de 2022 (propriétaires, logements vacants, résidences secondaires, activité, chômage, âges, cadres, ouvriers, diplômes), grille de densité, niveau de vie et chômage de l’intercommunalité et du département, centre des communes. Le nombre d’habitants n’entre pas dans le calcul du taux : il fausserait l’extension aux petites communes.',
  cases: {
    caption: 'Comment chaque commune sans taux est estimée',
    columns: {
      which: 'Ce qui est connu',
      communes: 'Communes',
      people: 'Habitants',
      mean: 'Taux moyen estimé',
      mae: 'Erreur moyenne à l’épreuve',
    },
    names: {
      detail: 'Premier décile et médiane ; moins de 200 personnes pauvres',
      median: 'Niveau de vie médian de 2021',
      'older-median': 'Niveau de vie médian de 2019 seulement',
      context: 'Recensement et voisinage seulement',
    },
    after:
      'L’erreur moyenne est celle de communes dont le taux est publié, cachées au modèle par intercommunalités entières et estimées avec ce que lit chaque cas. Un chiffre manquant du recensement compte comme la moyenne : il ne déplace rien.',
  },
  steps: [
    'Le modèle travaille sur la racine carrée du taux : l’erreur y est à peu près la même pour un taux bas et pour un taux haut.',
    'Premier temps : le premier décile dit presque le taux. Une régression l’apprend sur toutes les communes où il est publié. Celles sans taux y entrent par leur plafond (moins de 200 personnes pauvres), celles à 5 % par « 5 % ou moins » : sans elles, le modèle n’apprendrait que des plus pauvres.',
    'Second temps : une régression pénalisée sur le niveau de vie médian, le logement, l’emploi, les âges, les diplômes, la densité et le contexte, apprise sur toutes ces communes, complétées par le premier temps. Puis chaque commune est corrigée par l’erreur que le modèle fait chez ses seize plus proches voisines connues (krigeage).',
    'L’intervalle additionne ce que le modèle ignore de la commune et le hasard de qui l’habite, qui grandit quand la commune est petite. Sa largeur est réglée sur des communes cachées au modèle, à part pour les villes denses, les ceintures et petites villes, et la campagne ; puis élargie d’autant que l’épreuve par taille le demande.',
  ],
  sizeFactor: (factor: string): string => `Élargissement tiré de l’épreuve par taille : × ${factor}.`,
  trials: {
    intro:
      'Deux épreuves disent ce que vaut l’estimation. Dans la première, des départements entiers sont cachés : rien de proche n’est connu. Dans la seconde, seules les communes de 5 000 personnes et plus apprennent, et l’on estime celles de moins de 3 000 : les communes au secret sont plus petites que celles qui apprennent, et c’est la question. Une troisième, par intercommunalité, sert à régler les intervalles.',
    caption: 'Erreurs en points de pourcentage, couverture de l’intervalle à 90 %, accord des rangs',
    columns: {
      trial: 'Épreuve et communes jugées',
      n: 'Communes',
      mae: 'Erreur moyenne',
      rmse: 'Écart quadratique',
      bias: 'Biais',
      coverage: 'Couverture',
      spearman: 'Spearman',
    },
    names: {
      departement: 'Par département',
      taille: 'Par taille',
      epci: 'Par intercommunalité',
    },
    samples: {
      published: 'taux publié',
      conditional: 'taux publié, sachant qu’il l’est',
      completed: 'toutes, secrètes comprises',
      naive: 'moyenne du département',
    },
    none: 'sans objet',
    after: [
      '« Taux publié » : la vérité est officielle, mais seules les communes assez pauvres sont jugées ; l’estimation y paraît donc un peu basse. « Sachant qu’il l’est » : la même, en disant au modèle que la commune compte au moins 200 personnes pauvres. « Toutes » : le taux des communes secrètes de plus de 2 000 habitants est celui du premier temps, plafonné. Les taux publiés à 5 % ne comptent que dans « toutes ».',
      'La « moyenne du département » est celle des autres communes publiées, pondérée par leurs habitants. Elle a un avantage : elle voit le département.',
    ],
  },
  groups: {
    intro:
      'Les erreurs de communes voisines se ressemblent ; celle d’un groupe n’est donc pas la somme de hasards indépendants. La ressemblance est mesurée sur les communes cachées, dans une intercommunalité et dans un département ; s’y ajoute une erreur que toutes les petites communes partageraient. Les groupes ci-dessous ne réunissent que des communes cachées.',
    caption: 'Groupes de communes cachées : erreur en points, couverture de l’intervalle à 90 %',
    columns: {
      trial: 'Épreuve et groupes',
      n: 'Groupes',
      mae: 'Erreur moyenne',
      bias: 'Biais',
      coverage: 'Couverture',
    },
    names: {
      epci: 'intercommunalités de trois communes cachées ou plus',
      departement: 'départements de cinq ou plus',
    },
  },
  checks: {
    country: (value: string, low: string, high: string, published: string, naive: string): string =>
      `France, sur tout le champ de la source : ${percent(value)} (intervalle : ${low} à ${percent(high)}). Les taux publiés couvrent ${percent(published)} des personnes et donneraient seuls ${percent(naive)}.`,
    mainland: (value: string, low: string, high: string): string =>
      `France métropolitaine : ${percent(value)} (${low} à ${percent(high)}).`,
    published: (rate: string, all: string, mainland: string): string =>
      `L’Insee a publié environ ${percent(rate)}. L’écart est de ${all} point sur tout le champ (avec la Martinique et La Réunion) et de ${mainland} point en métropole ; nous n’avons pas pu vérifier auquel des deux champs ce chiffre se rapporte. L’estimation n’est pas recalée dessus.`,
    caption: 'Régions dont l’Insee publie le taux de 2021 : le modèle ne lit pas ces chiffres',
    columns: {
      name: 'Région',
      published: 'Insee',
      value: 'Estimation',
      interval: 'Intervalle à 90 %',
      gap: 'Écart',
    },
    source: 'Source des taux régionaux : Insee Références, octobre 2024',
    none: 'Les taux publiés par l’Insee ne se comparent pas à un territoire fictif.',
  },
  ifn: {
    paragraph: (n: string, ifn: string, ours: string, known: string, both: string): string =>
      `Dans les ${n} communes sans taux où le niveau de vie médian est connu, la corrélation de rang entre le score de pauvreté de l’IFN et le niveau de vie est de ${ifn} ; entre notre estimation et le niveau de vie, de ${ours}. Là où le taux est publié, taux et niveau de vie vont ensemble à ${known}. Entre le score de l’IFN et notre estimation, sous secret : ${both}. L’IFN ne disposait pas d’autre chiffre public : ce n’est pas un reproche, c’est l’objet de cette estimation. La nôtre lit le niveau de vie : qu’elle le suive n’est pas une preuve, les épreuves ci-dessus en sont une.`,
  },
  limits: [
    'Ce n’est pas une mesure. Une commune estimée à 9 % avec un intervalle de 6 à 13 % peut être à 6 comme à 13.',
    'Aucune commune de moins de 2 000 habitants n’a de taux publié : l’épreuve par taille ne descend pas si bas. Au-dessous de quelques centaines d’habitants, l’intervalle est large, et il repose sur un calcul de hasard plus que sur une épreuve.',
    'Ce que les fichiers ne voient pas lui échappe : travailleurs frontaliers mal déclarés, étudiants, un foyer d’hébergement, une fermeture d’usine depuis 2021.',
    'Guadeloupe, Guyane et Mayotte ne sont pas dans la source : elles restent absentes.',
    'Un taux de groupe où des communes sont estimées dit son intervalle ; la part d’habitants estimée est celle que le taux publié ne couvre pas.',
    'Le nombre de pauvres de moins de 65 ans suppose le même taux à tout âge.',
  ],
  figures: {
    summary: 'Voir les coefficients',
    intro:
      'Effet, sur la racine carrée du taux, d’un écart-type de plus. Les chiffres voisins se partagent leur effet : un coefficient seul ne se lit pas comme une cause.',
    caption: (name: string): string => `Coefficients : ${name}`,
    columns: { name: 'Terme', value: 'Coefficient' },
    covariance: (near: string, far: string, own: string, sampling: string): string =>
      `Variances du second temps, en dix-millièmes : ${near} partagés avec le voisinage proche, ${far} avec le lointain, ${own} propres à la commune ; hasard : ${sampling} divisé par le nombre d’habitants.`,
    nearKm: (near: string, far: string): string => `Portées : ${near} et ${far} km.`,
    likeness: (epci: string, departement: string, country: string): string =>
      `Corrélation des erreurs : ${epci} dans une intercommunalité, ${departement} dans un département ; erreur commune à toutes les petites communes : ${country} sur la racine carrée.`,
  },
  declined: (published: string, needed: string): string =>
    `Trop peu de taux sont publiés dans les données chargées pour apprendre un modèle : ${published}, il en faut au moins ${needed}. Aucun taux n’est estimé.`,
  absent: 'L’estimation n’a pas encore été calculée : « npm run data -- load » la calcule.',
} as const;
