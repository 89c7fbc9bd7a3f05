import { placesAddress } from '#lib/view/places-view.ts';
import { readPlacesView } from '#lib/view/read-places-view.ts';

/** The short address of what a form of the directory asks: without scripts, the browser writes every field. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') parameters.append(name, value);
  return placesAddress(readPlacesView(parameters).view);
}
