import { Trans, useLingui } from '@lingui/react/macro';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { ToPartLinks } from '../../ui/navigation/part-links.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Contents } from './contents.tsx';
import { CellsInWords, MeasureHeat } from './heat.tsx';
import { HowToRead } from './how-to-read.tsx';
import { OneArea, type OneAreaProps } from './one-area.tsx';
import { OtherConsent } from './other-consent.tsx';
import { breakdownKey, viewRelease } from './release-view.ts';
import styles from './releases.module.css';
import { type Released, SourceLine } from './source-line.tsx';
import { TrendOverReleases } from './trend.tsx';
import { useExplorerAddress } from './use-explorer-address.ts';
import { useFindings } from './use-finding.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** Headings of what is no level; see `headingWords`. */
const moreHeadings: readonly string[] = ['importance', 'wish'];
/** Once published they have pages of their own. */
const headingsWithPages: readonly string[] = ['gap', 'collaboration'];

function Choice({ view, address, measureWords }: Pick<OneAreaProps, 'view' | 'address' | 'measureWords'>) {
  const { t } = useLingui();
  const { breakdowns, names } = view.document.spec;
  const words = useGroupWords(names);
  const { parts, part, order, breakdown, isCross, choose } = address;
  const hasSeveral = view.document.spec.measures.length > 1;
  if (breakdowns.length < 2 && !hasSeveral) return null;
  return (
    <>
      <div className={styles.choice}>
        {breakdowns.length > 1 && (
          <SelectField
            name="by"
            label={t`Divide by`}
            value={breakdownKey(breakdown)}
            options={breakdowns.map((codes) => ({ value: breakdownKey(codes), label: words.breakdown(codes) }))}
            onChange={({ currentTarget }) => choose('by', currentTarget.value)}
          />
        )}
        {parts.length > 1 && !isCross && (
          <SelectField
            name="part"
            label={t`Areas`}
            value={part ?? ''}
            options={[
              { value: '', label: t`All areas` },
              ...parts.map((each) => ({ value: each, label: measureWords.heading(each) })),
            ]}
            onChange={({ currentTarget }) => choose('part', currentTarget.value)}
          />
        )}
        {hasSeveral && !isCross && (
          <SelectField
            name="order"
            label={t`Order`}
            value={order ?? ''}
            options={[
              { value: '', label: t`As in the questionnaire` },
              { value: 'highest', label: t`Highest of all firms first` },
              { value: 'lowest', label: t`Lowest of all firms first` },
            ]}
            onChange={({ currentTarget }) => choose('order', currentTarget.value)}
          />
        )}
      </div>
      {isCross && hasSeveral && (
        <p>
          <Trans>Groups of two attributes are shown of one area at a time. Choose it below.</Trans>
        </p>
      )}
    </>
  );
}

/** Straight to what else than levels the release tells of. */
function WaysIn({ released, address, measureWords }: Pick<OneAreaProps, 'released' | 'address' | 'measureWords'>) {
  const { t } = useLingui();
  const { parts, part, isCross, searchWith } = address;
  const headings = released.number === null ? [...moreHeadings, ...headingsWithPages] : moreHeadings;
  const more = parts.filter((each) => headings.includes(each));
  if (more.length === 0 || isCross) return null;
  const name = t`More than levels`;
  return (
    <nav aria-label={name}>
      <p className={styles.waysName}>{name}</p>
      <ul className={styles.ways}>
        {more.map((each) => (
          <li key={each}>
            <Link
              to={{ search: searchWith('part', each) }}
              preventScrollReset
              aria-current={each === part ? 'true' : undefined}
            >
              {measureWords.heading(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type ExplorerProps = {
  released: Released;
  measureWords: MeasureWords;
  methodHref: string;
  releaseHref: (number: number) => string;
  /** Whether the page goes on with how far the firms stand for those there are. */
  hasCoverage?: boolean | undefined;
  /** What the page has said already. */
  told?: string | undefined;
};

/** A release to look round in. */
export function Explorer({ released, measureWords, told, ...page }: ExplorerProps) {
  const view = viewRelease(released.document);
  const { spec } = released.document;
  const address = useExplorerAddress(spec, measureWords);
  const findings = useFindings(view, measureWords);
  const finding = findings.ofMeasures(address.measures);
  const parts = { released, view, address, measureWords, findings };
  const { part, isCross } = address;
  const isPublished = released.number !== null;
  useFocusOnHash();
  return (
    <div className={styles.explorer}>
      {isPublished && <Contents hasFigures={!isCross} hasCoverage={page.hasCoverage === true} />}
      <WaysIn {...parts} />
      <Choice {...parts} />
      {!isCross && (
        <Section
          id="figures"
          title={part === undefined ? <Trans>Figures by area</Trans> : measureWords.heading(part)}
          lead={finding === told ? undefined : finding}
        >
          <MeasureHeat view={view} address={address} measureWords={measureWords} />
          <OtherConsent breakdown={address.breakdown} />
          <CellsInWords />
          <SourceLine released={released} />
          {isPublished && <ToPartLinks />}
        </Section>
      )}
      <OneArea {...parts} />
      {released.number !== null && (
        <TrendOverReleases number={released.number} releaseHref={page.releaseHref} {...parts} />
      )}
      <HowToRead released={released} methodHref={page.methodHref} />
    </div>
  );
}
