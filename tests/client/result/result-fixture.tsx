import { i18n } from '@lingui/core';
import type { ReactNode } from 'react';
import { messages as swedish } from '#client/src/features/result/locales/sv.po';
import { ResultProvider } from '#client/src/features/result/result-context.tsx';
import { type ResultDocument, resultSchema } from '#shared/contracts/results.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { ScoringRules, Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { answersOf, ladder, rules, structureOf, workshop } from '../../support/small-instrument.ts';
import { at, submittedResponse } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';

const scoring: ScoringRules = {
  ...rules,
  stagedLevels: [
    {
      code: 'process',
      part: 'process',
      stages: [
        { stage: 1, requires: [] },
        { stage: 2, requires: [{ item: 'PM1.1', atLeast: 2 }] },
      ],
    },
  ],
};

const structure = structureOf(
  ['D2.1', 'D2.2', 'D9.1', 'D9.2', 'D9.3', 'PM1.1', 'PM1.2', 'X1.1', 'X1.2', 'X2.1'].map((code) => ladder(code)),
  scoring,
);

const texts: Record<string, string> = {
  'D2.name': 'Teknik',
  'D9.name': 'Säkerhet',
  'PM1.name': 'Ledning',
  'X1.name': 'Cirkulärt',
  'X2.name': 'Jämställdhet',
  'D2.band.high.meaning': 'Maskinerna talar med varandra.',
  'D2.band.high.next': 'Låt kunden se sin order.',
  'scale.part.digital': 'Digital mognad',
  'scale.part.process': 'Processmognad',
  'scale.part.module': 'Fördjupning',
  'scale.band.low': 'I början',
  'scale.band.mid': 'På väg',
  'scale.band.high': 'Långt komna',
  'scale.level.0': 'Saknas',
  'scale.level.4': 'Ledande',
  'staged.process.1.name': 'Beroende av personer',
  'staged.process.1.meaning': 'Det blir gjort av den som är på plats.',
  'staged.process.2.name': 'Delvis gemensamt',
  'staged.process.2.meaning': 'Det finns ett sätt.',
};
for (const { textCode } of structure.items) {
  texts[`${textCode}.question`] = `Fråga ${textCode}?`;
  for (const level of [0, 1, 2, 3, 4]) texts[`${textCode}.level.${level}`] = `${textCode} på nivå ${level}`;
}

/** Strong in D2, weak and unsure in D9, weak in PM1, too few answers in X1, X2 left out. */
const given = answersOf({
  'D2.1': 3,
  'D2.2': 4,
  'D9.1': 1,
  'D9.2': 0,
  'D9.3': '?',
  'PM1.1': 1,
  'PM1.2': 2,
  'X1.1': '?',
  'X1.2': 2,
  'X2.1': '-',
});

const both = (sv: string) => ({ sv, en: `${sv} (en)` });

const network = {
  rank: 1,
  packageCode: 'supplier-network',
  packageName: both('Nätverk för underleverantörer'),
  summary: both('Underleverantörer möter större företag.'),
  providerCode: 'steel-cluster',
  providerName: both('Stålklustret'),
  dimensions: ['D9', 'PM1'],
  reasons: ['Skäl ett.', 'Skäl två.', 'Klustret finns i Dalarna.', 'Skäl tre.', 'Skäl fyra.'].map(both),
  components: [
    { code: 'need', name: both('Hur stort behovet är'), points: 4.5 },
    { code: 'green', name: both('Grönt'), points: 0 },
  ],
  total: 4.5,
  steps: [{ code: 'P3.3', name: both('Större företag och små') }],
  greenStatement: both('Ni får fram klimatdata.'),
  crossCounty: both('Klustret finns i Dalarna.'),
  attachments: [both('Ta med en del om inkludering.')],
};

/** A result as the server sends it, scored by the real rules. */
export function resultOf(
  changes: Partial<ResultDocument> = {},
  answers: Answers = given,
  asked: Structure = structure,
): ResultDocument {
  const document = resultSchema.parse({
    response: {
      ...submittedResponse,
      answers: Object.entries(answers).map(([itemCode, answer]) => ({
        itemCode,
        answer,
        revision: 1,
        answeredAt: at,
        isCarried: false,
      })),
    },
    receipt: {
      submissionId: '2d0b7b20-5177-4c73-8f3e-4b8b3b2cbc33',
      receiptNumber: 'ABCD-1234',
      submittedAt: at,
      answeredItems: 8,
      scoredItems: 10,
    },
    scoreProfile: scoreResponse(asked, 'quick', workshop, answers),
    catalogueVersionId: '3e1c8c31-6288-4d84-9a4f-5c9c4c3dcd44',
    readings: [],
    notices: [{ code: 'security-basics', text: both('Börja med säkerheten i dag.') }],
    suggestions: [network],
    runnerUp: null,
    postponed: [{ packageCode: 'export-step', packageName: both('Exportsteget'), reason: both('Vänta med det här.') }],
    continuations: [],
    reviews: [],
    agreement: null,
    feedback: [],
    gaps: [{ dimension: 'X2', text: both('Strategin pekar inte ut något stöd.') }],
  });
  return { ...document, ...changes };
}

export const form: FormView = { formCode: 'quick', language: 'sv', structure, texts };

/** The same form with other questions. */
export const askedForm = (items: readonly Item[]): FormView => ({ ...form, structure: structureOf(items, scoring) });

const hrefs = {
  package: (packageCode: string) => `/paket/${packageCode}`,
  method: '/metod',
  own: {
    earlierResult: (responseId: string) => `/result/${responseId}`,
    result: '/resultat',
    calculation: (dimension?: string) => (dimension === undefined ? '/uträkning' : `/uträkning#${dimension}`),
    change: '/förändring',
    contact: (packageCode: string) => `/kontakt/${packageCode}`,
    requested: [] as readonly string[],
    sharing: '/responses/1/sharing',
    referrals: '/förfrågningar',
    reports: '/responses/r/result/files',
    crosswalk: '/eu-mått',
    overview: (responseId: string) => `/översikt/${responseId}`,
    release: (number: number) => `/publiceringar/${number}`,
  },
};

export function showWithResult(
  content: ReactNode,
  result = resultOf(),
  requested: readonly string[] = [],
  address = '/',
  shownForm = form,
) {
  i18n.load('sv', swedish);
  return show(
    <ResultProvider loaded={{ result, form: shownForm }} hrefs={{ ...hrefs, own: { ...hrefs.own, requested } }}>
      {content}
    </ResultProvider>,
    'sv',
    address,
  );
}
