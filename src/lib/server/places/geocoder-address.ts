/** The State's geocoder (IGN, Géoplateforme): https://data.geopf.fr/geocodage */
export const GEOCODER = 'https://data.geopf.fr/geocodage';

/** Only the geocoder itself is ever asked, or a server of this very machine that stands in for it. */
export function isGeocoder(address: string): boolean {
  if (address === GEOCODER) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]');
}
