import type * as z from 'zod/mini';
import { type countQueue, type QueueRow, queueRowSchema } from '#shared/contracts/advisor-queue.ts';
import { packageDocumentSchema } from '#shared/contracts/packages.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { organisationId } from './advising-fixture.ts';

export const colleagueId = uuid('e', 7);
/** Whoever is signed in; see `accountOf`. */
export const ownPersonId = uuid('b', 1);

const dayMs = 86_400_000;
/** The moment so many days from now, or ago. */
export const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

type RowInput = z.input<typeof queueRowSchema>;
type Facts = NonNullable<RowInput['facts']>;
type Referral = NonNullable<RowInput['referral']>;

const facts: Facts = {
  municipality: '2081',
  county: '20',
  branch: 'steel-and-metals',
  sizeClass: '10-49',
  round: 0,
  submittedAt: '2026-02-03T12:00:00.000Z',
  digitalLevel: 1.94,
  review: null,
  processLevel: null,
};

export const referralIdOf = (number: number) => uuid('c', number);

/** A firm with a request that waits, by its number. */
export function rowOf(
  number: number,
  name: string | null,
  changes: {
    referral?: Partial<Referral> | null;
    facts?: Partial<Facts> | null;
    organisation?: number;
    purposes?: string[];
  } = {},
): QueueRow {
  const { organisation = 1 } = changes;
  return queueRowSchema.parse({
    firmId: uuid('a', number),
    organisationId: organisation === 1 ? organisationId : uuid('b', organisation),
    organisationName: both(organisation === 1 ? 'Stålklustret' : 'Compare'),
    name,
    isSimulated: false,
    purposes: changes.purposes ?? ['contact', 'result'],
    facts: changes.facts === null ? null : { ...facts, ...changes.facts },
    referral:
      changes.referral === null
        ? null
        : {
            referralId: referralIdOf(number),
            packageCode: 'supplier-network',
            packageName: both('Nätverk för underleverantörer'),
            status: 'chosen',
            chosenAt: inDays(-1),
            answerDueAt: inDays(2),
            statusSince: inDays(-1),
            wishedEdition: null,
            revision: 1,
            assignedTo: null,
            ...changes.referral,
          },
  });
}

export type Counts = z.input<(typeof countQueue)['responses'][200]>;

/** A package that two providers give, and one that a third gives. */
export const packagesOf = () =>
  [
    ['supplier-network', 'Nätverk för underleverantörer', ['steel-cluster', 'compare']],
    ['growth-talk', 'Tillväxtsamtal', ['almi']],
  ].map(([code, name, providers]) =>
    packageDocumentSchema.parse({
      code,
      isProposal: true,
      stance: 'receive',
      name: both(String(name)),
      summary: both('Kort.'),
      content: both('Ni träffas.'),
      effort: both('Tre halvdagar.'),
      greenStatement: both('Mindre spill.'),
      providers: [...(providers ?? [])].map((provider) => ({
        code: provider,
        name: both(providerNames[provider] ?? ''),
        about: both('En leverantör.'),
        isNamedInStrategy: true,
      })),
      dimensions: [],
      steps: [],
      supportForms: [],
      format: 'individual',
      groupSize: null,
      delivery: [],
      durationWeeks: 12,
      counties: ['20'],
      funding: ['not-decided'],
      branches: [],
      sizeClasses: [],
    }),
  );
const providerNames: Record<string, string> = { 'steel-cluster': 'Stålklustret', compare: 'Compare', almi: 'Almi' };
