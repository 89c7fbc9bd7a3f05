import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Manifest {
  _: {
    routes: {
      id: string;
      page: { leaf: number } | null;
      endpoint: (() => Promise<Record<string, unknown>>) | null;
    }[];
    nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[];
  };
}

const CHUNKS = 'build/server/chunks';

/** Everything that the build answers to: « GET /route », and « POST /route?/action » for each form. */
export async function builtRoutes(): Promise<string[]> {
  const file = readdirSync(CHUNKS).find((name) => /^manifest\.js-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`no manifest in ${CHUNKS}`);
  const module = (await import(pathToFileURL(join(process.cwd(), CHUNKS, file)).href)) as Record<
    string,
    unknown
  >;
  const manifest = Object.values(module).find(
    (value): value is Manifest => (value as Manifest)._?.routes !== undefined,
  );
  if (!manifest) throw new Error(`no routes in ${file}`);
  const found: string[] = [];
  for (const { id, page, endpoint } of manifest._.routes) {
    if (page) {
      found.push(`GET ${id}`);
      const node = await manifest._.nodes[page.leaf]?.();
      for (const action of Object.keys(node?.server?.actions ?? {}))
        found.push(`POST ${id}${action === 'default' ? '' : `?/${action}`}`);
    }
    const methods = endpoint ? Object.keys(await endpoint()) : [];
    for (const method of methods.filter((name) => /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name)))
      found.push(`${method} ${id}`);
  }
  return found;
}
