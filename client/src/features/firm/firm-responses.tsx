import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { Site } from '#shared/contracts/site.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import styles from './firm.module.css';

type FirmResponse = FirmDocument['responses'][number];
export type FirmForms = Site['forms'];

export type ResponseHrefs = {
  overview: (responseId: string) => string;
  result: (responseId: string) => string;
  /** What has become of the firm since an earlier round. */
  change: (responseId: string) => string;
};

/** What the parts of a form code are called by the version in use; one that it no longer has goes by its code. */
export function useFormNames(forms: FirmForms): (formCode: string) => string {
  const localise = useLocalised();
  const language = useLanguage();
  const nameOf = (code: string) => {
    const form = forms.find((each) => each.code === code);
    return form === undefined ? code : localise(form.name);
  };
  return (formCode) => listInWords(formCode.split('+').map(nameOf), language);
}

function State({ response }: { response: FirmResponse }) {
  const language = useLanguage();
  const begun = formatDate(new Date(response.startedAt), language);
  if (response.submittedAt === null) return <Trans>Not finished. Begun on {begun}.</Trans>;
  const day = formatDate(new Date(response.submittedAt), language);
  return response.isYours ? (
    <Trans>Submitted on {day}.</Trans>
  ) : (
    <Trans>Submitted on {day}, answered by a colleague.</Trans>
  );
}

function ResponseRow({ response, name, hrefs }: { response: FirmResponse; name: string; hrefs: ResponseHrefs }) {
  const { t } = useLingui();
  const { responseId, status } = response;
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>
          <State response={response} />
        </p>
      </div>
      {status === 'open' ? (
        <ButtonLink to={hrefs.overview(responseId)} variant="secondary" aria-label={t`Continue with ${name}`}>
          <Trans>Continue</Trans>
        </ButtonLink>
      ) : (
        <ButtonLink to={hrefs.result(responseId)} variant="secondary" aria-label={t`See the result of ${name}`}>
          <Trans>See the result</Trans>
        </ButtonLink>
      )}
    </li>
  );
}

/** Every assessment the reader may open, the newest first. */
export function FirmResponses({
  responses,
  forms,
  hrefs,
}: {
  responses: readonly FirmResponse[];
  forms: FirmForms;
  hrefs: ResponseHrefs;
}) {
  const nameOf = useFormNames(forms);
  if (responses.length === 0) {
    return (
      <EmptyState title={<Trans>There is nothing here for you yet</Trans>}>
        <p>
          <Trans>Begin below. What you answer is saved under your sign-in from the first question.</Trans>
        </p>
      </EmptyState>
    );
  }
  const newestFirst = responses.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  return (
    <ul className={styles.list}>
      {newestFirst.map((response) => (
        <ResponseRow key={response.responseId} response={response} name={nameOf(response.formCode)} hrefs={hrefs} />
      ))}
    </ul>
  );
}

/** From the newest result on; whether there is an earlier round to compare with is said there. */
export function ChangeLink({
  responses,
  hrefOf,
}: {
  responses: readonly FirmResponse[];
  hrefOf: ResponseHrefs['change'];
}) {
  const [newest] = responses
    .filter(({ submittedAt }) => submittedAt !== null)
    .toSorted((one, other) => (other.submittedAt ?? '').localeCompare(one.submittedAt ?? ''));
  if (newest === undefined) return null;
  return (
    <p>
      <ButtonLink to={hrefOf(newest.responseId)} variant="secondary">
        <Trans>Change since last time</Trans>
      </ButtonLink>
    </p>
  );
}
