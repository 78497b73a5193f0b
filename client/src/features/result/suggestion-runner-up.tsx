import { Trans, useLingui } from '@lingui/react/macro';
import type { RunnerUpDocument } from '#shared/contracts/results.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useChoices } from './suggestion-choices.tsx';

/** The parts of both, side by side: those in which either has points. */
function Compared({ runnerUp: { parts, packageName, againstName } }: { runnerUp: RunnerUpDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const points = (value: number) => formatNumber(value, language, 2);
  const sumOf = (side: 'own' | 'theirs') => parts.reduce((sum, part) => sum + part[side], 0);
  const rows = parts.map((part) => ({ ...part, name: localise(part.name) }));
  const [name, against] = [localise(packageName), localise(againstName)];
  return (
    <Details summary={<Trans>Points side by side</Trans>}>
      <Table
        caption={t`Points of ${against} and ${name}`}
        columns={[
          { key: 'name', header: t`What counts`, isRowHeader: true, cell: (row) => row.name },
          { key: 'theirs', header: against, isNumeric: true, cell: (row) => points(row.theirs) },
          { key: 'own', header: name, isNumeric: true, cell: (row) => points(row.own) },
        ]}
        rows={[...rows, { name: t`In all`, theirs: sumOf('theirs'), own: sumOf('own') }]}
        rowKey={(row) => row.name}
      />
    </Details>
  );
}

/** The best package that was not suggested, and what decided it. */
export function SuggestionRunnerUp() {
  const { t } = useLingui();
  const { result, hrefs } = useResult();
  const localise = useLocalised();
  const known = useChoices();
  const { runnerUp } = result;
  if (runnerUp === null) return null;
  const name = localise(runnerUp.packageName);
  const provider = localise(runnerUp.providerName);
  const against = localise(runnerUp.againstName);
  const isAgainstDeclined =
    hrefs.own !== null &&
    known?.choices.declined.some(({ packageCode }) => packageCode === runnerUp.againstCode) === true;
  return (
    <div className={styles.part}>
      <h3>
        <Trans>Next after these</Trans>
      </h3>
      <p>
        <strong>{name}.</strong> {localise(runnerUp.summary)}{' '}
        <Trans>
          Given by: <strong>{provider}</strong>
        </Trans>
      </p>
      <h4>
        <Trans>Why it was not among the suggestions</Trans>
      </h4>
      <ul>
        {runnerUp.reasons.map(localise).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {isAgainstDeclined && (
        <p>
          <Trans>You have declined {against}, so this one may be worth a look.</Trans>
        </p>
      )}
      <Compared runnerUp={runnerUp} />
      <ButtonRow>
        <ButtonLink
          to={hrefs.package(runnerUp.packageCode)}
          variant="quiet"
          aria-label={t`Read about the package ${name}`}
        >
          <Trans>Read about the package</Trans>
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
