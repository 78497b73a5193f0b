import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { proposeName } from '#shared/domain/benchmark/period-name.ts';
import { mostMeasures } from '#shared/domain/benchmark/release.ts';
import { findNewestSame } from '#shared/domain/effect/any-release.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { asTyped, NameFields, PopulationField, useAboutFaults, useBackwardsWords } from './about-fields.tsx';
import { AlikeNotice } from './alike-notice.tsx';
import { beginRelease, type LoadedBuilder } from './api.ts';
import { BesideNotices } from './beside-notices.tsx';
import { BreakdownField, MeasureFields, PeriodFields } from './builder-fields.tsx';
import { ChosenCount } from './chosen-count.tsx';
import { StrangeNameNotice } from './period-notices.tsx';
import { periodOf, proposeFirst, type ReleaseField, releaseFields, useReleaseForm } from './read-release.ts';
import styles from './releases.module.css';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useMeasureWords } from './use-measure-words.ts';
import { WhatCountsLater } from './what-counts-later.tsx';
import { WhatIsCounted } from './what-is-counted.tsx';

export type BuilderHrefs = {
  region: string;
  method: string;
  release: (organisationId: string, releaseId: string) => string;
};
type BuilderPageProps = { loaded: LoadedBuilder; hrefs: BuilderHrefs };

function useFaultWords(): Record<ReleaseField, string> {
  const { t } = useLingui();
  return {
    ...useAboutFaults(),
    period: t`Choose a period.`,
    firstMonth: t`Choose the first month.`,
    lastMonth: useBackwardsWords(),
    measures: t`Choose at least one area or figure, and at most ${mostMeasures}.`,
    breakdowns: t`Choose at least one division.`,
  };
}

function BuilderForm({ loaded, hrefs }: BuilderPageProps) {
  const { organisationId, choices, releases, earlier } = loaded;
  const { t } = useLingui();
  const navigate = useNavigate();
  const measureWords = useMeasureWords(choices.names);
  const faultWords = useFaultWords();
  const action = useAction(useProblemWords());
  const first = proposeFirst(loaded);
  const form = useReleaseForm(loaded, first);
  const { errors, submitCount, isDirty } = form.formState;
  const saved = useUnsaved(isDirty);
  const errorOf = (field: ReleaseField) => (errors[field] === undefined ? undefined : faultWords[field]);
  const send = form.handleSubmit((wanted) =>
    action.run(async () => {
      const releaseId = await beginRelease(organisationId, wanted);
      saved();
      await navigate(hrefs.release(organisationId, releaseId));
    }),
  );
  const { population, measures, breakdowns, ...wanted } = form.watch();
  const period = periodOf(wanted, choices.today);
  const isBackwards = period.until <= period.from;
  const counted = { kind: 'levels' as const, periods: [period], population, isSimulated: choices.hasSimulated };
  const names = { sv: wanted.nameSv, en: wanted.nameEn };
  const proposal = proposeName(period);
  const fields = { form, choices, measureWords, errorOf };
  const about = { register: form.register, errorOf };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary faults={listFaults(releaseFields, errorOf)} attempt={submitCount} />
      <PeriodFields {...fields} isBackwards={isBackwards} />
      <PopulationField {...about} />
      <BesideNotices
        releases={releases}
        wanted={{ ...counted, measures, divisions: breakdowns.length }}
        hrefOf={(releaseId) => hrefs.release(organisationId, releaseId)}
      />
      <NameFields
        {...about}
        hints={{ sv: t`For example: Första halvåret 2026`, en: t`For example: First half of 2026` }}
        proposal={proposal}
        names={names}
        onTake={({ sv, en }) => {
          form.setValue('nameSv', sv, asTyped(form.formState));
          form.setValue('nameEn', en, asTyped(form.formState));
        }}
      />
      {!isBackwards && <StrangeNameNotice names={[names.sv, names.en]} periods={[period]} />}
      <MeasureFields {...fields} />
      <BreakdownField {...fields} isCautious={earlier === null && first.isCautious} />
      <AlikeNotice number={findNewestSame(releases, counted)} />
      <FaultNotice fault={action.fault} title={<Trans>The release was not begun</Trans>} />
      <ChosenCount chosen={measures.length} />
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          <Trans>Build the release</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

/** What a release is to count. Building publishes nothing. */
export function BuilderPage({ loaded, hrefs }: BuilderPageProps) {
  const { t } = useLingui();
  return (
    <UnsavedGuard>
      <Page>
        <BackLink to={hrefs.region}>
          <Trans>Figures for the regions</Trans>
        </BackLink>
        <PageHeader
          title={t`Build a new release`}
          lead={t`Nothing is published before you have seen what it says, what is hidden and why.`}
        />
        <SimulatedNotice isSimulated={loaded.choices.hasSimulated} />
        <WhatIsCounted methodHref={hrefs.method} />
        <WhatCountsLater />
        <BuilderForm loaded={loaded} hrefs={hrefs} />
      </Page>
    </UnsavedGuard>
  );
}
