/** Words of the legal pages. Each is a list of sections, true to what the application does. */
interface Section {
  title: string;
  paragraphs?: readonly string[];
  items?: readonly string[];
  link?: { href: string; label: string };
}

interface LegalPage {
  title: string;
  lead: string;
  sections: readonly Section[];
}

export const legalNotice: LegalPage = {
  title: 'Mentions légales',
  lead: 'Maillage est un logiciel libre que chacun installe chez soi. Il n’existe pas de site central.',
  sections: [
    {
      title: 'Éditeur',
      paragraphs: [
        'L’éditeur de ces pages est la personne ou l’organisme qui fait fonctionner cette installation. Les auteurs du logiciel ne l’exploitent pas et n’y ont pas accès.',
        'Qui ouvre cette installation au public doit compléter cette page : nom, adresse, directeur ou directrice de la publication, moyen de contact (loi n° 2004-575 du 21 juin 2004, article 1-1).',
      ],
    },
    {
      title: 'Hébergement',
      paragraphs: [
        'L’application et sa base de données fonctionnent sur la machine de l’éditeur, ou chez l’hébergeur qu’il a choisi et qu’il doit nommer ici.',
      ],
    },
    {
      title: 'Logiciel',
      paragraphs: [
        'Maillage est distribué sous licence MIT : on peut l’utiliser, le modifier et le redistribuer en conservant l’avis de droit d’auteur. Il est fourni sans garantie.',
        'La police Atkinson Hyperlegible Next, du Braille Institute, est sous licence SIL OFL 1.1. Les icônes Lucide sont sous licence ISC.',
      ],
    },
    {
      title: 'Données',
      paragraphs: [
        'Les données restent celles de leurs producteurs. La plupart sont sous Licence Ouverte 2.0 : on peut les réutiliser en nommant le producteur et la date de mise à jour. L’indice de fragilité numérique et les deux fichiers du schéma national des lieux n’ont pas de licence précisée : ils sont affichés avec leur source, et ne sont ni exportés ni rediffusés.',
        'Le fond de carte Plan IGN, quand il est joignable, est fourni par la Géoplateforme de l’IGN.',
      ],
      link: { href: '/donnees', label: 'Toutes les sources et leurs licences' },
    },
    {
      title: 'Responsabilité',
      paragraphs: [
        'Les chiffres sont ceux de fichiers publics, à la date indiquée. Ils décrivent des territoires, jamais des personnes. Maillage n’est pas un site de l’État et n’engage aucun producteur de données.',
      ],
    },
  ],
};

export const accessibility: LegalPage = {
  title: 'Déclaration d’accessibilité',
  lead: 'Accessibilité : non conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, car aucun audit complet n’a été mené.',
  sections: [
    {
      title: 'État de conformité',
      paragraphs: [
        'Sans audit des critères du RGAA par une personne formée, un service se déclare « non conforme », même s’il a été conçu avec soin. C’est le cas ici. Aucun taux de conformité n’est avancé.',
      ],
    },
    {
      title: 'Ce qui a été fait et vérifié',
      items: [
        'Chaque page passe les règles automatiques d’axe (WCAG 2.1, niveaux A et AA) dans un navigateur, en apparence claire et sombre. Ces règles ne voient qu’une partie des défauts.',
        'Tout se fait au clavier ; le focus est toujours visible ; un lien d’évitement mène au contenu.',
        'La carte n’est jamais le seul accès : la même vue se lit en tableau triable, et la recherche mène à chaque territoire.',
        'Aucune information ne passe par la seule couleur : les états inconnus ont un motif et un mot, les lieux une forme et un nom.',
        'Les contrastes des textes, des commandes et du focus sont mesurés par des tests ; les couleurs des cartes le sont pour deux formes de daltonisme.',
        'Les boutons et les champs mesurent au moins 44 pixels de haut ; les animations cessent pour qui a demandé moins de mouvement.',
        'La recherche et la lecture des pages de texte fonctionnent sans JavaScript.',
      ],
    },
    {
      title: 'Limites connues',
      items: [
        'La carte interactive elle-même n’est pas restituée par les lecteurs d’écran : le tableau de la même page la remplace.',
        'Aucun essai n’a encore été mené avec des personnes handicapées, ni avec chaque lecteur d’écran.',
        'Le document imprimé ou enregistré en PDF n’est pas balisé pour l’accessibilité par tous les navigateurs.',
      ],
    },
    {
      title: 'Signaler un défaut',
      paragraphs: [
        'Écrivez à la personne ou à l’organisme qui fait fonctionner cette installation : ses coordonnées figurent dans ses mentions légales. Il vous doit une réponse et, si besoin, l’information sous une autre forme.',
      ],
      link: { href: '/mentions-legales', label: 'Mentions légales' },
    },
    {
      title: 'Voies de recours',
      paragraphs: [
        'Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu et n’avez pas reçu de réponse satisfaisante, vous pouvez vous adresser au Défenseur des droits : formulaire en ligne, délégué de votre région, ou courrier gratuit, sans affranchissement, à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      ],
      link: {
        href: 'https://formulaire.defenseurdesdroits.fr/',
        label: 'Formulaire du Défenseur des droits',
      },
    },
    {
      title: 'Établissement de cette déclaration',
      paragraphs: [
        'Cette déclaration accompagne le logiciel et décrit son état. L’organisme qui l’ouvre au public reste tenu de faire auditer son installation et de mettre cette page à jour.',
      ],
    },
  ],
};

export const privacy: LegalPage = {
  title: 'Confidentialité',
  lead: 'Cartes, chiffres et lieux se lisent sans compte et sans cookie. Pas de traceur, pas de mesure d’audience.',
  sections: [
    {
      title: 'Ce qui reste dans votre navigateur',
      paragraphs: [
        'Si vous choisissez l’apparence claire ou sombre, ce choix est gardé dans votre navigateur (stockage local, clé « maillage-theme »). Il n’est envoyé à personne. Revenir à l’apparence automatique l’efface.',
        'Si vous enregistrez des scénarios d’implantation, ils sont gardés de même (clé « maillage-scenarios »). Ce que vous saisissez dans une stratégie et que le serveur n’a pas encore reçu l’est aussi (clés « maillage-strategie/… »), le temps d’être enregistré.',
        'Si vous ouvrez une stratégie par un lien de partage, un cookie garde ce lien un mois au plus, pour que ses pages s’ouvrent. Il cesse de servir quand le lien prend fin ou est repris.',
        'La vue de la carte est dans son adresse : partager le lien, c’est partager la vue, rien de plus.',
      ],
    },
    {
      title: 'Ce que reçoit cette installation',
      paragraphs: [
        'Le serveur reçoit, comme tout serveur web, l’adresse des pages demandées et votre adresse IP. Maillage n’en garde pas de journal ; en cas d’erreur, il écrit l’adresse de la page et le détail de l’erreur, sans adresse IP. L’hébergeur peut tenir ses propres journaux : il doit le dire ici.',
        'Ce que vous tapez dans la recherche est envoyé au serveur pour trouver le territoire, et n’est pas conservé.',
        'Une vue de Maillage peut être montrée dans la page d’un autre site. Elle s’y lit sans compte, sans cookie ; cette page apprend la hauteur de la vue et le territoire que vous y choisissez, rien d’autre.',
      ],
    },
    {
      title: 'Si vous avez un compte',
      paragraphs: [
        'Un compte sert à écrire au nom d’une organisation, à l’invitation de celle-ci. Sont gardés : votre nom, votre adresse électronique, une empreinte de votre mot de passe dont on ne peut pas le tirer, vos rôles, la date de votre dernière connexion et, si vous passez par un fournisseur d’identité, le numéro qu’il vous donne. Ils le sont jusqu’à ce que vous effaciez votre compte.',
        'Quand vous êtes connecté, et seulement alors, deux cookies sont posés, sans lesquels la connexion ne marcherait pas : votre session, et une marque qui dit à la page que quelqu’un est connecté. Ils durent sept jours au plus. Un troisième, de dix minutes, sert pendant le passage chez le fournisseur d’identité. Une session garde le nom de votre navigateur, ni son adresse ni ses pages.',
        'Le nombre d’essais de connexion est gardé un quart d’heure, sous une empreinte de l’adresse. Une invitation l’est jusqu’à ce qu’elle serve ou s’éteigne, une semaine au plus.',
        'Un journal garde un an ce qui est écrit : un numéro de compte, la date, l’acte. Les personnes qui administrent votre organisation le lisent.',
        'Sur la page de votre compte, vous pouvez prendre vos données ou les effacer aussitôt. Ce que vous avez saisi reste à votre organisation ; le journal garde un numéro qui ne mène plus à vous.',
        'L’hébergeur garde des sauvegardes, fermées et pour un temps qu’il doit dire ici. Ce que vous avez effacé y reste jusqu’à leur destruction ; s’il en remet une en place, il l’efface de nouveau.',
      ],
      link: { href: '/compte', label: 'Mon compte' },
    },
    {
      title: 'Ce que reçoit l’IGN',
      paragraphs: [
        'Quand la carte affiche le fond Plan IGN, votre navigateur demande des tuiles à data.geopf.fr, la Géoplateforme de l’IGN : ce service voit votre adresse IP et la zone regardée. Si ce service est injoignable, ou si vous choisissez le fond simple, aucune demande ne part.',
        'Lors de l’import d’une liste, les adresses des lieux sans coordonnées sont envoyées par cette installation au géocodeur de la Géoplateforme ; jamais les noms ni les contacts.',
        'Aucun autre serveur n’est appelé : polices, icônes et scripts viennent de cette installation.',
      ],
    },
    {
      title: 'Données sur des personnes',
      paragraphs: [
        'Les chiffres décrivent des territoires. Les plus petits sont couverts par le secret statistique du producteur, que Maillage ne lève pas.',
        'Les fiches de lieux d’aide viennent de sources publiques, de listes importées et de saisies. Seul le numéro publié d’une structure France services est montré ; les autres numéros, les noms et les courriels ne figurent sur aucune page publique ni dans aucun export.',
        'Quand une liste importée donne un contact (nom, courriel, numéro), il est gardé à part, pour tenir à jour la fiche du lieu et rien d’autre, deux ans après sa dernière mise à jour, puis effacé. Seules les personnes qui administrent l’organisation qui l’a importé, ou celle qui tient une installation sans compte, peuvent le consulter ; chaque consultation, sortie ou effacement est inscrit à un registre. Chacun peut demander les siens, ou leur effacement.',
      ],
    },
    {
      title: 'Vos droits',
      paragraphs: [
        'Pour toute question sur vos données, adressez-vous à la personne ou à l’organisme qui fait fonctionner cette installation, puis, si besoin, à la Commission nationale de l’informatique et des libertés (CNIL).',
      ],
      link: { href: 'https://www.cnil.fr/fr/plaintes', label: 'Adresser une plainte à la CNIL' },
    },
  ],
};
