import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Answers } from './answers.tsx';
import { Branches } from './branches.tsx';
import { Challenges } from './challenges.tsx';
import { Figures } from './figures.tsx';
import { Goal } from './goal.tsx';
import { Needs } from './needs.tsx';
import { Priorities } from './priorities.tsx';
import { Readings } from './readings.tsx';
import { SectionKey } from './section-key.tsx';
import { SectionsContext } from './sections-context.ts';
import styles from './strategy.module.css';
import { useFocusOnTarget } from './use-target.ts';

function OnThisPage() {
  const { t } = useLingui();
  const parts = [
    { id: 'goal', name: t`Goal` },
    { id: 'challenges', name: t`Five challenges` },
    { id: 'priorities', name: t`Six priorities and their steps` },
    { id: 'answers', name: t`Which priority answers which challenge` },
    { id: 'needs', name: t`Needs without support` },
    { id: 'branches', name: t`Industries` },
    { id: 'figures', name: t`Figures` },
    { id: 'readings', name: t`How we read it` },
  ];
  return (
    <nav aria-label={t`On this page`}>
      <ul className={styles.contents}>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <Link to={{ hash: id }}>{name}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The strategy the site builds on, with its figures; every part can be linked to by its code (`#P3.1`). */
export function StrategyPage({ strategy }: { strategy: StrategyDocument }) {
  const { t } = useLingui();
  const title = useLocalised()(strategy.outline.title);
  useFocusOnTarget();
  return (
    <SectionsContext value={strategy.outline.sections}>
      <Page width="results">
        <PageHeader title={t`The strategy`} lead={<Trans>What we build on: {title}.</Trans>} />
        <Notice>
          <p>
            <Trans>
              Names and figures are from the strategy unless we say otherwise. The summaries, the readings and all
              English are ours.
            </Trans>
          </p>
        </Notice>
        <OnThisPage />
        <Goal outline={strategy.outline} />
        <Challenges outline={strategy.outline} />
        <Priorities strategy={strategy} />
        <Answers strategy={strategy} />
        <Needs needs={strategy.needs} supportForms={strategy.supportForms} />
        <Branches strategy={strategy} />
        <Figures strategy={strategy} />
        <Readings strategy={strategy} />
        <SectionKey sections={strategy.outline.sections} />
      </Page>
    </SectionsContext>
  );
}
