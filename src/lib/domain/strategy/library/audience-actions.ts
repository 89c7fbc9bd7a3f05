import type { ActionModel } from './action-model.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** Actions made for one public. */
export const AUDIENCE_ACTIONS: readonly ActionModel[] = [
  {
    key: 'seniors',
    title: 'Accompagner les seniors près de chez eux',
    summary:
      'Des ateliers en petits groupes, là où les seniors se retrouvent déjà, avec leurs propres appareils et à leur rythme.',
    needs: ['distance', 'service'],
    need: 'Beaucoup de seniors ne se servent pas d’internet et craignent de se tromper.',
    offers: ['training'],
    signals: ['part-65-ans-et-plus', 'personnes-65-ans-et-plus'],
    audiences: ['seniors'],
    steps: [
      'Aller dans les clubs, les résidences et les mairies, avec les aides à domicile.',
      'Faire des groupes de niveau, après une rencontre.',
      'Commencer par un besoin concret : voir ses proches, prendre un rendez-vous, éviter une arnaque.',
      'Proposer une visite à domicile à qui ne sort pas.',
    ],
    prerequisites: [
      'Un animateur patient et formé',
      'Un appareil par personne',
      'Un transport, ou un lieu à distance de marche',
    ],
    leads: ['commune', 'ccas', 'departement', 'association'],
    partners: ['pension-fund', 'social-centre', 'library'],
    costs: [
      {
        nature: 'operating',
        low: 73,
        high: 73,
        unit: 'par participant',
        covers:
          'Moyenne en 2019 des actions collectives de prévention des conférences des financeurs, tous thèmes : 110 M€ pour un peu plus de 1,5 million de participants.',
        source: EXPERIENCE_TEXTS.financers,
      },
    ],
    indicators: [
      { name: 'Seniors accompagnés', unit: 'personnes par an', direction: 'up' },
      { name: 'Seniors qui font seuls ce qu’ils voulaient apprendre', unit: '%', direction: 'up' },
      { name: 'Communes couvertes', unit: 'communes', direction: 'up' },
    ],
    months: 9,
    watch: ['Une seule séance ne suffit pas : prévoir un suivi.', 'Parler des arnaques sans faire peur.'],
    references: [
      {
        text: 'Dans les Landes, 26 groupes et 312 volontaires ont suivi en 2022 des ateliers gratuits, avec un ordinateur prêté à chacun par le Département.',
        source: EXPERIENCE_TEXTS.landes,
      },
    ],
  },
  {
    key: 'parents-ecole',
    title: 'Aider les parents avec l’école en ligne',
    summary:
      'Des permanences dans l’établissement aident les parents à ouvrir l’espace numérique de travail (ENT), à demander une bourse, à inscrire à la cantine.',
    needs: ['service', 'hours'],
    need: 'Des familles ne suivent pas la scolarité et perdent des aides, faute d’accès en ligne.',
    offers: ['training', 'assisted-access'],
    signals: ['part-moins-15-ans', 'taux-de-pauvrete-estime'],
    audiences: ['families', 'low-income', 'no-french'],
    steps: [
      'Repérer avec l’établissement les familles qui ne se connectent jamais.',
      'Tenir des permanences à la rentrée, aux heures de sortie et le soir.',
      'Faire ensemble la première connexion et la demande de bourse.',
      'Proposer ensuite un atelier sur les écrans et les usages des enfants.',
    ],
    prerequisites: [
      'L’accord du chef d’établissement et une salle',
      'Des médiateurs qui connaissent l’ENT du territoire',
      'Un interprète si besoin',
    ],
    leads: ['departement', 'commune', 'association', 'school'],
    partners: ['social-centre', 'social-operator', 'region'],
    costs: null,
    indicators: [
      { name: 'Familles aidées', unit: 'familles par an', direction: 'up' },
      { name: 'Familles qui se connectent à l’ENT', unit: '%', direction: 'up' },
      { name: 'Bourses demandées avec l’aide', unit: 'demandes par an', direction: 'up' },
    ],
    months: 9,
    watch: [
      'Venir à l’école intimide : passer par un lieu ou une personne de confiance.',
      'La rentrée est le moment qui compte.',
    ],
    references: [
      {
        text: 'Au collège Robert-Doisneau de Montrouge, cinq ateliers ont reçu trente familles à la rentrée 2022.',
        source: EXPERIENCE_TEXTS.parents,
      },
      {
        text: 'En Isère, quinze médiateurs doivent tenir une à deux actions dans 380 établissements d’ici juillet 2026.',
        source: EXPERIENCE_TEXTS.parentsIsere,
      },
    ],
  },
  {
    key: 'mon-espace-sante',
    title: 'Tenir des ateliers Mon espace santé',
    summary:
      'Un atelier court aide à ouvrir son espace, à y ranger une ordonnance, à régler qui peut le lire, et répond aux craintes.',
    needs: ['service'],
    need: 'Le dossier de santé est en ligne, et beaucoup ne l’ont jamais ouvert.',
    offers: ['training', 'assisted-access'],
    signals: ['part-65-ans-et-plus', 'part-diplomes-superieur'],
    audiences: ['seniors', 'everyone'],
    steps: [
      'Former les médiateurs avec le réseau régional des ambassadeurs.',
      'Inviter par les médecins, les pharmacies et l’Assurance maladie.',
      'Commencer par la protection des données, puis ouvrir l’espace ensemble.',
      'Laisser une fiche imprimée et une date pour revenir.',
    ],
    prerequisites: [
      'La carte Vitale et un moyen de recevoir un code',
      'Un poste par personne et de la confidentialité',
      'Un médiateur qui ne donne pas d’avis médical',
    ],
    leads: ['association', 'commune', 'health'],
    partners: ['social-operator', 'ccas', 'library', 'pension-fund'],
    costs: null,
    indicators: [
      { name: 'Personnes venues aux ateliers', unit: 'personnes par an', direction: 'up' },
      { name: 'Espaces ouverts pendant l’atelier', unit: '%', direction: 'up' },
      { name: 'Personnes qui s’en servent trois mois après', unit: '%', direction: 'up' },
    ],
    months: 6,
    watch: [
      'La crainte pour ses données est la première : y répondre d’abord.',
      'Ne jamais garder les identifiants d’une personne.',
    ],
    references: [
      {
        text: 'Dans les Ardennes, une conseillère numérique d’Emmaüs Connect, ambassadrice du service, tient ces ateliers chez des partenaires avec huit ordinateurs.',
        source: PROGRAMME_TEXTS.goodClicksHealth,
      },
    ],
  },
];
