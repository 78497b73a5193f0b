import { useLingui } from '@lingui/react/macro';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentPurpose } from '#shared/domain/access/consent.ts';
import { isCountedByCoordination } from '#shared/domain/access/statistics-receivers.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';

/** What stands now, the oldest first. */
export function liveConsents({ consents }: Pick<FirmAccess, 'consents'>, purpose: ConsentPurpose): FirmConsent[] {
  return consents
    .filter((consent) => consent.purpose === purpose && consent.withdrawnAt === null)
    .toSorted((one, other) => one.givenAt.localeCompare(other.givenAt));
}

type Sight = Pick<FirmAccess, 'consents' | 'sharedWith'>;

/** Says who outside the firm can see what, at this moment. */
export function useSightWords(): { results: (access: Sight) => string; others: (access: Sight) => string[] } {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const dayOf = ({ givenAt }: FirmConsent) => formatDate(new Date(givenAt), language);
  const namesOf = (consents: readonly FirmConsent[]) =>
    listInWords([...new Set(consents.map(({ receiver }) => localise(receiver.name)))], language);

  const byLinks = ({ sharedWith }: Sight) => listInWords([...new Set(sharedWith)], language);
  const resultsByConsent = (access: Sight) => {
    const [first, ...more] = liveConsents(access, 'result');
    if (first === undefined) return t`No provider sees your results.`;
    const name = localise(first.receiver.name);
    const since = dayOf(first);
    if (more.length === 0) return t`${name} sees your results since ${since}.`;
    const parts = [first, ...more].map((consent) => {
      const each = localise(consent.receiver.name);
      const day = dayOf(consent);
      return t`${each} (since ${day})`;
    });
    const list = listInWords(parts, language);
    return t`${list} see your results.`;
  };
  const results = (access: Sight) => {
    const readers = byLinks(access);
    if (readers !== '') return `${resultsByConsent(access)} ${t`By a link from you a result is shown to ${readers}.`}`;
    const isSeen = liveConsents(access, 'result').length > 0;
    return isSeen ? resultsByConsent(access) : t`Nobody outside the firm sees your results.`;
  };

  const counted = (consent: FirmConsent) => {
    const since = dayOf(consent);
    return isCountedByCoordination(consent.wordingVersion)
      ? t`You are counted in the regions' statistics, and by the coordination of Måttstock, since ${since}.`
      : t`You are counted in the regions' statistics since ${since}.`;
  };
  const others = (access: Sight) => {
    const contact = liveConsents(access, 'contact');
    const cohort = liveConsents(access, 'cohort');
    const [statistics] = liveConsents(access, 'statistics');
    const asked = namesOf(contact);
    const naming = namesOf(cohort);
    return [
      ...(contact.length === 0 ? [] : [t`Your request for contact is seen by ${asked}.`]),
      ...(cohort.length === 0 ? [] : [t`You may be named in a group by ${naming}.`]),
      ...(statistics === undefined ? [] : [counted(statistics)]),
    ];
  };
  return { results, others };
}
