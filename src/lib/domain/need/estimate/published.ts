/**
 * Rates of 2021 that INSEE publishes for whole territories, from the same source, in %. The model reads
 * none of them: they only judge it. « Niveau de vie et pauvreté par région », in « Les revenus et le
 * patrimoine des ménages », Insee Références, October 2024 (the régions of which the source at hand gave
 * the rate); the national rate is the « about 14.9 % » of the project's reference figures.
 */
export const PUBLISHED_REGIONS: readonly { code: string; rate: number }[] = [
  { code: '11', rate: 16.1 },
  { code: '52', rate: 11.0 },
  { code: '53', rate: 11.1 },
  { code: '84', rate: 13.3 },
];

export const PUBLISHED_REGIONS_PAGE = 'https://www.insee.fr/fr/statistiques/7941411?sommaire=7941491';

export const PUBLISHED_COUNTRY = 14.9;
