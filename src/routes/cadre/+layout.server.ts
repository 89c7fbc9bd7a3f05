import { accentRoles } from '#lib/styles/accent.ts';
import { LOOK_PARAMETERS, readLook } from '#lib/view/embed-view.ts';
import type { LayoutServerLoad } from './$types';

/** How the view looks, as its address says. Public, whoever asks: no session is read here or below. */
export const load: LayoutServerLoad = ({ url }) => {
  // Read one by one: a page sorted anew does not ask for its look again.
  const asked = new Map(Object.values(LOOK_PARAMETERS).map((name) => [name, url.searchParams.get(name)]));
  const look = readLook({ get: (name) => asked.get(name as 'accent') ?? null });
  return { look, roles: look.accent === null ? null : accentRoles(`#${look.accent}`) };
};
