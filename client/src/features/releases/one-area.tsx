import { Trans, useLingui } from '@lingui/react/macro';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { ToPartLinks } from '../../ui/navigation/part-links.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CountyFigures } from './county-figures.tsx';
import { Distribution } from './distribution.tsx';
import { CrossHeat } from './division-heats.tsx';
import { CountedInWords, GroupRulers, GroupTable } from './group-rulers.tsx';
import { CellsInWords } from './heat.tsx';
import { OtherConsent } from './other-consent.tsx';
import type { ReleaseView } from './release-view.ts';
import styles from './releases.module.css';
import { type Released, SourceLine } from './source-line.tsx';
import type { ExplorerAddress } from './use-explorer-address.ts';
import { useFigureWords } from './use-figure-words.ts';
import type { Findings } from './use-finding.ts';
import type { MeasureWords } from './use-measure-words.ts';

export type OneAreaProps = {
  released: Released;
  view: ReleaseView;
  address: ExplorerAddress;
  measureWords: MeasureWords;
  findings: Findings;
};

/** Where the choice is seen to change something. */
function AreaChoice({ view, address, measureWords }: Pick<OneAreaProps, 'view' | 'address' | 'measureWords'>) {
  const { t } = useLingui();
  const { measures } = view.document.spec;
  const { measure, choose } = address;
  if (measures.length < 2) return null;
  return (
    <div className={styles.choice}>
      <SelectField
        name="area"
        label={t`One area up close`}
        value={measure}
        options={measures.map((code) => ({ value: code, label: measureWords.measure(code) }))}
        onChange={({ currentTarget }) => choose('area', currentTarget.value)}
      />
    </div>
  );
}

/** What is looked at closely, in every group of the division. */
export function OneArea({ released, view, address, measureWords, findings }: OneAreaProps) {
  const { measure, breakdown, isCross } = address;
  const figureWords = useFigureWords();
  const divided = view.groupsOf(breakdown);
  const all = view.groupsOf([]);
  const groups = breakdown.length === 0 ? all : [...all, ...divided];
  const isShown = groups.some(({ key }) => view.cell(measure, key) !== undefined);
  const parts = { view, measure, measureWords };
  const scale = scaleOf(view.document.spec.names, measure);
  return (
    <Section
      id="area"
      title={breakdown.length === 0 ? measureWords.inTitle(measure) : findings.ofGroups(measure, breakdown)}
    >
      <AreaChoice view={view} address={address} measureWords={measureWords} />
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
              <p className={styles.reading}>
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
      <OtherConsent breakdown={breakdown} />
      {!isCross && !isShown && (
        <EmptyState title={<Trans>Nothing of this area can be shown</Trans>}>
          <p>
            <Trans>Too few firms have answered, or it would give away single firms. Choose another area.</Trans>
          </p>
        </EmptyState>
      )}
      <SourceLine released={released} />
      {released.number !== null && <ToPartLinks />}
    </Section>
  );
}
