/**
 * What may lack where people are: the kinds of gap that Maillage tells apart (too far, no such help, closed
 * when people are free, too few who help) and the two families of need behind them.
 */
export const NEED_KINDS = ['distance', 'service', 'hours', 'capacity', 'connection', 'income'] as const;

export type NeedKind = (typeof NEED_KINDS)[number];

export const NEED_LABELS: Readonly<Record<NeedKind, string>> = {
  distance: 'L’aide est trop loin',
  service: 'L’aide attendue n’existe pas',
  hours: 'L’aide est fermée quand on est libre',
  capacity: 'Trop peu de personnes pour aider',
  connection: 'Pas de bonne connexion',
  income: 'Le prix du matériel ou de l’abonnement',
};
