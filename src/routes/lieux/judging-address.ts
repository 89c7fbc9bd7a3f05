/** An address that keeps the territory (a slug), the day of reference (`''`: today) and the page. */
export function judgingAddress(path: string, slug: string | null, date: string, page = 1): string {
  const query = new URLSearchParams();
  if (slug !== null) query.set('dans', slug);
  if (date !== '') query.set('date', date);
  if (page > 1) query.set('p', String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}
