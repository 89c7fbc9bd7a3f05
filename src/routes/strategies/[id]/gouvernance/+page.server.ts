import { stepActions } from '../step-actions.server.ts';
import { itemsOf, openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { opened, shown } = await openStep(event, 'governance');
  return { ...shown, bodies: itemsOf(opened, 'body') };
};

export const actions: Actions = stepActions;
