import { gapsAddress, readGapsView } from '#lib/view/gaps-view.ts';

/** The short address of what a form asks; what it says badly falls back. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form) parameters.append(name, String(value));
  return gapsAddress(readGapsView(parameters).view);
}
