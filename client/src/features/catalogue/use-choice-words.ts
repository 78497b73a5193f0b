import { useLingui } from '@lingui/react/macro';
import type { Package } from '#shared/domain/routing/package.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** Words for what is chosen from fixed lists. */
export function useChoiceWords() {
  const { t } = useLingui();
  const stance: Words<Package['stance']> = {
    receive: t`The firm is helped`,
    partner: t`The firm takes part as a partner`,
    give: t`The firm helps others`,
  };
  const format: Words<Package['format']> = {
    group: t`In a group`,
    individual: t`One firm at a time`,
    mixed: t`Both in a group and by itself`,
  };
  const delivery: Words<Package['delivery'][number]> = {
    'on-site': t`At one place`,
    'in-turns': t`At the firms in turn`,
    online: t`Online`,
  };
  const funding: Words<Package['funding'][number]> = {
    'not-decided': t`Not decided`,
    erdf: t`European Regional Development Fund`,
    esf: t`European Social Fund`,
    regional: t`Regional development money`,
    national: t`National money`,
    'eu-competitive': t`EU money won in competition`,
    private: t`Private money`,
  };
  const intake: Words<Package['intake']> = {
    'when-enough-firms': t`Begins when enough firms want it`,
    continuous: t`Takes firms all the time`,
  };
  return { stance, format, delivery, funding, intake };
}

/** Tags that rules or the ranking look for, in words; another one shows as it is written. */
export function useTagWords(): (tag: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    automation: t`Automation`,
    clinic: t`Clinic or short course`,
    coaching: t`Coaching`,
    consortium: t`Consortium`,
    'cross-actor': t`Several kinds of actors work together`,
    demo: t`Demonstration`,
    'digital-tools': t`Digital tools`,
    exploration: t`Exploring something new`,
    green: t`Green and circular`,
    'internal-coaches': t`Own coaches in the firm`,
    'joint-task': t`Joint task with others`,
    mentor: t`Mentor`,
    'own-export': t`Own export`,
    process: t`Processes`,
    remedial: t`Help with what lags behind`,
    test: t`Testing`,
    'test-bed': t`Test bed`,
  };
  return (tag) => words[tag] ?? tag;
}
