import type { Suggestion } from '#lib/ui/suggestion.ts';

/** The best territories for what is typed, asked from the server. Rejects when it does not answer. */
export async function suggest(text: string): Promise<Suggestion[]> {
  const response = await fetch(`/recherche/suggestions?q=${encodeURIComponent(text)}`);
  if (!response.ok) throw new Error(`suggestions: ${response.status}`);
  return (await response.json()) as Suggestion[];
}
