import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Responses = Record<string, { content?: Record<string, unknown> }>;

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Responses }>>;
}

/** The document of the interface, as a served application gives it, and what it says of answers. */
export class ApiDocument {
  readonly #document: Document;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(document: Document) {
    this.#document = document;
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'document', ...document });
  }

  static async readFrom(site: string): Promise<ApiDocument> {
    return new ApiDocument((await (await fetch(`${site}/api/v1/openapi.json`)).json()) as Document);
  }

  /** Every operation, as « POST /lieux ». */
  get operations(): string[] {
    return Object.entries(this.#document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /** What is wrong with an answer by the schema of its operation, status and type; `null` when nothing is. */
  faultsOf(
    operation: string,
    { status, type, body }: { status: number; type: string; body: unknown },
  ): unknown {
    const [method = '', path = ''] = operation.split(' ');
    const responses = this.#document.paths[path]?.[method.toLowerCase()]?.responses;
    if (!responses) return `${operation} is not in the document`;
    const content = responses[status]?.content;
    if (!content?.[type]) return `${operation} may not answer ${status} ${type}`;
    const pointer = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      type,
      'schema',
    ]
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = this.#ajv.getSchema(`document#/${pointer}`);
    if (!validate) return `${operation} ${status} has no schema`;
    return validate(body) === true ? null : validate.errors?.slice(0, 3);
  }
}
