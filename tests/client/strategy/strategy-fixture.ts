import { type StrategyDocument, strategyDocumentSchema } from '#shared/contracts/strategy.ts';
import { figure, known, small } from '../../shared/strategy/small-strategy.ts';

const both = (sv: string, en = `${sv} (en)`) => ({ sv, en });
const energy = { ...figure, geography: 'sweden', topic: 'energy-and-climate', statement: both('Industrins energi') };

/** A strategy with one priority, and figures of every kind of evidence. */
export const strategy: StrategyDocument = strategyDocumentSchema.parse({
  ...small,
  outline: {
    ...small.outline,
    challenges: small.outline.challenges.map((challenge) => ({ ...challenge, name: both('Matchning') })),
    goal: { text: both('En stark industri.', 'A strong industry.'), source: 'SUM L64–66' },
  },
  priorities: [
    {
      ...small.priorities[0],
      name: both('Resurser', 'Resources'),
      aliases: [{ name: 'Kapacitet', source: 'G1 L916' }],
      steps: [{ ...known.steps[0], name: both('Magnetinitiativ', 'Magnet initiatives') }],
    },
  ],
  supportForms: [
    { ...small.supportForms[0], name: both('Mentorskap', 'Mentorship') },
    { ...small.supportForms[0], code: 'S2', name: both('Nätverk'), givenBy: both('Klustren'), serves: ['P1.1'] },
    { ...small.supportForms[0], code: 'S3', name: both('Exportstöd'), serves: ['P2.1'] },
  ],
  figures: [
    {
      ...energy,
      code: 'energy-40',
      value: both('omkring 40 %'),
      year: null,
      source: 'B2 L246–247',
      conflicts: ['energy'],
    },
    { ...energy, code: 'energy-36', value: both('omkring 36 %'), source: 'W4-S L1144–1145', conflicts: ['energy'] },
    {
      ...figure,
      code: 'women',
      statement: both('Kvinnor i industrin'),
      value: both('omkring 10 000'),
      evidence: 'derived',
      derivedFrom: ['energy-40'],
    },
    {
      ...figure,
      code: 'survey',
      statement: both('Digital administration'),
      value: both('9 av 10'),
      evidence: 'elsewhere',
      source: 'Tillväxtverket 2023',
      address: 'https://tillvaxtverket.se/',
    },
  ],
  conflicts: [
    {
      code: 'energy',
      kind: 'values-differ',
      name: both('40 eller 36 procent'),
      figures: ['energy-40', 'energy-36'],
      explanation: both('Vi visar båda.'),
    },
  ],
  branches: [
    { branch: 'steel-and-metals', name: both('Stål'), employees: 'women', source: 'B1 L160', sni: ['24'] },
    {
      branch: 'digital-and-industrial-services',
      name: both('Tjänster'),
      employees: null,
      source: 'B1 L196',
      sni: ['62'],
    },
  ],
});
