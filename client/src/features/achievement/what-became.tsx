import { Trans, useLingui } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import type { ShownRows } from '#shared/domain/achievement/achievement.ts';
import { otherPackage } from '#shared/domain/achievement/count-achievement.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { DivisionChart, type DivisionRow, DivisionTable } from './division.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

const named = (rows: ShownRows, nameOf: (code: string) => string): DivisionRow[] =>
  rows.map(({ code, count }) => ({ code, name: nameOf(code), count }));

/** A long list names those that can be shown; the others look alike and are told together. */
function usePackageRows({ figures, packageNames }: AchievementDocument): DivisionRow[] {
  const { t } = useLingui();
  const localise = useLocalised();
  const nameOf = (code: string): string => {
    const known = packageNames.find((each) => each.code === code);
    if (known !== undefined) return localise(known.name);
    return code === otherPackage ? t`Packages no longer offered` : code;
  };
  const rows = named(figures.requests.completedByPackage, nameOf);
  const shown = rows.filter(({ count }) => count !== null);
  const others = rows.length - shown.length;
  if (others < 2) return rows;
  const told = t`Each of the other ${others}: too few firms, or none`;
  return [...shown, { code: 'others', name: told, count: null }];
}

/** What became of the requests that the provider has had. */
export function WhatBecame({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const words = useAchievementWords();
  const packages = usePackageRows(loaded);
  const { requests } = loaded.figures;
  return (
    <Section title={<Trans>What became of the requests, since the start</Trans>}>
      <DivisionChart title={t`First answer`} kind={t`Answer`} rows={named(requests.byAnswer, words.answer)} />
      <DivisionTable
        title={t`Where those accepted have come`}
        kind={t`Where it is`}
        rows={named(requests.acceptedByState, words.state)}
      />
      <DivisionTable
        title={t`Why requests were declined`}
        kind={t`Reason`}
        rows={named(requests.declinedByReason, words.reason)}
      />
      <DivisionTable title={t`Completed packages`} kind={t`Package`} rows={packages} />
    </Section>
  );
}
