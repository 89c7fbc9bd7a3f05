import { DESIGN_PARAMETERS } from './design-parameters.ts';

/** The address of what the form asks: without scripts, the browser writes every field. */
export function formAddress(form: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of form)
    // An emptied territory is asked for: its field stays.
    if (typeof value === 'string' && (value !== '' || name === DESIGN_PARAMETERS.where))
      parameters.set(name, value);
  return `/integrer?${parameters}`;
}
