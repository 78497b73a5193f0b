declare module 'jsonld' {
  export type RdfQuad = Readonly<Record<'subject' | 'predicate', { readonly value: string }>> & {
    readonly object: {
      readonly value: string;
      readonly language?: string;
      readonly datatype?: { readonly value: string };
    };
  };
  const jsonld: { toRDF(document: unknown, options: { readonly safe: boolean }): Promise<readonly RdfQuad[]> };
  export default jsonld;
}
