/** Words of the shared components: table, sheet, breadcrumb, figure. */
export const widgets = {
  breadcrumb: 'Fil d’Ariane',
  table: {
    scroll: (caption: string): string => `${caption}, tableau défilant`,
    sort: (label: string): string => `Trier par ${label}`,
    sortedUp: 'tri croissant',
    sortedDown: 'tri décroissant',
    pages: (caption: string): string => `Pages du tableau ${caption}`,
    page: (page: string, pages: string): string => `Page ${page} sur ${pages}`,
    range: (first: string, last: string, total: string): string => `Lignes ${first} à ${last} sur ${total}`,
    first: 'Première page',
    previous: 'Page précédente',
    next: 'Page suivante',
    last: 'Dernière page',
    none: 'Aucune ligne.',
  },
  sheet: {
    close: 'Fermer',
    taller: 'Agrandir le panneau',
    shorter: 'Réduire le panneau',
  },
  figure: {
    source: (year: string): string => (year === '' ? 'Source :' : `${year}, source\u00a0:`),
  },
  notice: { info: 'Information', caution: 'Attention', critical: 'Erreur' },
} as const;
