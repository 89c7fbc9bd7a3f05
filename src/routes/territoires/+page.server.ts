import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The list of territories is that of the search. */
export const load: PageServerLoad = () => redirect(308, '/recherche');
