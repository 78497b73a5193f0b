import { useLingui } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import type { ShownRows } from '#shared/domain/achievement/achievement.ts';
import { otherPackage } from '#shared/domain/achievement/count-achievement.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { DivisionChart, type DivisionRow, DivisionTable } from './division.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

const named = (rows: ShownRows, nameOf: (code: string) => string): DivisionRow[] =>
  rows.map(({ code, count }) => ({ code, name: nameOf(code), count }));

function usePackageName({ packageNames }: AchievementDocument): (code: string) => string {
  const { say } = useAchievementWords();
  const localise = useLocalised();
  return (code) => {
    const known = packageNames.find((each) => each.code === code);
    if (known !== undefined) return localise(known.name);
    return code === otherPackage ? say('otherPackage') : code;
  };
}

/** A long list names those that can be shown; the others look alike and are told together. */
function usePackageRows(loaded: AchievementDocument): DivisionRow[] {
  const { say } = useAchievementWords();
  const rows = named(loaded.figures.requests.completedByPackage, usePackageName(loaded));
  const shown = rows.filter(({ count }) => count !== null);
  const others = rows.length - shown.length;
  if (others < 2) return rows;
  return [...shown, { code: 'others', name: say('otherParts', { number: others }), count: null }];
}

/** In which groups packages were completed, where groups are large enough. */
function Groups({ loaded }: { loaded: AchievementDocument }) {
  const words = useAchievementWords();
  const language = useLanguage();
  const packageName = usePackageName(loaded);
  const { completedByGroup } = loaded.figures.requests;
  const groupName = (code: string) => {
    const group = loaded.groups.find((each) => each.code === code);
    return group === undefined
      ? words.say('noGroup')
      : words.group(group, formatDate(new Date(group.startsOn), language));
  };
  if (completedByGroup.length === 0) return <p>{words.say('noGroups', { fewest: loaded.protection.fewestFirms })}</p>;
  return completedByGroup.map(({ packageCode, rows }) => (
    <DivisionTable
      key={packageCode}
      title={words.say('groupsOf', { package: packageName(packageCode) })}
      kind={words.say('group')}
      rows={named(rows, groupName)}
    />
  ));
}

/** What became of the requests that the provider has had. */
export function WhatBecame({ loaded }: { loaded: AchievementDocument }) {
  const { t } = useLingui();
  const { say, part } = useAchievementWords();
  const packages = usePackageRows(loaded);
  const { requests } = loaded.figures;
  return (
    <Section title={say('whatBecame')}>
      <DivisionChart title={say('firstAnswer')} kind={t`Answer`} rows={named(requests.byAnswer, part)} />
      <DivisionTable title={say('state')} kind={t`Where it is`} rows={named(requests.acceptedByState, part)} />
      {requests.declinedByReason.every(({ count }) => count === null) ? (
        <p>{say('noReasons', { fewest: loaded.protection.fewestFirms })}</p>
      ) : (
        <DivisionTable title={say('reason')} kind={t`Reason`} rows={named(requests.declinedByReason, part)} />
      )}
      <DivisionTable title={say('completed')} kind={t`Package`} rows={packages} />
      <Groups loaded={loaded} />
    </Section>
  );
}
