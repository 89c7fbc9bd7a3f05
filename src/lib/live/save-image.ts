import { saveFile } from '../ui/save-file.ts';
import { svgToPng } from '../ui/svg-to-png.ts';

const NAME = /filename="([^"]+)\.svg"/;

/**
 * An image drawn by the server as SVG, kept as a PNG under the name that the server gives it. Throws
 * when the server has no such image, or when the browser cannot draw it.
 */
export async function savePngOf(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const name = NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'maillage';
  saveFile(await svgToPng(await response.text()), `${name}.png`);
}
