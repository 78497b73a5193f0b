import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import type { FirmProfileOptions, Site } from '#shared/contracts/site.ts';
import type { Language } from '#shared/domain/language.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { sendStart } from './api.ts';
import { forgetDraft, readDraft, writeDraft } from './draft.ts';
import { MoreFields } from './more-fields.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { type ProfileField, type ProfileForm, profileFields } from './profile-form.ts';
import { type ProfileFault, type ProfileInput, readProfileForm } from './read-profile-form.ts';
import styles from './start-page.module.css';
import { useFaultWords } from './use-fault-words.ts';

/** The form that is about to be answered. */
export type StartedForm = Pick<Site['forms'][number], 'code' | 'name' | 'minutes' | 'scoredItems'>;

export type StartHrefs = { firstItem: (responseId: string) => string; resume: string; privacy: string };

/** The domain's rules decide; the form only shows what they say. */
const resolver: Resolver<ProfileForm, unknown, ProfileInput> = (form) => {
  const read = readProfileForm(form);
  if (read.ok) return { values: read.input, errors: {} };
  const errors = Object.entries(read.faults).map(([field, fault]) => [field, { type: fault }]);
  return { values: {}, errors: Object.fromEntries(errors) };
};

/** Starts the response. */
export type SendStart = (input: ProfileInput, language: Language) => Promise<{ responseId: string }>;

/** What was typed before, and where nothing was what is known from elsewhere. */
function beginWith(prefilled: Partial<ProfileForm>, draftOf: string | undefined): ProfileForm {
  const draft = readDraft(draftOf);
  const known = profileFields.filter((field) => draft[field] === '' && prefilled[field] !== undefined);
  return { ...draft, ...Object.fromEntries(known.map((field) => [field, prefilled[field]])) };
}

type Beginning = Pick<StartPageProps, 'hrefs' | 'prefilled' | 'draftOf' | 'begin'> & { formCode: string };

function useStartForm({ formCode, hrefs, prefilled = {}, draftOf, begin }: Beginning) {
  const language = useLanguage();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm<ProfileForm, unknown, ProfileInput>({
    defaultValues: beginWith(prefilled, draftOf),
    resolver,
    // The summary takes the focus instead.
    shouldFocusError: false,
  });
  const { subscribe, handleSubmit } = form;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => writeDraft(values, draftOf) }),
    [subscribe, draftOf],
  );
  const send = handleSubmit(async (input) => {
    setFailure(null);
    try {
      const start: SendStart = begin ?? ((given, spoken) => sendStart(formCode, given, spoken));
      const { responseId } = await start(input, language);
      forgetDraft(draftOf);
      await navigate(hrefs.firstItem(responseId));
    } catch (error) {
      setFailure(error);
    }
  });
  return { form, send, failure };
}

export type StartPageProps = {
  started: StartedForm;
  options: FirmProfileOptions;
  hrefs: StartHrefs;
  isSignedIn: boolean;
  /** What is known of the firm, to begin with. */
  prefilled?: Partial<ProfileForm> | undefined;
  /** Where that comes from, and what is begun with it. */
  about?: ReactNode;
  /** Whose draft it is, where several firms may be begun in one tab. */
  draftOf?: string | undefined;
  /** In another way than by oneself. */
  begin?: SendStart | undefined;
};

export function StartPage(props: StartPageProps): ReactNode {
  const { started, options, hrefs, isSignedIn, prefilled, about, draftOf, begin } = props;
  const { t } = useLingui();
  const faultWords = useFaultWords();
  const problemWords = useProblemWords();
  const { form, send, failure } = useStartForm({ formCode: started.code, hrefs, prefilled, draftOf, begin });
  const name = useLocalised()(started.name);
  const { scoredItems, minutes } = started;
  const { errors, submitCount, isSubmitting } = form.formState;
  const errorOf = (field: ProfileField): string | undefined => {
    const fault = errors[field]?.type;
    return fault === undefined ? undefined : faultWords(field, fault as ProfileFault);
  };
  const faults = listFaults(profileFields, errorOf);

  return (
    <Page>
      <PageHeader
        title={t`First, about the firm`}
        hasFaults={faults.length > 0}
        lead={
          isSignedIn
            ? t`Four questions that decide how the rest is put to you. It begins without your account.`
            : t`Four questions that decide how the rest is put to you. No account, no e-mail.`
        }
      />
      <p>
        <Trans>
          You begin “{name}”: {scoredItems} questions, about {minutes} minutes.
        </Trans>
      </p>
      {about}
      <ErrorSummary faults={faults} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <ProfileFields form={form} options={options} errorOf={errorOf} />
        <MoreFields form={form} errorOf={errorOf} prefilled={prefilled ?? {}} />
        {failure !== null && (
          <Notice tone="danger" role="alert" title={<Trans>It could not be started</Trans>}>
            <p>{problemWords(failure)}</p>
          </Notice>
        )}
        <p>
          <Trans>
            Only you can open your answers. <Link to={hrefs.privacy}>Who sees the answers</Link>
          </Trans>
        </p>
        <ButtonRow>
          <Button type="submit" isBusy={isSubmitting}>
            <Trans>To the first question</Trans>
          </Button>
          <ButtonLink to={hrefs.resume} variant="quiet">
            <Trans>Continue with your answers</Trans>
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
