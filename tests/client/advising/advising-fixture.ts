import { type LettingIn, lettingInSchema } from '#shared/contracts/advising.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';

export const firmId = uuid('a', 1);
export const organisationId = uuid('b', 1);
export const at = '2026-02-03T14:32:00.000Z';

export function lettingInOf(changes: { [Key in keyof LettingIn]?: unknown } = {}): LettingIn {
  return lettingInSchema.parse({
    firmId,
    organisationId,
    organisationName: both('Stålklustret'),
    name: 'Smedjan AB',
    isSimulated: false,
    purposes: ['contact', 'result'],
    since: at,
    consentIds: [uuid('c', 1), uuid('c', 2)],
    ...changes,
  });
}
