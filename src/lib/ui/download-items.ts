import { exports as words } from '../messages/exports.ts';
import type { DownloadItem } from './download-item.ts';

/** The formats of a table: `address` of each, by its ending. */
export const tableItems = (address: (extension: 'csv' | 'xlsx' | 'geojson') => string): DownloadItem[] => [
  { label: words.items.csv, detail: words.items.csvDetail, href: address('csv') },
  { label: words.items.xlsx, detail: words.items.xlsxDetail, href: address('xlsx') },
  { label: words.items.geojson, detail: words.items.geojsonDetail, href: address('geojson') },
];

/** An image drawn by the server: as it is, and as the PNG that `savePng` makes of it. */
export const imageItems = (address: string, savePng: (address: string) => Promise<void>): DownloadItem[] => [
  { label: words.items.png, detail: words.items.pngDetail, onclick: () => savePng(address) },
  { label: words.items.svg, detail: words.items.svgDetail, href: address },
];
