/** Words of the frame around every page: header, footer, banner, search, theme. */
export const shell = {
  name: 'Maillage',
  baseline: 'Pauvreté, connexion, lieux d’aide : voir où l’aide manque',
  skip: 'Aller au contenu',
  nav: {
    label: 'Navigation principale',
    menu: 'Menu',
    home: 'Maillage, accueil',
    links: [
      { href: '/carte', label: 'Carte' },
      { href: '/ecarts', label: 'Écarts' },
      { href: '/implantation', label: 'Implantation' },
      { href: '/strategies', label: 'Stratégies' },
      { href: '/lieux', label: 'Lieux' },
      { href: '/indices', label: 'Indices' },
      { href: '/recherche', label: 'Territoires' },
      { href: '/comparer', label: 'Comparer' },
      { href: '/donnees', label: 'Données' },
      { href: '/methode', label: 'Méthode' },
    ],
  },
  theme: {
    names: { auto: 'automatique', light: 'claire', dark: 'sombre' },
    now: (name: string, next: string): string => `Apparence ${name}. Passer à l’apparence ${next}`,
  },
  demonstration: {
    title: 'Territoire de démonstration',
    text: 'Tout est fictif ici : noms, contours, chiffres et lieux. Ne citez aucun de ces chiffres.',
    how: 'Charger les données réelles',
    steps: [
      'Placez le dossier des fichiers officiels, nommé open-data, à côté de l’application, ou donnez son chemin dans la variable MAILLAGE_MIRROR.',
      'Relancez avec npm start : les données réelles remplacent la démonstration.',
    ],
  },
  empty: {
    title: 'Aucune donnée n’est chargée',
    text: 'Les pages s’ouvrent, mais sans chiffres. Lancez « npm run data -- load », puis rechargez cette page.',
  },
  unreachable: {
    title: 'La base de données ne répond pas',
    text: 'Les chiffres ne peuvent pas être lus pour l’instant. Aucune donnée n’est perdue ; réessayez dans une minute.',
  },
  footer: {
    label: 'Pied de page',
    sources: 'Sources',
    sourcesText:
      'Insee, IGN, Arcep, ANCT sous Licence Ouverte 2.0 ; La Mednum et data·inclusion, licence non précisée : affichés, jamais redistribués.',
    fictional: 'Données fictives, inventées pour la démonstration : aucun producteur ne les a publiées.',
    sourcesLink: 'Toutes les sources, leurs dates et leurs licences',
    about: 'À propos',
    licence: 'Maillage est un logiciel libre sous licence MIT.',
    legalLabel: 'Informations légales',
    links: [
      { href: '/api', label: 'API' },
      { href: '/integrer', label: 'Intégrer dans votre site' },
      { href: '/reutiliser', label: 'Réutiliser les données' },
      { href: '/accessibilite', label: 'Accessibilité : non conforme' },
      { href: '/mentions-legales', label: 'Mentions légales' },
      { href: '/confidentialite', label: 'Confidentialité' },
    ],
  },
} as const;
