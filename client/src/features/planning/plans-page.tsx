import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { placesLeft, placesTaken, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { formatDate, formatDay, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { CheckboxGroup } from '../../ui/field/checkbox-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { type LoadedPlans, openEdition } from './api.ts';
import styles from './planning.module.css';
import { usePlanState } from './use-plan-words.ts';

export type PlansHrefs = {
  plan: (organisationId: string, planId: string) => string;
  newPlan: (organisationId: string, editionIds: readonly string[]) => string;
  plansOf: (organisationId: string) => string;
  editions: string;
};

type PlansPageProps = { loaded: LoadedPlans; hrefs: PlansHrefs };

type UnopenedProps = { editions: readonly EditionDocument[]; lineOf: (edition: EditionDocument) => string };

/** Groups that are only thought of: nobody can be invited to them, and so no plan can be carried out, before they are opened. */
function UnopenedNotice({ editions, lineOf }: UnopenedProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const action = useAction(useProblemWords());
  const done = useDone();
  const open = (edition: EditionDocument) =>
    action.run(async () => {
      done.forget();
      try {
        await openEdition(edition);
      } finally {
        await revalidate();
      }
      const line = lineOf(edition);
      done.say(t`Open for firms: ${line}.`);
    });
  return (
    <>
      <DoneNotice done={done} />
      <FaultNotice fault={action.fault} />
      {editions.length > 0 && (
        <Notice title={<Trans>These are planned and take no firms yet</Trans>}>
          <p>
            <Trans>
              Nobody can be invited to them before they are open. An open one is shown on the page of its package.
            </Trans>
          </p>
          <ul className={styles.list}>
            {editions.map((edition) => {
              const line = lineOf(edition);
              const { minimumGroup } = edition;
              return (
                <li key={edition.editionId}>
                  <div className={styles.listRow}>
                    <span>{t`${line}: planned, at least ${minimumGroup} for a group.`}</span>
                    <Button
                      variant="secondary"
                      isUnavailable={action.isBusy}
                      aria-label={t`Open for firms: ${line}`}
                      onClick={() => open(edition)}
                    >
                      <Trans>Open for firms</Trans>
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </>
  );
}

function EditionChoice({ loaded, hrefs }: PlansPageProps) {
  const { organisationId, editions, municipalities } = loaded;
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string[]>([]);
  const placeOf = ({ municipality }: LoadedPlans['editions'][number]): string =>
    municipalities.find(({ code }) => code === municipality)?.name ?? t`online`;
  const nameOf = ({ name, packageName }: LoadedPlans['editions'][number]): string => name ?? localise(packageName);
  const lineOf = (edition: EditionDocument): string => {
    const [name, place, starts] = [nameOf(edition), placeOf(edition), formatDay(edition.startsOn, language)];
    return t`${name}, ${place}, from ${starts}`;
  };
  const offered = editions.filter(({ isPackageOffered }) => isPackageOffered);
  const outOfUse = editions.filter(({ isPackageOffered }) => !isPackageOffered);
  const unopened = offered.filter(({ status }) => !takesFirms(status));
  const taking = offered.filter(({ status }) => takesFirms(status));
  const open = taking.filter((edition) => placesLeft(edition) > 0);
  const full = taking.filter((edition) => placesLeft(edition) === 0);
  const notice = (
    <>
      <UnopenedNotice editions={unopened} lineOf={lineOf} />
      {full.length > 0 && (
        <Notice title={<Trans>These are full</Trans>}>
          <ul>
            {full.map((edition) => (
              <li key={edition.editionId}>
                <Trans>
                  {lineOf(edition)}: all {edition.places} places are taken, so no firm can be added.
                </Trans>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {outOfUse.length > 0 && (
        <Notice title={<Trans>These take firms but cannot be planned</Trans>}>
          <ul>
            {outOfUse.map((edition) => (
              <li key={edition.editionId}>
                <Trans>{lineOf(edition)}: the package is not in use any more.</Trans>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
  if (open.length === 0 && editions.length > 0) return notice;
  if (editions.length === 0) {
    return (
      <EmptyState
        title={<Trans>There is no group that takes firms</Trans>}
        action={
          <Link to={hrefs.editions}>
            <Trans>To the groups</Trans>
          </Link>
        }
      >
        <p>
          <Trans>Plan a group for a package and open it first. Then it can be filled here.</Trans>
        </p>
      </EmptyState>
    );
  }
  const options = open.map((edition) => {
    const place = placeOf(edition);
    const starts = formatDay(edition.startsOn, language);
    const { places, minimumGroup } = edition;
    const taken = placesTaken(edition);
    return {
      value: edition.editionId,
      label: nameOf(edition),
      hint: t`${place}, from ${starts}. ${taken} of ${places} places taken, at least ${minimumGroup} for a group.`,
    };
  });
  return (
    <>
      <CheckboxGroup
        name="editions"
        legend={t`Which groups are to be filled?`}
        hint={t`Several at once give a better plan than one after the other.`}
        options={options}
        value={chosen}
        onToggle={(value, isChosen) =>
          setChosen((before) => (isChosen ? [...before, value] : before.filter((each) => each !== value)))
        }
      />
      {notice}
      <ButtonRow>
        <Button
          isUnavailable={chosen.length === 0}
          onClick={() => void navigate(hrefs.newPlan(organisationId, chosen))}
        >
          <Trans>See which firms need them</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

function PlanTable({ loaded: { organisationId, plans }, hrefs }: PlansPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const stateOf = usePlanState();
  if (plans.length === 0) return null;
  return (
    <Section title={<Trans>Plans made</Trans>}>
      <Table
        caption={t`Plans, the newest first. Each is kept for a year.`}
        rows={plans}
        rowKey={({ planId }) => planId}
        columns={[
          {
            key: 'made',
            header: t`Made`,
            isRowHeader: true,
            cell: ({ planId, createdAt }) => (
              <Link to={hrefs.plan(organisationId, planId)}>
                {formatDate(new Date(createdAt), language)} {formatTime(new Date(createdAt), language)}
              </Link>
            ),
          },
          { key: 'by', header: t`By`, cell: ({ createdBy }) => createdBy ?? '–' },
          { key: 'state', header: t`How it ended`, cell: (plan) => <Tag>{stateOf(plan)}</Tag> },
          { key: 'editions', header: t`Groups`, isNumeric: true, cell: ({ editions }) => editions },
          { key: 'firms', header: t`Firms to choose from`, isNumeric: true, cell: ({ firms }) => firms },
          { key: 'placed', header: t`Given a place`, isNumeric: true, cell: ({ placed }) => placed },
        ]}
      />
    </Section>
  );
}

/** Where a plan of groups begins, and the plans there are. */
export function PlansPage(props: PlansPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const { loaded, hrefs } = props;
  const { providers, organisationId } = loaded;
  return (
    <Page width="results">
      <PageHeader
        title={t`Plan groups`}
        lead={t`The best choice of firms for your groups, within places, dates and distance, with the reasons for it. You decide: nobody is invited before you say so.`}
      />
      {providers.length > 1 && (
        <SelectField
          name="provider"
          label={t`Organisation`}
          value={organisationId}
          options={providers.map((each) => ({ value: each.organisationId, label: localise(each.name) }))}
          onChange={(event) => void navigate(hrefs.plansOf(event.currentTarget.value))}
        />
      )}
      <Section title={<Trans>A new plan</Trans>}>
        <EditionChoice key={organisationId} {...props} />
      </Section>
      <PlanTable {...props} />
    </Page>
  );
}
