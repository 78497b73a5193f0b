import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { type PathStep, stepsOnPath } from '#shared/domain/instrument/path.ts';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { PreviewFields } from './preview-fields.tsx';
import { PreviewResult } from './preview-result.tsx';

/** A question drawn as respondents see it; given by the page that knows how. */
export type RenderQuestion = (question: {
  item: Item;
  legend: ReactNode;
  isCompact: boolean;
  profile: FirmProfile;
  texts: Texts;
  answers: Answers;
  give: (itemCode: string, answer: Answer) => void;
}) => ReactNode;

const firstProfile: FirmProfile = {
  municipality: '1780',
  branch: 'metal-products-and-machinery',
  sizeClass: '10-49',
  chainRole: 'subcontractor',
};

type StepProps = { step: PathStep; profile: FirmProfile; answers: Answers; renderQuestion: RenderQuestion };

function PreviewStep(props: StepProps & { give: (itemCode: string, answer: Answer) => void }) {
  const { step, profile, answers, give, renderQuestion } = props;
  const texts = useEditing().definition.texts[useLanguage()];
  return (
    <div className={styles.question}>
      <p className={styles.muted}>{texts[sectionTextKeys.name(step.section)]}</p>
      {step.items.map((item) => (
        <div key={item.code}>
          {renderQuestion({
            item,
            legend: questionOf(item, profile, texts),
            isCompact: step.items.length > 1,
            profile,
            texts,
            answers,
            give,
          })}
        </div>
      ))}
    </div>
  );
}

function Steps({ index, count, onGo }: { index: number; count: number; onGo: (index: number) => void }) {
  return (
    <ButtonRow>
      <Button onClick={() => onGo(index + 1)}>
        {index + 1 < count ? <Trans>Next</Trans> : <Trans>To the result</Trans>}
      </Button>
      {index > 0 && (
        <Button variant="secondary" onClick={() => onGo(index - 1)}>
          <Trans>Back</Trans>
        </Button>
      )}
      {index + 1 < count && (
        <Button variant="quiet" onClick={() => onGo(count)}>
          <Trans>To the result</Trans>
        </Button>
      )}
    </ButtonRow>
  );
}

function usePreview() {
  const { structure } = useEditing().definition;
  const [search, setSearch] = useSearchParams();
  const [profile, setProfile] = useState(firstProfile);
  const [answers, setAnswers] = useState<Answers>({});
  const formCode = search.get('form') ?? structure.forms[0]?.code ?? '';
  const index = Math.max(0, Number(search.get('page') ?? 1) - 1) || 0;
  const steps = useMemo(
    () => stepsOnPath(structure, formCode, profile, answers).flatMap((section) => section.steps),
    [structure, formCode, profile, answers],
  );
  return {
    ...{ formCode, profile, answers, steps, index, setProfile },
    give: (itemCode: string, answer: Answer) => setAnswers((given) => ({ ...given, [itemCode]: answer })),
    chooseForm: (form: string) => setSearch({ form }, { replace: true }),
    go: (place: number) => setSearch({ form: formCode, page: String(place + 1) }),
  };
}

/** The draft as a firm of the chosen kind meets it. Nothing that is answered here is kept. */
export function PreviewPage({ renderQuestion }: { renderQuestion: RenderQuestion }) {
  const { t } = useLingui();
  const { draft, hrefs } = useEditing();
  const preview = usePreview();
  const { formCode, profile, answers, steps, index } = preview;
  const shown = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const step = steps[index];
  const number = index + 1;
  const count = steps.length;
  const go = (place: number) => {
    isMoved.current = true;
    preview.go(place);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader is taken to the page that was asked for, once.
  useEffect(() => {
    if (isMoved.current) shown.current?.focus();
    isMoved.current = false;
  }, [index]);
  return (
    <Page>
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader
        title={t`Preview`}
        lead={t`As a firm of the chosen kind meets it. Nothing is kept. Switch the language at the top of the page.`}
      />
      <PreviewFields formCode={formCode} onForm={preview.chooseForm} profile={profile} onProfile={preview.setProfile} />
      {count === 0 && <EmptyState title={<Trans>The form asks this firm nothing</Trans>} />}
      <div ref={shown} tabIndex={-1} className={styles.form}>
        {step !== undefined && (
          <>
            <p role="status">
              <Trans>
                Page {number} of {count}
              </Trans>
            </p>
            <PreviewStep
              step={step}
              profile={profile}
              answers={answers}
              give={preview.give}
              renderQuestion={renderQuestion}
            />
            <Steps index={index} count={count} onGo={go} />
          </>
        )}
        {count > 0 && step === undefined && (
          <PreviewResult formCode={formCode} profile={profile} answers={answers} onBack={() => go(0)} />
        )}
      </div>
    </Page>
  );
}
