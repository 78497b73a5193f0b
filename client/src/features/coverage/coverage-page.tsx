import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useRevalidator } from 'react-router';
import { newerThan, populationBeside } from '#shared/domain/coverage/population.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { LoadedCoverage } from './api.ts';
import { CoverageView } from './coverage-view.tsx';
import { PopulationForm, type StoredTable } from './population-form.tsx';
import { PopulationList } from './population-list.tsx';

export type CoveragePageProps = {
  loaded: LoadedCoverage;
  hrefs: { coverage: (organisationId: string, releaseNumber?: number) => string };
};

function NoTable({ isSimulated }: { isSimulated: boolean }) {
  return (
    <p>
      {isSimulated ? (
        <Trans>
          The release is of simulated firms, which are not compared with how many real ones there are. There is no table
          in use of how many simulated firms there are.
        </Trans>
      ) : (
        <Trans>There is no table in use of how many firms there are. Take one in below.</Trans>
      )}
    </p>
  );
}

/** How far the answers stand for the firms there are, and the tables that say how many those are. */
export function CoveragePage({ loaded, hrefs }: CoveragePageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const done = useDone();
  const { organisationId, populations, current, releases, release } = loaded;
  const storedWords = ({ unit, year }: StoredTable) => {
    const newer = newerThan(current.populations, { unit, year });
    if (newer !== undefined) return t`The table is taken in. It is not used, since the one of ${newer.year} is newer.`;
    return release?.document.spec.isSimulated === true
      ? t`The table is taken in. It is of real firms, so the figures of simulated firms above are not compared with it.`
      : t`The table is taken in and in use.`;
  };
  return (
    <>
      <PageHeader
        title={t`Coverage`}
        lead={t`How many of the firms there are have answered, and whether some groups have answered more than others.`}
      />
      <DoneNotice done={done} />
      {release === null ? (
        <EmptyState title={<Trans>Nothing is published yet</Trans>}>
          <p>
            <Trans>Coverage is shown of a published release, so that no firm can be found out by it.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Section title={<Trans>Firms that have answered</Trans>}>
          <SelectField
            name="release"
            label={t`Release`}
            width="half"
            value={String(release.number)}
            options={releases.map(({ number, name }) => ({
              value: String(number),
              label: `${number}: ${localise(name)}`,
            }))}
            onChange={({ currentTarget: { value } }) => void navigate(hrefs.coverage(organisationId, Number(value)))}
          />
          {populationBeside(current.populations, 'firms', release.document.spec) === undefined ? (
            <NoTable isSimulated={release.document.spec.isSimulated} />
          ) : (
            <CoverageView release={release} current={current} />
          )}
        </Section>
      )}
      <Section title={<Trans>Population tables</Trans>}>
        <PopulationList
          organisationId={organisationId}
          populations={populations}
          inUse={current.populations.map(({ populationId }) => populationId)}
          onWithdrawn={async () => {
            await revalidator.revalidate();
            done.say(t`The table is withdrawn.`);
          }}
        />
      </Section>
      <Section title={<Trans>Take in a table</Trans>}>
        <PopulationForm
          organisationId={organisationId}
          onStored={async (table) => {
            await revalidator.revalidate();
            done.say(storedWords(table));
          }}
        />
      </Section>
    </>
  );
}
