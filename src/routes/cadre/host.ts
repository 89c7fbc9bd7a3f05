/*
 * What an embedded view says to the page around it, and how they know each other. The messages are
 * those of `maillage.js` (routes/integrer), which a test keeps equal. Nothing is said to a page that has
 * not said who it is, but « ready », which says nothing.
 */

/** Said to the page around: the view can be spoken to. */
const READY = 'pret';
/** Said by the page around: it wants to know the height and what is chosen. */
const HOST = 'hote';

let origin: string | null = null;

const say = (message: Record<string, string | number>): void => {
  if (origin !== null) window.parent.postMessage(message, origin);
};

/** Tells the page around how high an element is, each time that it changes; returns what stops it. */
export function tellHeight(element: HTMLElement): () => void {
  if (window.parent === window) return () => undefined;
  const tell = (): void =>
    say({ maillage: 'hauteur', hauteur: Math.ceil(element.getBoundingClientRect().height) });
  const listen = (event: MessageEvent<unknown>): void => {
    const { data, source } = event;
    const known = typeof data === 'object' && data !== null && 'maillage' in data && data.maillage === HOST;
    // A page without an origin of its own (a file, a sandbox) cannot be answered to it alone.
    if (!known || source !== window.parent || !/^https?:/.test(event.origin)) return;
    origin = event.origin;
    tell();
  };
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  window.addEventListener('message', listen);
  window.parent.postMessage({ maillage: READY }, '*');
  return () => {
    observer.disconnect();
    window.removeEventListener('message', listen);
  };
}

/** Tells the page around that a territory was chosen. */
export const tellChosen = (slug: string, name: string): void =>
  say({ maillage: 'selection', territoire: slug, nom: name });
