import { readSitingView, sitingAddress } from '#lib/view/siting-view.ts';

/** The short address of what a form asks; what it says badly stays, for the page to say why. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form) if (value !== '') parameters.append(name, String(value));
  const { view, ignored } = readSitingView(parameters);
  return ignored.length === 0 ? sitingAddress(view) : `/implantation?${parameters}`;
}
