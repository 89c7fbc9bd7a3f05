import { readSitingView, sitingAddress } from '#lib/view/siting-view.ts';

/** The short address of what a form asks; what it says badly falls back. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form) parameters.append(name, String(value));
  return sitingAddress(readSitingView(parameters).view);
}
