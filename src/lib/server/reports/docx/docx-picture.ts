import { escapeXml, paragraph } from './docx-text.ts';

/** A picture of a document: PNG, its size on screen in pixels, its message for those who do not see it. */
export interface DocxPicture {
  png: Uint8Array;
  width: number;
  height: number;
  alt: string;
}

/** English metric units: of a pixel (96 to an inch), and of the room between the margins and down a page. */
const PIXEL = 9_525;
const MILLIMETRE = 36_000;
const WIDEST = 174 * MILLIMETRE;
const TALLEST = 190 * MILLIMETRE;

/** A picture in a paragraph of its own; `number` is its place among those of the document, from 1. */
export function pictureXml({ width, height, alt }: DocxPicture, number: number): string {
  const shrink = Math.min(1, WIDEST / (width * PIXEL), TALLEST / (height * PIXEL));
  const size = `cx="${Math.round(width * PIXEL * shrink)}" cy="${Math.round(height * PIXEL * shrink)}"`;
  const described = `id="${number}" name="Image ${number}" descr="${escapeXml(alt)}"`;
  return paragraph(
    'Image',
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
      `<wp:extent ${size}/><wp:docPr ${described}/>` +
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
      '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
      `<pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr/></pic:nvPicPr>` +
      `<pic:blipFill><a:blip r:embed="image${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
      '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  );
}
