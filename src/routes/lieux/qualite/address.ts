/** An address that keeps the territory (a slug) and the day of reference (`''`: today). */
export function keepingAddress(path: string, slug: string | null, date: string): string {
  const query = new URLSearchParams();
  if (slug !== null) query.set('dans', slug);
  if (date !== '') query.set('date', date);
  return query.size === 0 ? path : `${path}?${query}`;
}
