import { posix } from 'node:path';
import type { CheckedZip } from './open-zip.ts';
import { localName, readXml } from './read-xml.ts';

export interface WorkbookSheet {
  name: string;
  /** Path of its part in the zip. */
  part: string;
}

export interface Workbook {
  /** Those that are shown, then those that are hidden. */
  sheets: WorkbookSheet[];
  sharedStrings: string | null;
  styles: string | null;
  /** Whether days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

type Attributes = Readonly<Record<string, string>>;

/** What an XLSX is made of. Throws an `IntakeError` when its parts cannot be read. */
export async function readWorkbook(zip: CheckedZip): Promise<Workbook> {
  const targets = new Map<string, string>();
  const byKind = new Map<string, string>();
  await readXml(zip.read(RELATIONS), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (localName(name) !== 'Relationship') return;
      const part = Target.startsWith('/') ? Target.slice(1) : posix.normalize(`xl/${Target}`);
      const kind = posix.basename(Type);
      if (kind === 'worksheet') targets.set(Id, part);
      else byKind.set(kind, part);
    },
  });
  const shown: WorkbookSheet[] = [];
  const hidden: WorkbookSheet[] = [];
  let from1904 = false;
  await readXml(zip.read(WORKBOOK), {
    open(tag, attributes) {
      const element = localName(tag);
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const part = targets.get(relationOf(attributes));
      if (part === undefined || !zip.has(part)) return;
      const visible = (attributes.state ?? 'visible') === 'visible';
      (visible ? shown : hidden).push({ name: attributes.name ?? '', part });
    },
  });
  const partOf = (kind: string): string | null => {
    const part = byKind.get(kind);
    return part !== undefined && zip.has(part) ? part : null;
  };
  return {
    sheets: [...shown, ...hidden],
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    from1904,
  };
}

/** `r:id`, whatever the prefix. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.includes(':') && localName(key) === 'id');
  return name === undefined ? '' : (attributes[name] ?? '');
}
