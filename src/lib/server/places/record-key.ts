/** The key of a record: « france-services/fs-12 ». */
export const recordKey = (source: string, id: string): string => `${source}/${id}`;

/** The source and id of a key; an id may hold slashes. */
export function readRecordKey(key: string): { source: string; id: string } {
  const at = key.indexOf('/');
  return { source: key.slice(0, at), id: key.slice(at + 1) };
}
