import { Trans, useLingui } from '@lingui/react/macro';
import type { LevelReachDocument } from '#shared/contracts/packages.ts';
import type { SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatNumber } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CrossHeat } from './division-heats.tsx';
import { CellsInWords } from './heat.tsx';
import type { ReleaseView } from './release-view.ts';
import styles from './releases.module.css';
import { type Released, SourceLine } from './source-line.tsx';
import type { Gap, Gaps } from './use-gaps.ts';
import { useGroupWords } from './use-group-words.ts';

type Reaching = LevelReachDocument['packages'][number];
type PackageHref = (code: string) => string;

/** Sizes in one list, with what they count said once. */
function useSizes() {
  const { t } = useLingui();
  const language = useLanguage();
  return (sizes: readonly SizeClass[]): string => {
    const list = listInWords(
      sizes.map((size) => (size === '250-plus' ? t`250 or more` : size.replace('-', '–'))),
      language,
    );
    return t`${list} employees`;
  };
}

/** For whom a package is, where it is not for every firm. */
function useLimits() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useFirmWords();
  const sizes = useSizes();
  return ({ sizeClasses, branches, counties, condition, takesMore }: Reaching): string[] => [
    t`For firms with ${sizes(sizeClasses)}.`,
    ...(branches.length === 0 ? [] : [t`Branches: ${listInWords(branches.map(words.branch), language)}.`]),
    ...(condition === null ? [] : [t`Condition: ${localise(condition)}`]),
    ...(takesMore ? [t`This need alone does not bring it in: it takes several needs, or a rule.`] : []),
    t`Held in ${listInWords(counties.map(words.county), language)}.`,
  ];
}

function PackagesAtLevel({ level, packageHref }: { level: LevelReachDocument; packageHref: PackageHref }) {
  const localise = useLocalised();
  const limits = useLimits();
  const sizesInWords = useSizes();
  const { name, packages, sizesWithout, declaredGap } = level;
  const own = localise(name);
  const hasSome = packages.some(({ takesMore }) => !takesMore);
  const sizes = sizesInWords(sizesWithout);
  return (
    <>
      <h3>
        <Trans>Packages at the level {own}</Trans>
      </h3>
      {packages.length > 0 && (
        <ul>
          {packages.map((each) => (
            <li key={each.code}>
              <Link to={packageHref(each.code)}>{localise(each.name)}</Link>. {limits(each).join(' ')}
            </li>
          ))}
        </ul>
      )}
      {!hasSome && (
        <p>
          <strong>
            <Trans>No package meets this need by itself.</Trans>
          </strong>
        </p>
      )}
      {hasSome && sizesWithout.length > 0 && (
        <p>
          <strong>
            <Trans>No package for firms with {sizes}.</Trans>
          </strong>
        </p>
      )}
      {declaredGap !== null && (
        <p>
          <Trans>What the catalogue says to the firm: {localise(declaredGap)}</Trans>
        </p>
      )}
    </>
  );
}

type GapAreaProps = {
  released: Released;
  view: ReleaseView;
  gaps: Gaps;
  chosen: Gap;
  packageHref: PackageHref;
};

/** One area: where the gap is, and which packages there are today. */
export function GapArea({ released, view, gaps, chosen, packageHref }: GapAreaProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useGroupWords(view.document.spec.names);
  const { name, share, firms, levels, measure } = chosen;
  const [percent, counted] = [formatNumber(share ?? 0, language), formatNumber(firms ?? 0, language)];
  const crossed = view.document.spec.breakdowns.filter((codes) => codes.length === 2);
  return (
    <Section id="area" title={t`${name}: where the gap is, and what there is today`}>
      <div className={styles.choice}>
        <SelectField
          name="area"
          label={t`One area closely`}
          width="half"
          value={measure}
          options={gaps.gaps.map((each) => ({ value: each.measure, label: each.name }))}
          onChange={({ currentTarget }) => gaps.choose(currentTarget.value)}
        />
      </div>
      <p>
        {share === null ? (
          <Trans>For all firms together it is not shown how many have the gap.</Trans>
        ) : (
          <Trans>
            {percent} per cent of about {counted} firms that have answered have a need here that no package fitted.
          </Trans>
        )}
      </p>
      {levels.map((level) => (
        <PackagesAtLevel key={level.band} level={level} packageHref={packageHref} />
      ))}
      {crossed.map((breakdown) => {
        const by = words.breakdown(breakdown);
        return (
          <CrossHeat
            key={by}
            view={view}
            breakdown={breakdown}
            measure={measure}
            caption={t`${name}: firms with a need that no package fitted, per cent. ${by}`}
          />
        );
      })}
      {crossed.length > 0 && <CellsInWords />}
      <SourceLine released={released} />
    </Section>
  );
}
