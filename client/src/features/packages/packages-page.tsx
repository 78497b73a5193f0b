import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { PackageCard } from './package-card.tsx';
import styles from './packages.module.css';
import { usePackageFilter } from './use-package-filter.ts';

export type PackagesHrefs = { package: (code: string) => string };

/** Everything in the catalogue, by area and county. Where a package is held is told, and never a condition. */
export function PackagesPage({ packages, hrefs }: { packages: readonly PackageDocument[]; hrefs: PackagesHrefs }) {
  const { t } = useLingui();
  const { options, area, county, shown, choose, clear } = usePackageFilter(packages);
  const count = shown.length;
  return (
    <Page width="results">
      <PageHeader
        title={t`Support packages`}
        lead={t`What suggestions are chosen from. A firm is suggested at most three of them.`}
      />
      <Notice>
        <p>
          <Trans>
            Every package is a proposal that awaits the regions' confirmation. None of them can be ordered yet. You may
            take part wherever in the three counties you are.
          </Trans>
        </p>
      </Notice>
      <div className={styles.filter}>
        <SelectField
          name="area"
          label={t`Area`}
          value={area}
          options={[{ value: '', label: t`All areas` }, ...options.area]}
          onChange={(event) => choose('area', event.currentTarget.value)}
        />
        <SelectField
          name="county"
          label={t`Held in`}
          value={county}
          options={[{ value: '', label: t`All counties` }, ...options.county]}
          onChange={(event) => choose('county', event.currentTarget.value)}
        />
      </div>
      <p role="status">
        <Plural value={count} one="# package" other="# packages" />
      </p>
      {count === 0 ? (
        <EmptyState
          title={<Trans>No package for that choice</Trans>}
          action={
            <Button variant="secondary" onClick={clear}>
              <Trans>Show all</Trans>
            </Button>
          }
        >
          <p>
            <Trans>A package that is held in another county is open to you too.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((each) => (
            <PackageCard key={each.code} shown={each} href={hrefs.package(each.code)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
