import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '#lib/styles/tokens/colour.css';
import { sizeOfSvg, svgToPng } from '#lib/ui/svg-to-png.ts';
import { standaloneChart } from './chart-figure.ts';
import ChartDownload from './ChartDownload.svelte';
import Distribution from './Distribution.svelte';
import NeedScatter from './NeedScatter.svelte';
import { drawScatter } from './scatter.ts';

const words = {
  title: 'Revenus et fibre : Isère & <alentours>',
  legend: [{ label: 'Une commune', colour: 'rgb(10, 89, 96)' }, { label: 'Le trait est la France' }],
  notes: ['Source : Insee, Filosofi 2021.', 'Graphique établi avec Maillage le 24 novembre 2026.'],
};

const distribution = {
  drawing: { from: 10, to: 20, heights: [0.2, 1, 0.5, 0.1], own: 1, mark: 0.4 },
  from: '10',
  to: '20',
  label: 'Répartition',
};

const drawn = (): SVGSVGElement => document.querySelector('svg[role="img"]') as SVGSVGElement;

const parse = (svg: string): Document => {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
};

/** The pixels of an image, four bytes each. */
async function pixelsOf(png: Blob): Promise<ImageData> {
  const image = await createImageBitmap(png);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

const countColours = ({ data }: ImageData): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.slice(at, at + 4).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
};

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

describe('a chart as a picture', () => {
  it('is well-formed XML with title, legend, source, date, size and font', async () => {
    await render(Distribution, distribution);
    const root = parse(standaloneChart(drawn(), words)).documentElement;
    expect(root.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg');
    expect(root.querySelector('title')?.textContent).toBe(words.title);
    const text = [...root.querySelectorAll('text')].map((line) => line.textContent).join(' ');
    for (const part of [words.title, ...words.legend.map(({ label }) => label), ...words.notes]) {
      expect(text).toContain(part);
    }
    const [width, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
    expect(root.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    expect(root.getAttribute('font-family')).toContain('sans-serif');
    const lowest = Math.max(
      ...[...root.querySelectorAll('text')].map((line) => Number(line.getAttribute('y'))),
    );
    expect(lowest).toBeLessThan(height as number);
  });

  it('carries its colours: no class, no variable, and those of the light theme in the dark', async () => {
    await render(Distribution, distribution);
    const light = standaloneChart(drawn(), words);
    expect(light).not.toMatch(/var\(|<!--|\s(?:class|style|role|aria-\w+)=/);
    // The accent of the light theme: the bar of the territory.
    expect(light).toContain('fill="rgb(10, 89, 96)"');
    document.documentElement.dataset.theme = 'dark';
    expect(standaloneChart(drawn(), words)).toBe(light);
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  it('keeps names and hides nothing of a cloud of communes', async () => {
    const points = Array.from({ length: 30 }, (_, at) => ({
      name: `Commune <${at}>`,
      slug: String(at),
      x: 15_000 + 200 * at,
      y: at * 3,
      people: 100 * at,
    }));
    const drawing = drawScatter(points, { x: 20_000, y: 50 });
    if (!drawing) throw new Error('no cloud');
    await render(NeedScatter, {
      drawing,
      xLabel: 'Niveau de vie',
      yLabel: 'Fibre',
      xText: String,
      yText: String,
      reference: 'France',
      label: 'Nuage',
    });
    const parsed = parse(standaloneChart(drawn(), words));
    expect(parsed.querySelectorAll('circle')).toHaveLength(30);
    const circle = parsed.querySelector('circle');
    expect(circle?.getAttribute('fill-opacity')).toBe('0.35');
    expect(parsed.documentElement.textContent).toContain('Niveau de vie');
    expect(parsed.documentElement.textContent).toMatch(/Commune <\d+>/);
  });

  it('becomes a PNG of twice its size, with its ground, its ink and the colour of its data', async () => {
    await render(Distribution, distribution);
    const svg = standaloneChart(drawn(), words);
    const size = sizeOfSvg(svg);
    const png = await svgToPng(svg);
    expect(png.type).toBe('image/png');
    const pixels = await pixelsOf(png);
    expect([pixels.width, pixels.height]).toEqual([2 * size.width, 2 * size.height]);
    const colours = countColours(pixels);
    const total = pixels.width * pixels.height;
    // Paper (the ground of the light theme) around, the accent in the bar of the territory.
    expect((colours.get('251,250,246,255') ?? 0) / total).toBeGreaterThan(0.4);
    expect((colours.get('10,89,96,255') ?? 0) / total).toBeGreaterThan(0.02);
    expect([...pixels.data.slice(0, 4)]).toEqual([251, 250, 246, 255]);
    // The title is written: dark pixels in its band.
    const band = { ...pixels, data: pixels.data.slice(0, 4 * pixels.width * 100) } as ImageData;
    expect(countColours(band).get('25,35,42,255') ?? 0).toBeGreaterThan(200);
  });

  it('is made smaller where a canvas would not hold it', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="4000"><rect width="9" height="9"/></svg>';
    const { width, height } = await createImageBitmap(await svgToPng(svg));
    expect(width * height).toBeLessThanOrEqual(16_000_000);
    expect(width / height).toBeCloseTo(2, 2);
  });

  it('is refused when it is no SVG', async () => {
    await expect(svgToPng('<p>404</p>')).rejects.toThrow('not a well-formed SVG');
    await expect(svgToPng('<svg xmlns="http://www.w3.org/2000/svg"')).rejects.toThrow(
      'not a well-formed SVG',
    );
  });
});

describe('the menu of a chart', () => {
  it('hands over a PNG and an SVG under a name that says what and when', async () => {
    const saved: { name: string; type: string; text: string }[] = [];
    const blobs = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const address = create(blob);
      blobs.set(address, blob as Blob);
      return address;
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const blob = blobs.get(this.href) as Blob;
      void blob.text().then((text) => saved.push({ name: this.download, type: blob.type, text }));
    });
    const children = createRawSnippet(() => ({
      render: () =>
        '<figure><svg role="img" viewBox="0 0 20 10"><rect width="20" height="10" fill="red"/></svg></figure>',
    }));
    await render(ChartDownload, { ...words, what: 'Nuage 38', children });
    await page.getByText('Télécharger l’image').click();
    await page.getByRole('button', { name: /Image SVG/ }).click();
    await page.getByText('Télécharger l’image').click();
    await page.getByRole('button', { name: /Image PNG/ }).click();
    await expect
      .poll(() => saved.map(({ name }) => name))
      .toEqual([
        expect.stringMatching(/^maillage-nuage-38-\d{4}-\d\d-\d\d\.svg$/),
        expect.stringMatching(/^maillage-nuage-38-\d{4}-\d\d-\d\d\.png$/),
      ]);
    expect(saved[0]?.text).toContain('Source : Insee, Filosofi 2021.');
    expect(saved[0]?.text).toMatch(/Graphique établi avec Maillage le \d{1,2}(?:er)? \S+ \d{4}\./);
    expect(saved[1]?.type).toBe('image/png');
    vi.restoreAllMocks();
  });
});
