import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { type Fact, Facts } from '../../ui/facts/facts.tsx';

/** What the request is called in the list. */
export function useCaseName(): (request: ErasureCase) => string {
  const { t } = useLingui();
  const { firm } = useFirmWords();
  const language = useLanguage();
  return ({ scope, subject, receivedAt }) => {
    const day = formatDate(new Date(receivedAt), language);
    if (subject === null) return scope === 'firm' ? t`A firm, asked for on ${day}` : t`An account, asked for on ${day}`;
    if (scope === 'firm') return firm(subject.firmName);
    return subject.personName ?? subject.personEmail ?? t`Somebody without a name`;
  };
}

/** Who asks, and how much there is: enough to weigh it by, and nothing that was answered. */
export function CaseSubject({ request }: { request: ErasureCase }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { subject, scope } = request;
  if (subject === null) return null;
  const count = (value: number) => formatNumber(value, language);
  const number = subject.organisationNumber;
  const facts: Fact[] = [
    {
      term: t`Asked by`,
      detail: [subject.personName, subject.personEmail].filter((each) => each !== null).join(', '),
    },
    ...(scope === 'firm' && number !== null
      ? [{ term: t`Organisation number`, detail: formatOrganisationNumber(number) }]
      : []),
    { term: t`Submitted answers`, detail: count(subject.submittedCount) },
    { term: t`Answers under way`, detail: count(subject.openCount) },
    { term: scope === 'firm' ? t`Members of the firm` : t`Roles`, detail: count(subject.memberCount) },
    { term: t`Consents that hold`, detail: count(subject.consentCount) },
    { term: t`Open requests for contact`, detail: count(subject.contactCount) },
  ];
  return (
    <>
      <p>
        {scope === 'firm' ? (
          <Trans>The firm's owner asks for everything about the firm to be erased.</Trans>
        ) : (
          <Trans>The person asks for the own account to be erased.</Trans>
        )}
      </p>
      <Facts facts={facts} />
    </>
  );
}
