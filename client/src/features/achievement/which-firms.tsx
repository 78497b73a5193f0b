import { useLingui } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import type { ShownRows } from '#shared/domain/achievement/achievement.ts';
import { firmCounties } from '#shared/domain/achievement/count-achievement.ts';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { formatShare } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { DivisionChart, type DivisionRow } from './division.tsx';
import { useShownCount } from './shown-count.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

/** The rows whose codes are known, with their names. */
function named<Code extends string>(rows: ShownRows, codes: readonly Code[], nameOf: (code: Code) => string) {
  return rows.flatMap(({ code, count }): DivisionRow[] => {
    const known = codes.find((each) => each === code);
    return known === undefined ? [] : [{ code, name: nameOf(known), count }];
  });
}

/** Where the firms lie and what they are like: of those that have let the provider see it. */
export function WhichFirms({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const { say } = useAchievementWords();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useFirmWords();
  const shown = useShownCount();
  const { firms } = loaded.figures;
  const provider = localise(loaded.organisationName);
  const outside = firms.outsideHomePercent;
  const [shared, notShared] = [shown(firms.shared), shown(firms.notShared)];
  return (
    <Section title={say('whichFirms')}>
      <p>
        {say('sharing', { provider, shared, notShared })}{' '}
        {outside !== null && say('outside', { percent: formatShare(outside / 100, language) })}
      </p>
      <DivisionChart
        title={t`Firms by county`}
        kind={say('county')}
        rows={named(firms.byCounty, firmCounties, words.county)}
      />
      <DivisionChart title={t`Firms by size`} kind={say('size')} rows={named(firms.bySize, sizeClasses, words.size)} />
      <DivisionChart
        title={t`Firms by industry`}
        kind={say('branch')}
        rows={named(firms.byBranch, branches, words.branch)}
      />
    </Section>
  );
}
