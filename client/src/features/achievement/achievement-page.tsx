import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { PeriodChoice } from '../../ui/navigation/period-choice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './achievement.module.css';
import { achievementFiles } from './api.ts';
import { ChangeSection } from './change-section.tsx';
import { CountingMethod } from './counting-method.tsx';
import { KeyFigures } from './key-figures.tsx';
import { type Period, readPeriod, writePeriod } from './period.ts';
import { figuresOf } from './period-figures.ts';
import { useShownCount } from './shown-count.tsx';
import { useAchievementWords } from './use-achievement-words.ts';
import { WhatBecame } from './what-became.tsx';
import { WhichFirms } from './which-firms.tsx';
import { YearByYear } from './year-by-year.tsx';

/** What there is to say, in one sentence. */
function useFinding(loaded: AchievementDocument, period: Period): string {
  const { say } = useAchievementWords();
  const provider = useLocalised()(loaded.organisationName);
  const shown = useShownCount();
  const { firms } = figuresOf(loaded.figures, period);
  const filling = { provider, count: shown(firms), year: period ?? '' };
  if (firms === null) return say(period === null ? 'tooFewAll' : 'tooFewYear', filling);
  return say(period === null ? 'reachedAll' : 'reachedYear', filling);
}

function Files({ loaded, period }: { loaded: AchievementDocument; period: Period }) {
  const language = useLanguage();
  const { organisationId } = loaded;
  return (
    <ul className={styles.files}>
      <li>
        <DownloadLink href={achievementFiles.report(organisationId, String(period ?? 'since-start'), language)}>
          <Trans>Save as PDF</Trans>
        </DownloadLink>
      </li>
      <li>
        <DownloadLink href={achievementFiles.workbook(organisationId, language)}>
          <Trans>Save every period as a workbook (xlsx)</Trans>
        </DownloadLink>
      </li>
      <li>
        <DownloadLink href={achievementFiles.table(organisationId, language)}>
          <Trans>Save every period as a table (CSV)</Trans>
        </DownloadLink>
      </li>
    </ul>
  );
}

function Figures({ loaded, period }: { loaded: AchievementDocument; period: Period }) {
  const { say } = useAchievementWords();
  const { figures } = loaded;
  return (
    <>
      <PeriodChoice years={figures.years} current={period} searchOf={writePeriod} />
      <Section title={period === null ? say('inShortAll') : say('inShortYear', { year: period })}>
        <KeyFigures loaded={loaded} period={period} />
      </Section>
      <Files loaded={loaded} period={period} />
      <YearByYear figures={figures} />
      <WhichFirms loaded={loaded} />
      <WhatBecame loaded={loaded} />
      <ChangeSection loaded={loaded} />
    </>
  );
}

function NothingYet({ loaded }: { loaded: AchievementDocument }) {
  const { fewestFirms } = loaded.protection;
  return (
    <EmptyState title={<Trans>Nothing can be shown yet</Trans>}>
      <p>
        <Trans>
          Figures come when at least {fewestFirms} firms have let you in or asked you about a package, and the month
          they did so in has ended.
        </Trans>
      </p>
    </EmptyState>
  );
}

/** What a provider has achieved, for its board and its funders: counts that no firm can be read from. */
export function AchievementPage({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useAchievementWords();
  const [parameters] = useSearchParams();
  const { figures, protection, isSimulated } = loaded;
  const period = readPeriod(parameters, figures.years);
  const title = useFinding(loaded, period);
  const day = formatDate(new Date(Date.parse(loaded.countedUntil) - 1), language);
  const step = protection.roundTo;
  const isEmpty = figures.firms.total === null && figures.requests.total === null;
  return (
    <Page width="results">
      <PageHeader title={title} documentTitle={t`What we have achieved`} lead={words.say('counted', { day, step })} />
      {isSimulated && (
        <Notice tone="warning" title={<Trans>Simulated firms</Trans>}>
          <p>
            <Trans>The figures show how the page works and say nothing about real firms.</Trans>
          </p>
        </Notice>
      )}
      {isEmpty ? <NothingYet loaded={loaded} /> : <Figures loaded={loaded} period={period} />}
      <CountingMethod loaded={loaded} />
    </Page>
  );
}
