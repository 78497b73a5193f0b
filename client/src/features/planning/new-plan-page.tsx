import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { proposedRules, proposedWeights, proposedWishes } from '#shared/domain/cohort/problem.ts';
import { wholeGroup } from '#shared/domain/cohort/whole-group.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { beginPlan, type LoadedCandidates, type PlanSettings, type RefusedCandidates } from './api.ts';
import { CandidateList } from './candidate-list.tsx';
import { PairsField } from './pairs-field.tsx';
import styles from './planning.module.css';
import { SettingsForm } from './settings-form.tsx';
import { UnseenLine } from './unseen-line.tsx';
import { type PlanWords, usePlanWords } from './use-plan-words.ts';

export type NewPlanHrefs = { plan: (organisationId: string, planId: string) => string; plans: string };

type NewPlanPageProps = { loaded: LoadedCandidates; hrefs: NewPlanHrefs };

const proposed: PlanSettings = { rules: proposedRules, wishes: proposedWishes, weights: proposedWeights };

/** Why the groups that were chosen cannot be planned, and the way back to the choice. */
export function NewPlanRefusedPage({ refused, plansHref }: { refused: RefusedCandidates; plansHref: string }) {
  const { t } = useLingui();
  const problemWords = useProblemWords();
  return (
    <Page width="results">
      <BackLink to={plansHref}>
        <Trans>Plan groups</Trans>
      </BackLink>
      <PageHeader title={t`A new plan`} />
      <FaultNotice fault={problemWords(refused.refusal)} title={<Trans>These groups cannot be planned</Trans>} />
    </Page>
  );
}

type PlannedProps = { edition: LoadedCandidates['candidates']['editions'][number]; words: PlanWords };

/** One that is to be filled, with its places as its own page has them. */
function PlannedEdition({ edition, words }: PlannedProps) {
  const { places, minimum } = wholeGroup({ edition: edition.facts, unseen: edition.unseen });
  return (
    <li>
      <strong>{words.edition(edition)}</strong>, {words.where(edition.facts, edition)}, {words.when(edition.facts)},{' '}
      {minimum === null ? (
        <Trans>{places} places</Trans>
      ) : (
        <Trans>
          {places} places, at least {minimum}
        </Trans>
      )}
      <UnseenLine unseen={edition.unseen} className={styles.small} />
    </li>
  );
}

/** Who can be placed in the editions chosen, and what the plan is to keep to. */
export function NewPlanPage(props: NewPlanPageProps) {
  return (
    <UnsavedGuard kind="choices">
      <NewPlan {...props} />
    </UnsavedGuard>
  );
}

function NewPlan({ loaded, hrefs }: NewPlanPageProps) {
  const { t } = useLingui();
  const { organisationId, editionIds, candidates, options } = loaded;
  const words = usePlanWords(options);
  const navigate = useNavigate();
  const [settings, setSettings] = useState(proposed);
  const { rules } = settings;
  const release = useUnsaved(JSON.stringify(settings) !== JSON.stringify(proposed));
  const action = useAction(useProblemWords());
  const begin = () =>
    action.run(async () => {
      const planId = await beginPlan({ organisationId, editionIds, ...settings });
      release();
      await navigate(hrefs.plan(organisationId, planId));
    });
  return (
    <Page width="results">
      <BackLink to={hrefs.plans}>
        <Trans>Plan groups</Trans>
      </BackLink>
      <PageHeader title={t`A new plan`} lead={t`Each firm shown here sees that it stood in your list.`} />
      <Section title={<Trans>Groups</Trans>}>
        <ul className={styles.list}>
          {candidates.editions.map((edition) => (
            <PlannedEdition key={edition.editionId} edition={edition} words={words} />
          ))}
        </ul>
      </Section>
      <Section title={<Trans>Firms</Trans>}>
        <CandidateList candidates={candidates} words={words} />
      </Section>
      <Section title={<Trans>What the plan is to be like</Trans>}>
        <SettingsForm
          settings={settings}
          editions={candidates.editions.map((edition) => words.named(edition.facts, edition))}
          onChange={setSettings}
        />
        <Details summary={<Trans>Firms to hold together or keep apart</Trans>}>
          <PairsField
            firms={candidates.firms.map((firm) => ({ firmId: firm.firmId, name: words.firm(firm) }))}
            together={rules.together}
            apart={rules.apart}
            onChange={(kind, pairs) => setSettings({ ...settings, rules: { ...rules, [kind]: pairs } })}
          />
        </Details>
        <FaultNotice fault={action.fault} title={<Trans>The plan was not begun</Trans>} />
        <ButtonRow>
          <Button isBusy={action.isBusy} isUnavailable={candidates.firms.length === 0} onClick={begin}>
            <Trans>Find the best plan</Trans>
          </Button>
        </ButtonRow>
      </Section>
    </Page>
  );
}
