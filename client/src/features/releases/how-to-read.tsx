import { Trans } from '@lingui/react/macro';
import { leastTold } from '#shared/domain/benchmark/scale.ts';
import { formatLevel } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { MethodLink } from './method-link.tsx';
import type { Released } from './source-line.tsx';
import { useReleaseWords } from './use-release-words.ts';

/** What one has to know of figures of a release, for those who ask. */
export function HowToRead({ released, methodHref }: { released: Released; methodHref: string }) {
  const language = useLanguage();
  const { rules, population } = released.document.spec;
  const words = useReleaseWords();
  const { fewestFirms, roundTo, version } = rules;
  const told = formatLevel(leastTold.level, language);
  const toldShare = leastTold.share;
  const hash = released.sha256;
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
            chance could make it. Otherwise they say that it may be chance.
          </Trans>
        </li>
        <li>
          <Trans>
            What chance could make depends on how many firms there are and on how many groups or areas are compared. All
            areas of one scale and all divisions count together, since whoever looks round chooses among them. We reckon
            as if firms lay evenly over the whole scale, and let a title be wrong by chance once in twenty at most. The
            limits are our proposal. Colours show the figures as they are, also where chance could make the difference.
          </Trans>
        </li>
        <li>
          <Trans>The limits of how few firms may be shown are a proposal too, with the version {version}.</Trans>
        </li>
        <li>
          <Trans>
            The contents of the release have the fingerprint {hash} (SHA-256). Whoever has a file can see by it that
            nothing has been changed.
          </Trans>
        </li>
      </ul>
      <MethodLink href={methodHref} />
    </Details>
  );
}
