import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { RulesDocument } from '#shared/contracts/rule-drafts.ts';
import type { WhatIfDocument } from '#shared/contracts/what-if.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { Button } from '../../ui/button/button.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { sendNewRuleDraft } from './api.ts';
import { useWorkshop } from './catalogue-context.tsx';
import { RuleDraftPanel } from './rule-draft-panel.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Where it is told what became of what one rule suggested, or all of them. */
export type OutcomesHref = (ruleId?: string) => string;

function RulesInUse({ outcomesHref }: { outcomesHref: OutcomesHref }) {
  const { t } = useLingui();
  const { catalogue } = useWorkshop().catalogue;
  const words = useRuleWords();
  return (
    <Table
      caption={t`Rules in use`}
      rows={catalogue.rules}
      rowKey={({ id }) => id}
      columns={[
        { key: 'rule', header: t`Rule`, isRowHeader: true, cell: ({ id }) => words.ruleName(id) },
        { key: 'when', header: t`Fires when`, cell: words.condition },
        { key: 'state', header: t`In use`, cell: ({ isOff }) => (isOff === true ? t`switched off` : t`in use`) },
        {
          key: 'outcome',
          header: t`What became of it`,
          cell: ({ id }) => (
            <Link to={outcomesHref(id)} aria-label={t`What became of what ${id} suggested`}>
              <Trans>See the counts</Trans>
            </Link>
          ),
        },
      ]}
    />
  );
}

type RulesPageProps = {
  rules: RulesDocument;
  /** Of the draft; null when there is none. */
  whatIf: WhatIfDocument | null;
  backHref: string;
  outcomesHref: OutcomesHref;
};

/** How firms are routed: the rules in use, and the draft of the next ones. */
export function RulesPage({ rules, whatIf, backHref, outcomesHref }: RulesPageProps) {
  const { t } = useLingui();
  const revalidator = useRevalidator();
  const done = useDone();
  const beginning = useAction(useCatalogueProblemWords());
  const { draft, versionNumber } = rules;
  const onEnded = async (words: string) => {
    await revalidator.revalidate();
    done.say(words);
  };
  return (
    <Page width="results">
      <BackLink to={backHref}>
        <Trans>Questionnaires</Trans>
      </BackLink>
      <PageHeader
        title={t`Rules for suggestions`}
        lead={t`Rules are switched off and numbers changed in a draft, which is then published as a new version. Results that firms have got keep the rules they were made by.`}
      >
        <p>
          <Trans>In use: version {versionNumber} of the catalogue.</Trans>
        </p>
        <p>
          <Link to={outcomesHref()}>
            <Trans>What became of the suggestions</Trans>
          </Link>
        </p>
      </PageHeader>
      <DoneNotice done={done} />
      {draft === null || whatIf === null ? (
        <Section title={<Trans>There is no draft</Trans>}>
          <p>
            <Trans>
              With a draft you can see, before publishing, how many of the firms that have answered would get other
              suggestions.
            </Trans>
          </p>
          <p>
            <Button
              isBusy={beginning.isBusy}
              onClick={() =>
                beginning.run(async () => {
                  await sendNewRuleDraft();
                  await revalidator.revalidate();
                })
              }
            >
              <Trans>Make a draft of the rules</Trans>
            </Button>
          </p>
          <FaultNotice fault={beginning.fault} />
          <RulesInUse outcomesHref={outcomesHref} />
        </Section>
      ) : (
        <RuleDraftPanel
          key={`${draft.ruleDraftId} ${versionNumber}`}
          loaded={draft}
          loadedWhatIf={whatIf}
          versionNumber={versionNumber}
          outcomesHref={outcomesHref}
          onEnded={onEnded}
        />
      )}
    </Page>
  );
}
