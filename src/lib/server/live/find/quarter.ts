/** The last quarters, the one under way first, as producers write them: « 2026_T1 ». */
export function lastQuarters(now: Date, count: number): string[] {
  const current = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, back) => {
    const quarter = current - back;
    return `${Math.floor(quarter / 4)}_T${(quarter % 4) + 1}`;
  });
}
