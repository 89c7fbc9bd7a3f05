/** How a field is named on a form and in the history; the hint is empty where the name says enough. */
export interface FieldWords {
  label: string;
  hint: string;
}

const says = (label: string, hint = ''): FieldWords => ({ label, hint });

/** What each kind of thing of a strategy is called. */
export const strategyKinds = {
  strategy: 'Stratégie',
  actor: 'Acteur',
  gap: 'Écart',
  action: 'Action',
  cost: 'Ligne de coût',
  funding: 'Ligne de financement',
  indicator: 'Indicateur',
  measure: 'Mesure',
  entry: 'Note de journal',
  body: 'Comité',
  passage: 'Passage du rapport',
} as const;

/** Names and hints of every field, by kind. */
export const strategyFields = {
  strategy: {
    name: says('Nom de la stratégie'),
    territory: says('Périmètre', 'Le territoire que la stratégie couvre.'),
    sponsor: says('Élu ou élue qui porte la stratégie', 'Nom et fonction.'),
    pilot: says('Service qui pilote'),
    team: says('Équipe', 'Qui travaille à la stratégie, avec quel rôle.'),
    from: says('Première année', 'Par exemple : 2027.'),
    to: says('Dernière année', 'Par exemple : 2030.'),
    context: says('Contexte', 'Ce qui a déjà été fait, ce qui a décidé la collectivité.'),
    voices: says(
      'Ce que disent les habitants et les professionnels',
      'Entretiens, réunions, enquêtes : qui a dit quoi, et quand. Sans nommer d’habitant.',
    ),
    aims: says('Objectifs', 'Ce qui aura changé à la fin, pour qui.'),
    governance: says('Règles de gouvernance', 'Qui décide, qui est consulté, comment on tranche.'),
    envelope: says('Enveloppe, en euros', 'Ce que la collectivité prévoit sur toute la durée.'),
    revision: says('Date de révision', 'Quand la stratégie sera relue et corrigée.'),
    followUp: says('Règles de suivi', 'Qui mesure, à quel rythme, à qui c’est présenté.'),
  },
  actor: {
    name: says('Nom de l’acteur', 'Une structure, pas une personne.'),
    role: says('Rôle dans la stratégie'),
    offers: says('Ce qu’il offre', 'Aide, matériel, locaux, formations, horaires.'),
    communes: says('Communes où il intervient'),
    places: says('Lieux qu’il tient'),
    organisation: says('Organisation partenaire ici', 'S’il a un espace dans Maillage.'),
  },
  gap: {
    name: says('Nom de l’écart'),
    kind: says('Nature de l’écart', 'Ce qui manque.'),
    query: says('Recherche qui le montre', 'L’adresse de la page des écarts.'),
    communes: says('Communes concernées'),
    people: says('Personnes concernées'),
    measured: says('Ce qui a été mesuré', 'En une phrase, avec l’unité et la source.'),
    day: says('Mesuré le'),
    impact: says('Impact, de 1 à 5', '5 : y répondre change beaucoup pour beaucoup de personnes.'),
    feasibility: says('Faisabilité, de 1 à 5', '5 : les moyens, les partenaires et les lieux sont déjà là.'),
    argument: says('Argument', 'Pourquoi ces deux notes.'),
  },
  action: {
    name: says('Nom de l’action'),
    status: says('Avancement'),
    model: says('Modèle de la bibliothèque'),
    gaps: says('Écarts auxquels elle répond'),
    need: says('Besoin'),
    public: says('Public', 'Pour qui, en quelques mots.'),
    description: says('Description', 'Ce qui sera fait, où, comment.'),
    prerequisites: says('Préalables', 'Ce qui doit être là avant de commencer.'),
    lead: says('Porteur', 'La structure qui mène l’action.'),
    partners: says('Partenaires'),
    entrusted: says(
      'Organisation qui peut modifier cette fiche',
      'Une organisation partenaire de la stratégie. Elle modifie cette fiche, pas les autres.',
    ),
    scenario: says('Scénario d’implantation', 'L’adresse de la page du scénario.'),
    places: says('Lieux ouverts ou renforcés'),
    from: says('Début', 'Mois et année, par exemple : 09/2027.'),
    to: says('Fin', 'Mois et année, par exemple : 06/2028.'),
    expected: says('Personnes attendues', 'À saisir quand aucun scénario ne les compte.'),
    counted: says('Ce que compte le scénario'),
  },
  cost: {
    label: says('Dépense'),
    year: says('Année'),
    amount: says('Montant, en euros'),
    nature: says('Nature'),
  },
  funding: {
    funder: says('Financeur'),
    organisation: says('Organisation du financeur ici', 'S’il a un espace dans Maillage.'),
    year: says('Année'),
    amount: says('Montant, en euros'),
    status: says('État du financement'),
  },
  indicator: {
    name: says('Nom de l’indicateur'),
    unit: says('Unité', 'Par exemple : personnes par an.'),
    direction: says('Sens souhaité'),
    baseline: says('Valeur de départ'),
    baselineDay: says('Valeur de départ au'),
    target: says('Cible'),
    targetDay: says('Cible à atteindre le'),
  },
  measure: {
    day: says('Date de la mesure'),
    value: says('Valeur mesurée'),
    source: says('Source', 'D’où vient cette valeur.'),
  },
  entry: {
    day: says('Date'),
    text: says('Note', 'Ce qui s’est passé, ce qui a été décidé. Sans nommer d’habitant.'),
  },
  body: {
    name: says('Nom du comité'),
    kind: says('Nature'),
    members: says('Composition', 'Des structures et des fonctions.'),
    rhythm: says('Rythme', 'Par exemple : deux fois par an.'),
  },
  passage: {
    key: says('Endroit du rapport'),
    text: says('Texte'),
    basis: says('Texte que donnaient les chiffres'),
  },
} as const;

/** The words of every choice, by kind and field. */
export const strategyChoices = {
  actor: {
    role: {
      pilot: 'Pilote',
      partner: 'Partenaire',
      funder: 'Financeur',
      relay: 'Relais d’orientation',
      approached: 'À associer',
    },
  },
  gap: {
    kind: {
      distance: 'Éloignement',
      service: 'Service absent',
      hours: 'Horaires insuffisants',
      capacity: 'Capacité insuffisante',
      equipment: 'Équipement ou connexion',
      other: 'Autre',
    },
    impact: { 1: '1 – très faible', 2: '2 – faible', 3: '3 – moyen', 4: '4 – fort', 5: '5 – très fort' },
    feasibility: {
      1: '1 – très difficile',
      2: '2 – difficile',
      3: '3 – possible',
      4: '4 – facile',
      5: '5 – très facile',
    },
  },
  action: {
    status: {
      idea: 'Idée',
      planned: 'Prévue',
      decided: 'Décidée',
      running: 'En cours',
      done: 'Terminée',
      dropped: 'Abandonnée',
    },
  },
  cost: { nature: { running: 'Fonctionnement', investment: 'Investissement' } },
  funding: {
    status: {
      considered: 'Envisagé',
      asked: 'Demandé',
      granted: 'Accordé',
      paid: 'Versé',
      refused: 'Refusé',
    },
  },
  indicator: { direction: { up: 'À augmenter', down: 'À diminuer' } },
  body: {
    kind: {
      steering: 'Comité de pilotage',
      technical: 'Comité technique',
      users: 'Comité d’usagers',
      other: 'Autre',
    },
  },
} as const;
