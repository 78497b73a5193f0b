import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './packages.module.css';
import { usePackageWords } from './use-package-words.ts';

export type PackagesHrefs = { package: (code: string) => string };

const parameter = 'area';

function useAreas(packages: readonly PackageDocument[]) {
  const localise = useLocalised();
  const names = new Map(
    packages.flatMap(({ dimensions }) => dimensions.map(({ code, name }) => [code, localise(name)] as const)),
  );
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'sv'));
}

function Card({ each, href }: { each: PackageDocument; href: string }) {
  const localise = useLocalised();
  const words = usePackageWords();
  return (
    <li>
      <Panel>
        <h2>
          <Link to={href}>{localise(each.name)}</Link>
        </h2>
        <p>{localise(each.summary)}</p>
        <p className={styles.facts}>
          {[words.group(each), words.duration(each), each.providers.map(({ name }) => localise(name)).join(', ')].join(
            ' · ',
          )}
        </p>
      </Panel>
    </li>
  );
}

/** Everything in the catalogue, by area. Where a provider sits is told, and never a condition. */
export function PackagesPage({ packages, hrefs }: { packages: readonly PackageDocument[]; hrefs: PackagesHrefs }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const area = search.get(parameter) ?? '';
  const shown = packages.filter(({ dimensions }) => area === '' || dimensions.some(({ code }) => code === area));
  const count = shown.length;
  const choose = (code: string) => setSearch(code === '' ? {} : { [parameter]: code }, { replace: true });
  return (
    <Page width="results">
      <PageHeader
        title={t`Support packages`}
        lead={t`What the quick check chooses from. A firm is suggested at most three of them.`}
      />
      <Notice>
        <p>
          <Trans>
            Every package is a proposal that awaits the regions' confirmation. None of them can be ordered yet. You may
            take part wherever in the three counties you are.
          </Trans>
        </p>
      </Notice>
      <SelectField
        name="area"
        label={t`Area`}
        width="half"
        value={area}
        options={[{ value: '', label: t`All areas` }, ...useAreas(packages)]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <p role="status">
        <Trans>{count} packages</Trans>
      </p>
      {count === 0 ? (
        <EmptyState
          title={<Trans>No package for that area</Trans>}
          action={
            <Button variant="secondary" onClick={() => choose('')}>
              <Trans>Show all</Trans>
            </Button>
          }
        />
      ) : (
        <ul className={styles.list}>
          {shown.map((each) => (
            <Card key={each.code} each={each} href={hrefs.package(each.code)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
