/** Words of the home page. */
export const home = {
  title: 'Maillage : où l’aide au numérique manque',
  heading: 'Où la pauvreté et la mauvaise connexion se croisent, qui aide, où l’aide manque',
  lead: 'Maillage réunit, commune par commune, les chiffres publics du niveau de vie, de la fibre et de la population, et les lieux qui aident à se servir du numérique. On y lit un territoire, on le compare, on imprime son diagnostic.',
  searchLabel: 'Votre commune, intercommunalité, département ou région',
  openMap: 'Ouvrir la carte de France',
  openDemoMap: 'Ouvrir la carte',
  ofMedians: 'moyenne pondérée des médianes',
  plate: {
    title: (indicator: string, level: string, year: string): string => `${indicator} par ${level}, ${year}`,
    alt: (title: string, low: string, high: string): string =>
      `Carte\u00a0: ${title}, de ${low} à ${high}. Les teintes sombres montrent les niveaux de vie les plus bas. Les mêmes chiffres se lisent en tableau depuis la carte.`,
    link: 'La voir par commune',
    darker: 'Plus sombre : niveau de vie plus bas',
    level: { commune: 'commune', epci: 'intercommunalité', departement: 'département', region: 'région' },
  },
  questions: {
    title: 'Quatre questions, une réponse chiffrée',
    items: [
      {
        question: 'Où se croisent pauvreté et mauvaise connexion ?',
        answer:
          'La carte colore chaque commune selon l’indicateur choisi, et montre à part ce qui est inconnu.',
        href: '/carte',
        link: 'Voir la carte',
      },
      {
        question: 'Qui aide, et à quelle distance ?',
        answer:
          'France services, conseillers numériques et autres lieux de médiation, filtrés par type d’aide, et la distance au plus proche.',
        href: '/carte',
        link: 'Chercher les lieux',
      },
      {
        question: 'Combien de personnes sont loin de toute aide ?',
        answer:
          'Le diagnostic compte les habitants, les 65 ans et plus et les plus modestes à plus de 5, 10 et 20 kilomètres d’un lieu.',
        href: '/recherche',
        link: 'Choisir un territoire',
      },
      {
        question: 'Quelles communes regarder d’abord ?',
        answer: 'Dix communes, dans l’ordre, chacune avec sa raison, dans un document prêt à imprimer.',
        href: '/methode#priorites',
        link: 'Lire la règle',
      },
    ],
  },
  examples: {
    title: 'Trois territoires pour commencer',
    diagnosis: 'Diagnostic à imprimer',
    places: (count: string, one: boolean): string => `${count} ${one ? 'lieu d’aide' : 'lieux d’aide'}`,
    population: 'Habitants',
    why: 'Les plus peuplés dont tous les chiffres sont connus.',
  },
  users: {
    title: 'Pour qui',
    items: [
      {
        who: 'Départements et intercommunalités',
        what: 'Établir le diagnostic d’une feuille de route : chiffres, sources et limites sont déjà écrits.',
      },
      {
        who: 'Réseaux d’aide et coordinations',
        what: 'Voir où une permanence manquerait le plus, et pour qui, avant de la placer.',
      },
      {
        who: 'Élus, associations, habitants',
        what: 'Vérifier un chiffre, connaître sa date, et le citer sans se tromper.',
      },
    ],
  },
  loaded: {
    title: 'Ce qui est chargé',
    communes: 'communes',
    epci: 'intercommunalités',
    places: 'lieux d’aide',
    sources: (loaded: number, all: number): string => `sources sur ${all}`,
    date: (date: string): string => `Dernier chargement le ${date}.`,
    link: 'Sources, dates, licences et lignes refusées',
  },
  cite: {
    title: 'Citer ces chiffres',
    text: 'Nommez d’abord le producteur et l’édition, puis Maillage. La phrase suivante convient à un rapport :',
    sentence: (sources: string, date: string): string =>
      `Sources\u00a0: ${sources}. Traitement\u00a0: Maillage, données chargées le ${date}.`,
    caution:
      'L’indice de fragilité numérique et deux fichiers de lieux n’ont pas de licence précisée : citez-les, mais ne les rediffusez pas en nombre.',
  },
} as const;
