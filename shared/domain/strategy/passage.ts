import * as z from 'zod/mini';

/** Rows of the strategy's plain text, both ends included. */
export const linesSchema = z.strictObject({ from: z.int().check(z.gte(1)), to: z.int().check(z.gte(1)) });
export type Lines = z.infer<typeof linesSchema>;

export const sectionCodeSchema = z.string().check(z.regex(/^[A-Z]{1,3}[0-9]?$/));

/** Where the strategy says something: `B1 L136, L141–143; W4-S L1144–1145`. */
export const sourceSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

export type Quadrant = 'S' | 'W' | 'O' | 'T';

/** Rows in one section; in the SWOT appendix also the quadrant. */
export type Passage = {
  readonly section: string;
  readonly quadrant: Quadrant | null;
  readonly lines: readonly Lines[];
};

const passagePattern = /^([A-Z]{1,3}[0-9]?)(?:-([SWOT]))? (L[0-9]+(?:–[0-9]+)?(?:, L[0-9]+(?:–[0-9]+)?)*)$/;

function parseLines(text: string): Lines {
  const [from, to] = text.slice(1).split('–').map(Number);
  return { from: from ?? 0, to: to ?? from ?? 0 };
}

const isQuadrant = (letter: string | undefined): letter is Quadrant => letter !== undefined && 'SWOT'.includes(letter);

function parsePassage(text: string): Passage | undefined {
  const [, section, quadrant, lines] = passagePattern.exec(text) ?? [];
  if (section === undefined || lines === undefined) return undefined;
  return { section, quadrant: isQuadrant(quadrant) ? quadrant : null, lines: lines.split(', ').map(parseLines) };
}

/** The passages that a source names, in its order; undefined when any part of it is not written as one. */
export function parsePassages(source: string): Passage[] | undefined {
  const passages = source.split('; ').map(parsePassage);
  return passages.every((passage) => passage !== undefined) ? passages : undefined;
}
