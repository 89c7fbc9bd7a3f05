/** Words of the map drawn by the server as an image. */
export const carteImage = {
  title: (subject: string, territory: string | null): string =>
    territory === null ? subject : `${subject}, ${territory}`,
  legend: (unit: string, year: string): string => [unit, year].filter((part) => part !== '').join(', '),
  counted: { commune: 'communes', epci: 'EPCI', departement: 'départements', region: 'régions' },
  source: (text: string, date: string): string => `Source : ${text}. Carte établie avec Maillage le ${date}.`,
  computed: 'ANCT et data·inclusion, distances calculées par Maillage',
  index: (sources: string): string => `indice calculé par Maillage d’après ${sources}`,
  places: (sources: string): string => `Lieux : ${sources}.`,
  estimated: (count: string, what: string): string =>
    `${count} ${what} portent une valeur estimée, ou calculée avec une valeur estimée.`,
  second: 'La seconde mesure du croisement n’est pas dessinée sur cette image.',
  zones: {
    missing: (what: string): string => `${what} : non chargé, donc absent de cette image.`,
    tooFar:
      'Les IRIS sont trop petits pour être dessinés à cette échelle : demandez l’image d’une ville ou d’une intercommunalité.',
  },
  outlines:
    'Contours : IGN ADMIN EXPRESS COG. Hachures : secret statistique ; points : absent de la source ; traits : non calculable.',
  demonstration: 'Territoire de démonstration : tout est fictif.',
  none: 'Aucune carte ne peut être dessinée pour cette vue. Choisissez un autre indicateur ou un autre niveau sur la carte.',
  tooMany: (seconds: number): string =>
    `Beaucoup de cartes ont été demandées d’ici en peu de temps. Attendez ${seconds} secondes, puis rechargez.`,
  tooBusy: (seconds: number): string =>
    `Trop de cartes sont demandées en même temps. Attendez ${seconds} secondes, puis rechargez.`,
} as const;
