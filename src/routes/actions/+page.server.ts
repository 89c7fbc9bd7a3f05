import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { OFFER_LABELS } from '#lib/domain/places/offer.ts';
import type { ActionModel } from '#lib/domain/strategy/library/action-model.ts';
import { modelsFor } from '#lib/domain/strategy/library/library.ts';
import { actions } from '#lib/messages/actions.ts';
import { DEFAULT_GAPS_VIEW, gapsAddress } from '#lib/view/gaps-view.ts';
import { readLibraryView } from '#lib/view/library-view.ts';
import type { PageServerLoad } from './$types';

/** The actions that answer a need (`?besoin=`) and serve a public (`?public=`). */
export const load: PageServerLoad = ({ url }) => {
  const { view, ignored } = readLibraryView(url.searchParams);
  const models = modelsFor(view);
  const { audience } = view;
  return {
    view,
    ignored: ignored.map(({ value }) => value),
    forEveryone:
      audience === null ? 0 : models.filter(({ audiences }) => !audiences.includes(audience)).length,
    sheets: models.map((model) => ({ ...model, look: placesToLook(model) })),
  };
};

/** Pages of Maillage that show where the need of an action is. */
const placesToLook = ({ offers, signals }: ActionModel): { label: string; href: string }[] => [
  ...offers.map((offer) => ({
    label: actions.gaps(OFFER_LABELS[offer]),
    href: gapsAddress({ ...DEFAULT_GAPS_VIEW, offers: [offer] }),
  })),
  ...signals.map((id) => ({ label: actions.map(indicator(id).label), href: `/carte?i=${id}` })),
];
