import { Trans, useLingui } from '@lingui/react/macro';
import { leastTold, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatLevel } from '../../lib/format.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Contents } from './contents.tsx';
import { CountyFigures } from './county-figures.tsx';
import { Distribution } from './distribution.tsx';
import { CrossHeat } from './division-heats.tsx';
import { CountedInWords, GroupRulers, GroupTable } from './group-rulers.tsx';
import { CellsInWords, MeasureHeat } from './heat.tsx';
import { breakdownKey, type ReleaseView, viewRelease } from './release-view.ts';
import styles from './releases.module.css';
import { type Released, SourceLine } from './source-line.tsx';
import { TrendOverReleases } from './trend.tsx';
import { type ExplorerAddress, useExplorerAddress } from './use-explorer-address.ts';
import { useFigureWords } from './use-figure-words.ts';
import { type Findings, useFindings } from './use-finding.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';

/** Headings of what is no level; see `headingWords`. */
const moreHeadings: readonly string[] = ['importance', 'wish', 'gap', 'collaboration'];

type PartProps = {
  released: Released;
  view: ReleaseView;
  address: ExplorerAddress;
  measureWords: MeasureWords;
  findings: Findings;
};

function Choice({ view, address, measureWords }: Pick<PartProps, 'view' | 'address' | 'measureWords'>) {
  const { t } = useLingui();
  const { breakdowns, names } = view.document.spec;
  const words = useGroupWords(names);
  const { parts, part, order, measures, measure, breakdown, isCross, choose } = address;
  const hasSeveral = view.document.spec.measures.length > 1;
  if (breakdowns.length < 2 && !hasSeveral) return null;
  return (
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
      {hasSeveral && (
        <SelectField
          name="area"
          label={t`One area closely`}
          value={measure}
          options={measures.map((code) => ({ value: code, label: measureWords.measure(code) }))}
          onChange={({ currentTarget }) => choose('area', currentTarget.value)}
        />
      )}
    </div>
  );
}

/** Straight to what else than levels the release tells of. */
function WaysIn({ address, measureWords }: Pick<PartProps, 'address' | 'measureWords'>) {
  const { t } = useLingui();
  const { parts, part, isCross, searchWith } = address;
  const more = parts.filter((each) => moreHeadings.includes(each));
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

function OneArea({ released, view, address, measureWords, findings }: PartProps) {
  const { measure, breakdown, isCross } = address;
  const figureWords = useFigureWords();
  useFocusOnHash();
  const divided = view.groupsOf(breakdown);
  const all = view.groupsOf([]);
  const groups = breakdown.length === 0 ? all : [...all, ...divided];
  const isShown = groups.some(({ key }) => view.cell(measure, key) !== undefined);
  const parts = { view, measure, measureWords };
  const scale = scaleOf(view.document.spec.names, measure);
  return (
    <Section
      id="area"
      title={breakdown.length === 0 ? measureWords.measure(measure) : findings.ofGroups(measure, divided)}
    >
      {isCross && (
        <>
          <CrossHeat
            view={view}
            breakdown={breakdown}
            measure={measure}
            caption={`${measureWords.measure(measure)}: ${figureWords.name(scale)}`}
          />
          <CellsInWords />
        </>
      )}
      {!isCross && isShown && (
        <>
          {breakdown[0] === 'county' && (
            <CountyFigures view={view} measure={measure} name={measureWords.measure(measure)} groups={divided} />
          )}
          {(scale === 'level' || scale === 'importance') && (
            <>
              <p>
                <Trans>
                  The diamond is the mean. The band is the middle half of the firms, the line in it the middle one.
                </Trans>
              </p>
              <GroupRulers {...parts} groups={groups} />
            </>
          )}
          {scale === 'share' && <Distribution {...parts} groups={groups} />}
          <GroupTable {...parts} groups={groups} />
          {scale === 'share' && <CountedInWords view={view} measure={measure} groups={groups} />}
          {scale !== 'share' && <Distribution {...parts} groups={groups} />}
        </>
      )}
      {!isCross && !isShown && (
        <EmptyState title={<Trans>Nothing of this area can be shown</Trans>}>
          <p>
            <Trans>Too few firms have answered, or it would give away single firms. Choose another area.</Trans>
          </p>
        </EmptyState>
      )}
      <SourceLine released={released} />
    </Section>
  );
}

function HowToRead({ view, methodHref }: { view: ReleaseView; methodHref: string }) {
  const language = useLanguage();
  const { rules, population } = view.document.spec;
  const words = useReleaseWords();
  const { fewestFirms, roundTo, version } = rules;
  const told = formatLevel(leastTold.level, language);
  const toldShare = leastTold.share;
  return (
    <Details summary={<Trans>How the figures are to be read</Trans>}>
      <ul>
        <li>{words.population(population)}.</li>
        <li>
          <Trans>
            They describe firms that have answered and agreed to be counted. They say nothing of those that have not.
          </Trans>
        </li>
        <li>
          <Trans>The levels are what the firms answered themselves. What advisers have reviewed is not counted.</Trans>
        </li>
        <li>
          <Trans>
            More than levels is counted of firms whose consent names it, which are fewer. So the number of firms differs
            from one figure to the next.
          </Trans>
        </li>
        <li>
          <Trans>Numbers of firms are rounded to the nearest {roundTo}, shares to the nearest 5 per cent.</Trans>
        </li>
        <li>
          <Trans>
            A group has at least {fewestFirms} firms. Distributions and quartiles take more, and are left out of groups
            of two attributes.
          </Trans>
        </li>
        <li>
          <Trans>
            Titles name a difference of {told} levels, or {toldShare} percentage points, or more, if it is larger than
            chance could make it. Otherwise they say that what is shown cannot be told apart.
          </Trans>
        </li>
        <li>
          <Trans>
            What chance could make depends on how many firms there are and on how many groups or areas are compared. We
            reckon as if firms lay evenly over the whole scale, and let a title be wrong by chance once in twenty at
            most. The limits are our proposal.
          </Trans>
        </li>
        <li>
          <Trans>The limits are a proposal too, with the version {version}.</Trans>
        </li>
      </ul>
      <p>
        <Link to={methodHref}>
          <Trans>How the protection works</Trans>
        </Link>
      </p>
    </Details>
  );
}

export type ExplorerProps = {
  released: Released;
  measureWords: MeasureWords;
  methodHref: string;
  /** What the title of the page has said already. */
  told?: string | undefined;
};

/** A release to look round in. */
export function Explorer({ released, measureWords, methodHref, told }: ExplorerProps) {
  const view = viewRelease(released.document);
  const { spec } = released.document;
  const address = useExplorerAddress(spec, measureWords);
  const findings = useFindings(view, measureWords);
  const finding = findings.ofMeasures(address.measures);
  const parts = { released, view, address, measureWords, findings };
  const { part } = address;
  const overviewTitle = part === undefined ? <Trans>Figures by area</Trans> : measureWords.heading(part);
  return (
    <div className={styles.explorer}>
      {released.number !== null && <Contents hasFigures={!address.isCross} />}
      <WaysIn {...parts} />
      <Choice {...parts} />
      {!address.isCross && (
        <Section id="figures" title={finding === null || finding === told ? overviewTitle : finding}>
          <MeasureHeat view={view} address={address} measureWords={measureWords} />
          <CellsInWords />
          <SourceLine released={released} />
        </Section>
      )}
      <OneArea {...parts} />
      {released.number !== null && <TrendOverReleases number={released.number} {...parts} />}
      <HowToRead view={view} methodHref={methodHref} />
    </div>
  );
}
