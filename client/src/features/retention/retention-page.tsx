import { Trans, useLingui } from '@lingui/react/macro';
import {
  dataClasses,
  type RetentionRule,
  type RetentionSchedule,
} from '#shared/domain/retention/retention-schedule.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './retention.module.css';
import { useRetentionWords } from './use-retention-words.ts';

type DataClass = RetentionRule['dataClass'];

function Standing({ schedule }: { schedule: RetentionSchedule }) {
  const language = useLanguage();
  const { decision } = schedule;
  if (decision === null) {
    return (
      <Notice tone="warning" title={<Trans>A proposal</Trans>}>
        <p>
          <Trans>
            The regions own the data and have not decided on this yet. Until they have, this is what the site does. What
            is a public record is kept until there is a decision on disposal.
          </Trans>
        </p>
      </Notice>
    );
  }
  const day = formatDate(new Date(decision.decidedOn), language);
  const { reference } = decision;
  return (
    <p>
      <Trans>
        Decided on {day}, {reference}.
      </Trans>
    </p>
  );
}

function RuleRow({ rule }: { rule: RetentionRule }) {
  const localise = useLocalised();
  const words = useRetentionWords();
  const notice = rule.notice === undefined ? '' : words.period(rule.notice);
  return (
    <li className={styles.row}>
      <div>
        <h3>{localise(rule.name)}</h3>
        <p className={styles.muted}>{localise(rule.examples)}</p>
      </div>
      <div>
        <p>
          <strong>{words.happening(rule)}</strong>
        </p>
        {notice !== '' && (
          <p>
            <Trans>The person is told {notice} before.</Trans>
          </p>
        )}
        <p className={styles.muted}>{localise(rule.basis)}</p>
      </div>
    </li>
  );
}

function useClassNames(): Record<DataClass, string> {
  const { t } = useLingui();
  return {
    P1: t`Who somebody is`,
    P2: t`Who has answered what`,
    P3: t`What a firm has answered`,
    P4: t`Statistics`,
    P5: t`What was done, and by whom`,
    P6: t`What was agreed to, and decided`,
  };
}

type RetentionPageProps = { schedule: RetentionSchedule; hrefs: { privacy: string } };

/** How long what is kept, and why: the very list by which the site clears away. */
export function RetentionPage({ schedule, hrefs }: RetentionPageProps) {
  const { t } = useLingui();
  const names = useClassNames();
  return (
    <Page width="results">
      <PageHeader
        title={t`How long we keep what`}
        lead={t`The site clears away by this list, every day and by itself.`}
      >
        <p>
          <Link to={hrefs.privacy}>
            <Trans>Who sees the answers</Trans>
          </Link>
        </p>
      </PageHeader>
      <Standing schedule={schedule} />
      {dataClasses.map((dataClass) => (
        <Section key={dataClass} title={names[dataClass]}>
          <RowList>
            {schedule.rules
              .filter((rule) => rule.dataClass === dataClass)
              .map((rule) => (
                <RuleRow key={rule.code} rule={rule} />
              ))}
          </RowList>
        </Section>
      ))}
    </Page>
  );
}
