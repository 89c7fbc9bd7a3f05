/** The frame of a page is the same for everybody: who is signed in is asked apart, when there is somebody. */
const MARK = /(?:^|;\s*)maillage-connecte=1(?:;|$)/;

/** Who is signed in, for the frame; `null` for nobody, or when it cannot be told. */
export async function signedIn(): Promise<string | null> {
  if (!MARK.test(document.cookie)) return null;
  try {
    const response = await fetch('/compte/etat');
    const who = response.ok ? ((await response.json()) as { name: string } | null) : null;
    return who?.name ?? null;
  } catch {
    return null;
  }
}
