import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import { expect } from 'vitest';
import type { TestApp } from './test-app.ts';

type Triple = {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly language?: string;
  readonly type?: string;
};
/** What a description says once it has been read as RDF. */
async function triplesOf(description: object): Promise<Triple[]> {
  const quads = await jsonld.toRDF(description, { safe: true });
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    ...(object.language ? { language: object.language } : {}),
    ...(object.datatype === undefined ? {} : { type: object.datatype.value }),
  }));
}

const prefixes: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
export const full = (name: string): string => name.replace(/^(\w+):/, (_, prefix: string) => prefixes[prefix] ?? '');

const graphOf = (triples: readonly Triple[]) => {
  const of = (subject: string, predicate: string) =>
    triples.filter((triple) => triple.subject === subject && triple.predicate === full(predicate));
  return {
    of,
    are: (type: string) =>
      triples
        .filter(({ predicate, object }) => predicate === full('rdf:type') && object === full(type))
        .map(({ subject }) => subject),
    values: (subject: string, predicate: string) => of(subject, predicate).map(({ object }) => object),
  };
};

/** What DCAT-AP 3 and DCAT-AP-SE 3 demand of each class, and what they recommend that we say. */
const demanded: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': [
    'dcterms:title',
    'dcterms:description',
    'dcterms:publisher',
    'dcat:dataset',
    'dcterms:license',
    'dcterms:language',
    'foaf:homepage',
    'dcterms:spatial',
    'dcterms:issued',
    'dcterms:modified',
    'dcat:themeTaxonomy',
  ],
  'dcat:Dataset': [
    'dcterms:title',
    'dcterms:description',
    'dcterms:publisher',
    'dcat:distribution',
    'dcat:keyword',
    'dcat:theme',
    'dcterms:spatial',
    'dcterms:temporal',
    'dcterms:accessRights',
    'dcterms:accrualPeriodicity',
    'dcterms:identifier',
    'dcterms:issued',
    'dcat:landingPage',
    'dcterms:language',
  ],
  'dcat:Distribution': [
    'dcat:accessURL',
    'dcat:downloadURL',
    'dcterms:license',
    'dcterms:format',
    'dcat:byteSize',
    'spdx:checksum',
    'dcterms:title',
    'dcterms:description',
    'dcterms:issued',
    'dcterms:language',
    'adms:status',
  ],
  'foaf:Agent': ['foaf:name', 'dcterms:type'],
};

export type Graph = ReturnType<typeof graphOf>;
export const describedBy = async (description: object): Promise<Graph> => graphOf(await triplesOf(description));

export function expectDemanded(graph: Graph): void {
  const missing = Object.entries(demanded).flatMap(([type, predicates]) =>
    graph
      .are(type)
      .flatMap((subject) =>
        predicates.filter((predicate) => graph.of(subject, predicate).length === 0).map((each) => `${subject} ${each}`),
      ),
  );
  expect(missing).toEqual([]);
  const described = ['dcat:Catalog', 'dcat:Dataset', 'dcat:Distribution'].flatMap(graph.are);
  const languages = described.flatMap((subject) =>
    ['dcterms:title', 'dcterms:description'].map((predicate) =>
      graph
        .of(subject, predicate)
        .map(({ language }) => language)
        .sort()
        .join(),
    ),
  );
  expect(new Set(languages)).toEqual(new Set(['en,sv']));
  const publishers = graph.are('dcat:Dataset').flatMap((subject) => graph.values(subject, 'dcterms:publisher'));
  expect(graph.are('foaf:Agent')).toEqual(expect.arrayContaining(publishers));
  const distributions = graph.are('dcat:Dataset').flatMap((subject) => graph.values(subject, 'dcat:distribution'));
  expect(distributions.sort()).toEqual(graph.are('dcat:Distribution').sort());
}

/** Every file that is described answers at its address, as large as it is said to be and with the hash. */
export async function expectTrueSizes({ app }: Pick<TestApp, 'app'>, graph: Graph, page: string): Promise<void> {
  for (const subject of graph.are('dcat:Distribution')) {
    const url = new URL(graph.values(subject, 'dcat:downloadURL')[0] ?? '');
    const bytes = (await app.inject({ url: url.pathname })).rawPayload;
    const [size] = graph.of(subject, 'dcat:byteSize');
    const checksum = graph.values(subject, 'spdx:checksum')[0] ?? '';
    expect(size).toMatchObject({ object: String(bytes.length), type: full('xsd:nonNegativeInteger') });
    expect(graph.of(checksum, 'spdx:checksumValue')[0]).toMatchObject({
      object: createHash('sha256').update(bytes).digest('hex'),
      type: full('xsd:hexBinary'),
    });
    const [access] = graph.values(subject, 'dcat:accessURL');
    expect(new URL(access ?? '').pathname).toBe(page);
  }
}
