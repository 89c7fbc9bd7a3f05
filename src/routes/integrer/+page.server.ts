import { formatName } from '#lib/format/territory.ts';
import { integrer as words } from '#lib/messages/integrer.ts';
import { currentData } from '#lib/server/app.ts';
import { embedAddress, LOOK_PARAMETERS, readLook, writeLook, type EmbedKind } from '#lib/view/embed-view.ts';
import { PARAMETERS } from '#lib/view/map-view.ts';
import { readInteger } from '#lib/view/read-values.ts';
import { componentCode, EVENT_CODE, iframeCode, policyCode, type EmbedCode } from './embed-code.ts';
import { DESIGN_PARAMETERS, OTHER_MEASURES } from './design-parameters.ts';
import { designedView } from './designed-view.server.ts';
import { indicatorChoices } from './indicator-choices.server.ts';
import { ELEMENT_VERSION } from './element.server.ts';
import type { PageServerLoad } from './$types';

/** Room for each view before it says its own, pixels. */
const HEIGHTS: Readonly<Record<EmbedKind, number>> = { carte: 900, chiffre: 340, tableau: 640, lieux: 640 };

/** What is asked, the view that it makes, and the code of it. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const view = designedView(data, url.searchParams);
  const look = readLook(url.searchParams);
  const number = (name: string, least: number, most: number): number | null =>
    readInteger(url.searchParams.get(name) ?? '', least, most) ?? null;
  const height = number(DESIGN_PARAMETERS.height, 100, 4000) ?? HEIGHTS[view.kind];
  const width = number(DESIGN_PARAMETERS.width, 280, 1200);
  const path = embedAddress(view.kind, view.query, look);
  const code: EmbedCode = {
    origin: url.origin,
    kind: view.kind,
    query: view.query,
    path,
    page: view.page,
    title: view.title,
    look: [...new URLSearchParams(writeLook(look))],
    height,
    width,
    script: '/integrer/maillage.js',
  };
  const accent = url.searchParams.get(LOOK_PARAMETERS.accent) ?? '';
  return {
    kind: view.kind,
    typed: view.unknown ?? (view.territory ? formatName(view.territory) : ''),
    held: view.held,
    slug: new URLSearchParams(view.query).get(
      view.kind === 'lieux' ? PARAMETERS.within : PARAMETERS.territory,
    ),
    groups: indicatorChoices(),
    measure: view.measure,
    indexed: view.measure === OTHER_MEASURES.index,
    level: view.level,
    look,
    attributes: {
      vue: view.kind,
      parametres: view.query,
      titre: view.title,
      hauteur: height,
      ...Object.fromEntries(code.look),
    },
    script: code.script,
    accent,
    height,
    width,
    path,
    title: view.title,
    notices: [
      ...(view.unknown === null ? [] : [words.unknownTerritory(view.unknown)]),
      ...(accent !== '' && look.accent === null ? [words.badAccent] : []),
    ],
    code: {
      component: componentCode(code),
      pinned: `${url.origin}/integrer/maillage-${ELEMENT_VERSION}.js`,
      iframe: iframeCode(code),
      policy: policyCode(url.origin),
      event: EVENT_CODE,
    },
  };
};
