/** The parameters of a page of the history, without `?`; empty for the whole of it. */
export function historyQuery({ item, person }: { item: string; person: string }, page: number): string {
  const asked = [
    ['element', item],
    ['personne', person],
    ['p', page > 1 ? String(page) : ''],
  ].filter(([, value]) => value !== '');
  return new URLSearchParams(asked).toString();
}
