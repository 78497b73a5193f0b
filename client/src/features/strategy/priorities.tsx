import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { servesPriority } from '#shared/domain/strategy/support-form.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';
import { SupportForms } from './support-forms.tsx';
import { useTarget } from './use-target.ts';

type ShownPriority = StrategyDocument['priorities'][number];

function Steps({ steps }: Pick<ShownPriority, 'steps'>) {
  const localise = useLocalised();
  const target = useTarget();
  return (
    <ul className={styles.steps}>
      {steps.map(({ code, name, source }) => (
        <li key={code} {...target(code)} className={styles.step}>
          <strong>{code}</strong>
          <span>
            {localise(name)} <Source source={source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Aliases({ aliases }: Pick<ShownPriority, 'aliases'>) {
  if (aliases.length === 0) return null;
  return (
    <p className={styles.small}>
      <Trans>The document also calls it:</Trans>{' '}
      {aliases.map(({ name, source }, index) => (
        <span key={name}>
          {index > 0 && '; '}
          <span lang="sv">”{name}”</span> <Source source={source} />
        </span>
      ))}
    </p>
  );
}

function Priority({ priority, supportForms }: { priority: ShownPriority } & Pick<StrategyDocument, 'supportForms'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  const target = useTarget();
  const name = `${priority.code} ${localise(priority.name)}`;
  const forms = supportForms.filter((form) => servesPriority(form, priority.code));
  const count = forms.length;
  return (
    <article {...target(priority.code)} aria-label={name}>
      <Panel>
        <div className={styles.heading}>
          <h3>{name}</h3>
          <Tag tone={priority.kind === 'core' ? 'accent' : 'neutral'}>
            {priority.kind === 'core' ? t`Core` : t`Horizontal`}
          </Tag>
        </div>
        <p>
          {localise(priority.aim)} <Source source={priority.source} />
        </p>
        <Steps steps={priority.steps} />
        <Details
          summary={
            <Trans>
              Support the strategy mentions: <Plural value={count} one="# form" other="# forms" />
            </Trans>
          }
        >
          <SupportForms forms={forms} />
        </Details>
        <Aliases aliases={priority.aliases} />
      </Panel>
    </article>
  );
}

export function Priorities({ strategy }: { strategy: StrategyDocument }) {
  return (
    <Part
      id="priorities"
      title={<Trans>Six priorities and their steps</Trans>}
      lead={
        <Trans>
          Four core priorities. P5 runs through them, and P6 builds what carries them. The steps are what the regions
          follow up.
        </Trans>
      }
    >
      {strategy.priorities.map((priority) => (
        <Priority key={priority.code} priority={priority} supportForms={strategy.supportForms} />
      ))}
    </Part>
  );
}
