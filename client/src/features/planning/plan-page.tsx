import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PlanRules } from '#shared/domain/cohort/problem.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Details } from '../../ui/details/details.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { callOffPlan, type LoadedPlan, type PlanSettings } from './api.ts';
import { ClashNotice } from './clash-notice.tsx';
import { EditionColumns } from './edition-columns.tsx';
import { FirmDialog } from './firm-dialog.tsx';
import { InvitePart } from './invite-part.tsx';
import { LeftOut } from './left-out.tsx';
import { LockList } from './lock-list.tsx';
import { PairsField } from './pairs-field.tsx';
import { PlanDifference } from './plan-difference.tsx';
import { withLock } from './plan-lock.ts';
import { PlanState } from './plan-state.tsx';
import { isUnderWay, viewPlan } from './plan-view.ts';
import { PlanWorth } from './plan-worth.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SolveBar } from './solve-bar.tsx';
import { useFollowedPlan } from './use-followed-plan.ts';
import { type PlanWords, usePlanWords } from './use-plan-words.ts';

export type PlanHrefs = {
  plan: (organisationId: string, planId: string) => string;
  plans: string;
  edition: (editionId: string) => string;
};

type PlanPageProps = { loaded: LoadedPlan; hrefs: PlanHrefs };
type Followed = ReturnType<typeof useFollowedPlan>;

const settingsOf = ({ problem: { rules, wishes, weights } }: LoadedPlan['plan']): PlanSettings => ({
  rules,
  wishes,
  weights,
});

function Found({ followed, loaded, hrefs, words }: PlanPageProps & { followed: Followed; words: PlanWords }) {
  const { plan: document } = followed;
  const view = viewPlan(document);
  const [settings, setSettings] = useState(() => settingsOf(document));
  const [openFirm, setOpenFirm] = useState<string | null>(null);
  const { rules } = settings;
  const isChanged = JSON.stringify(settings) !== JSON.stringify(settingsOf(document));
  const setRules = (changed: PlanRules) => setSettings({ ...settings, rules: changed });
  const firm = openFirm === null ? undefined : view.firm(openFirm);
  const solve = (
    <SolveBar
      document={document}
      settings={settings}
      isChanged={isChanged}
      planHref={hrefs.plan}
      onUndo={() => setSettings(settingsOf(document))}
    />
  );
  return (
    <>
      <PlanState view={view} />
      <ClashNotice view={view} words={words} />
      {view.plan !== null && (
        <>
          <Section title={<Trans>The groups</Trans>}>
            <EditionColumns editionHref={hrefs.edition} view={view} words={words} rules={rules} onOpen={setOpenFirm} />
          </Section>
          <LockList view={view} words={words} rules={rules} onChange={setRules} />
          {solve}
          <InvitePart
            view={view}
            words={words}
            isOutdated={isChanged}
            editionHref={hrefs.edition}
            onInvited={followed.refresh}
          />
          <LeftOut view={view} words={words} onOpen={setOpenFirm} />
          {view.hasPoints && <PlanWorth view={view} words={words} score={scorePlan(document.problem, view.plan)} />}
          {loaded.before !== null && view.hasPoints && (
            <PlanDifference view={view} before={loaded.before} words={words} />
          )}
        </>
      )}
      <Section title={<Trans>What the plan is to be like</Trans>}>
        {view.plan === null && <LockList view={view} words={words} rules={rules} onChange={setRules} />}
        <Details summary={<Trans>Rules, wishes and weights</Trans>} isOpenAtFirst={view.plan === null}>
          <SettingsForm
            settings={settings}
            editions={view.editions.map((each) => words.named(each, each.words))}
            onChange={setSettings}
          />
          <PairsField
            firms={view.firms.map((each) => ({ firmId: each.firmId, name: words.firm(each.words) }))}
            together={rules.together}
            apart={rules.apart}
            onChange={(kind, pairs) => setSettings({ ...settings, rules: { ...rules, [kind]: pairs } })}
          />
        </Details>
        {view.plan === null && solve}
      </Section>
      {firm !== undefined && (
        <FirmDialog
          key={firm.firmId}
          view={view}
          words={words}
          firm={firm}
          rules={rules}
          onLock={(value) => setRules({ ...rules, locks: withLock(rules.locks, firm.firmId, value) })}
          onClose={() => setOpenFirm(null)}
        />
      )}
    </>
  );
}

/** A plan: how far the search for it is, what it says, and how it is changed and carried out. */
export function PlanPage({ loaded, hrefs }: PlanPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = usePlanWords(loaded.options);
  const followed = useFollowedPlan(loaded.plan);
  const { plan, place, failure, refresh } = followed;
  const problemWords = useProblemWords();
  const calling = useAction(problemWords);
  const made = new Date(plan.createdAt);
  const when = `${formatDate(made, language)} ${formatTime(made, language)}`;
  const callOff = () =>
    calling.run(async () => {
      await callOffPlan(place);
      await refresh();
    });
  return (
    <Page width="results">
      <BackLink to={hrefs.plans}>
        <Trans>Plan groups</Trans>
      </BackLink>
      <PageHeader
        title={t`Plan of groups`}
        lead={
          plan.createdBy === null
            ? t`Made ${when}.`
            : t`Made ${when} by ${plan.createdBy}. Each firm sees that it stood here.`
        }
      />
      {isUnderWay(plan) ? (
        <ProgressPanel
          plan={plan}
          fault={failure === null ? undefined : problemWords(failure)}
          calling={calling}
          onCallOff={callOff}
        />
      ) : (
        <UnsavedGuard kind="choices">
          <Found key={plan.planId} followed={followed} loaded={loaded} hrefs={hrefs} words={words} />
        </UnsavedGuard>
      )}
    </Page>
  );
}
