import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './home-page.module.css';

/** Two rulers of a made-up firm, so that one sees the kind of answer before answering. */
export function ExampleResult({ methodHref }: { methodHref: string }) {
  const { t } = useLingui();
  return (
    <Section
      title={<Trans>What you get</Trans>}
      lead={
        <Trans>
          A ruler for each area. The diamond shows where you stand, the striped part how far the unknown answers could
          move it. Digital and ways of working side by side: one rarely gets far without the other.
        </Trans>
      }
    >
      <Panel tone="strong">
        <div>
          <Tag>
            <Trans>Example, a made-up firm</Trans>
          </Tag>
        </div>
        <div className={styles.columns}>
          <Ruler
            name={<h3>{t`Technology in use`}</h3>}
            value={1.6}
            range={{ lowest: 1.4, highest: 1.8 }}
            ends={{ low: t`Each machine by itself`, high: t`Connected and used every day` }}
          />
          <Ruler
            name={<h3>{t`Planning and flow`}</h3>}
            value={2.8}
            ends={{ low: t`In somebody's head`, high: t`Same plan for all, improved from facts` }}
          />
        </div>
      </Panel>
      <p>
        <Link to={methodHref}>
          <Trans>How we measure, down to each answer</Trans>
        </Link>
      </p>
    </Section>
  );
}
