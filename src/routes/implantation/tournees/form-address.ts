import { readRoundsView, roundsAddress } from '#lib/view/rounds-view.ts';

/** The short address of what a form asks; what it says badly stays, for the page to say why. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form) parameters.append(name, String(value));
  const { view, ignored } = readRoundsView(parameters);
  if (ignored.length === 0) return roundsAddress(view);
  return `/implantation/tournees?${parameters}`;
}
