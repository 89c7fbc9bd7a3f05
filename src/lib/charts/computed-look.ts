/** What CSS says of the look of an SVG shape, and that an attribute can say as well. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** Only for the page: gone from a picture. */
const PAGE_ONLY = ['class', 'style', 'role', 'tabindex', 'data-theme'];

/**
 * Runs on the light theme, whatever the reader's: pictures are for paper. The theme is put back before
 * anything is painted.
 */
function inLightTheme<T>(work: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  try {
    return work();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/**
 * A copy of a drawing of the page that no style sheet needs to reach: colours, strokes and type are
 * written on the shapes themselves, as in the light theme. Hidden shapes and scripts are left behind.
 */
export const withOwnLook = (drawing: SVGSVGElement): SVGSVGElement => inLightTheme(() => copy(drawing));

function copy(drawing: SVGSVGElement): SVGSVGElement {
  const copied = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copied, ...copied.querySelectorAll<SVGElement>('*')];
  const dropped: Element[] = [];
  originals.forEach((original, at) => {
    const twin = copies[at];
    if (!twin) return;
    const look = getComputedStyle(original);
    if (look.display === 'none' && !isDefinition(original)) dropped.push(twin);
    else if (twin.localName === 'script' || twin.localName === 'foreignObject') dropped.push(twin);
    else writeLook(twin, look, original === drawing ? null : original.parentElement);
  });
  for (const shape of dropped) shape.remove();
  return copied;
}

/** Definitions are not drawn where they stand, and hold what is drawn elsewhere. */
const isDefinition = (shape: Element): boolean =>
  shape.closest('defs, pattern, clipPath, mask, symbol, marker, linearGradient, radialGradient') !== null;

function writeLook(shape: SVGElement, look: CSSStyleDeclaration, parent: Element | null): void {
  const around = parent && getComputedStyle(parent);
  for (const property of INHERITED) {
    const value = look.getPropertyValue(property);
    if (value !== around?.getPropertyValue(property)) shape.setAttribute(property, value);
    else shape.removeAttribute(property);
  }
  if (look.opacity !== '1') shape.setAttribute('opacity', look.opacity);
  if (look.visibility === 'hidden') shape.setAttribute('visibility', 'hidden');
  for (const { name } of [...shape.attributes]) {
    if (PAGE_ONLY.includes(name) || name.startsWith('on') || name.startsWith('aria-')) {
      shape.removeAttribute(name);
    }
  }
}
