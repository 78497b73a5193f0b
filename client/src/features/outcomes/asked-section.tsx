import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Asked } from '#shared/domain/outcomes/outcomes.ts';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Shown } from './shown-count.tsx';
import { countIn, useOutcomeNames, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

/** In which areas firms ask for what does not exist, in the chosen period; never in which words. */
export function AskedSection() {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const names = useOutcomeNames();
  const { loaded, choice } = useOutcomes();
  const countOf = ({ total, byYear }: Asked) => (choice.year === null ? total : countIn(byYear, String(choice.year)));
  const shown = loaded.asked.filter((each) => countOf(each) !== null);
  const hidden = loaded.asked.length - shown.length;
  return (
    <Section
      title={<Trans>What firms ask for that does not exist</Trans>}
      lead={<Trans>By area. What they write is read only by the provider that they have let in.</Trans>}
    >
      {shown.length > 0 && (
        <Table
          caption={t`Asked for, by area`}
          rows={shown}
          rowKey={({ dimension }) => dimension}
          columns={[
            {
              key: 'area',
              header: words.say('area'),
              isRowHeader: true,
              cell: ({ dimension }) => names.dimensionName(dimension),
            },
            {
              key: 'count',
              header: words.say('number'),
              isNumeric: true,
              cell: (each) => <Shown count={countOf(each)} />,
            },
          ]}
        />
      )}
      {hidden > 0 && (
        <p>
          <Plural
            value={hidden}
            one="Of # area nothing can be shown: too few firms, or none."
            other="Of # areas nothing can be shown: too few firms, or none."
          />
        </p>
      )}
    </Section>
  );
}
