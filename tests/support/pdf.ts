import { getDocumentProxy } from 'unpdf';

/** What a test reads of a PDF. */
export interface ReadPdf {
  pages: number;
  isTagged: boolean;
  language: string;
  /** Titles of the outline, depth first. */
  outline: string[];
  /** Words of the messages of its figures. */
  figures: string[];
  /** All of its text, spaces made plain. */
  text: string;
  /** Roles of its structure, each with how many. */
  roles: Map<string, number>;
  /** Width and height of its pages in millimetres, those of the first. */
  size: [number, number];
}

interface Outlined {
  title: string;
  items?: Outlined[];
}

interface Structured {
  role?: string;
  alt?: string;
  children?: Structured[];
}

/** Reads a PDF whole. */
export async function readPdf(bytes: ArrayBuffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const outline: string[] = [];
  const walk = (items: readonly Outlined[]): void => {
    for (const { title, items: under = [] } of items) {
      outline.push(plain(title));
      walk(under);
    }
  };
  walk(((await document.getOutline()) ?? []) as Outlined[]);
  const roles = new Map<string, number>();
  const figures: string[] = [];
  const visit = ({ role, alt, children = [] }: Structured): void => {
    if (role) roles.set(role, (roles.get(role) ?? 0) + 1);
    if (role === 'Figure' && alt) figures.push(plain(alt));
    children.forEach(visit);
  };
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    visit((await page.getStructTree()) as Structured);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const [, , width = 0, height = 0] = (await document.getPage(1)).view as number[];
  const millimetres = (points: number): number => Math.round((points * 25.4) / 72);
  const { info } = (await document.getMetadata()) as { info: { Language?: string } };
  return {
    pages: document.numPages,
    isTagged: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    language: info.Language ?? '',
    outline,
    figures,
    text: plain(texts.join(' ')),
    roles,
    size: [millimetres(width), millimetres(height)],
  };
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();
