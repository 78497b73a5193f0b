import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { formatTime } from '../../lib/format.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { AddQuestion, askedAtFirst } from './add-question.tsx';
import type { LoadedCrosswalk } from './api.ts';
import styles from './crosswalk.module.css';
import { type AddingState, useAdding } from './use-adding.ts';
import { questionsIn, useRowWords } from './use-row-words.ts';

function StateWords({ state }: { state: AddingState }) {
  const language = useLanguage();
  switch (state.kind) {
    case 'nothing-yet':
      return <Trans>Every answer is saved as you give it.</Trans>;
    case 'saving':
      return <Trans>Saving …</Trans>;
    case 'saved': {
      const time = formatTime(state.at, language);
      return <Trans>Saved at {time}</Trans>;
    }
    case 'changed-elsewhere':
      return (
        <strong>
          <Trans>Not saved: the answer was changed elsewhere. What stands is shown, so choose again.</Trans>
        </strong>
      );
    case 'failed': {
      const { fault } = state;
      return (
        <strong>
          <Trans>Not saved. {fault} Choose again.</Trans>
        </strong>
      );
    }
  }
}

/** What the answers do not say, asked question by question. Nothing has to be answered. */
export function AddAnswersPage({ loaded, backHref }: { loaded: LoadedCrosswalk; backHref: string }) {
  const { t } = useLingui();
  const localise = useLocalised();
  useFocusOnHash();
  const { crosswalk, pending, state, add } = useAdding(loaded.crosswalk.responseId, loaded.crosswalk);
  const [asked] = useState(() => askedAtFirst(questionsIn(loaded.crosswalk)));
  const words = useRowWords(questionsIn(crosswalk), loaded.form);
  return (
    <Page>
      <BackLink to={backHref}>
        <Trans>Back to the figures</Trans>
      </BackLink>
      <PageHeader
        title={t`Add answers for the EU's measures`}
        lead={
          <Trans>
            Only for those who need them. Nothing is compulsory, and your levels and suggestions stay as they are.
            Outside the firm this is seen only by those whom you let read your result by a consent that names it.
          </Trans>
        }
      />
      <p role="status" className={styles.state}>
        <StateWords state={state} />
      </p>
      {crosswalk.measures.map((measure) => (
        <div key={measure.code} className={styles.rows}>
          <p className={styles.name}>{localise(measure.name)}</p>
          {measure.dimensions.flatMap(({ questions }) =>
            questions.map((question) => (
              <AddQuestion
                key={question.code}
                question={question}
                asked={asked}
                words={words}
                pending={pending}
                onAdd={add}
              />
            )),
          )}
        </div>
      ))}
      <ButtonRow>
        <ButtonLink to={backHref}>
          <Trans>To the figures</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
