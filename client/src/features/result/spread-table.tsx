import { Trans, useLingui } from '@lingui/react/macro';
import type { AgreementDocument } from '#shared/domain/respondents/agreement-document.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useWords } from './use-words.ts';

type Spread = AgreementDocument['items'][number];

const distanceOf = ({ lowest, highest }: Spread) => highest - lowest;

/** How far apart the answers to each question lie, the furthest first; of a role only where three of it have answered. */
export function SpreadTable({ items }: { items: readonly Spread[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  const roles = useRespondentRoleWords();
  const points = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  if (items.length === 0) {
    return (
      <EmptyState title={<Trans>No question can be told of yet</Trans>}>
        <p>
          <Trans>Three besides whoever leads have to have answered the same question.</Trans>
        </p>
      </EmptyState>
    );
  }
  const hasRoles = items.some((item) => item.roles.length > 0);
  return (
    <>
      <Table
        caption={t`How far apart your answers lie, in levels 0–4`}
        columns={[
          { key: 'question', header: t`Question`, isRowHeader: true, cell: ({ item }) => words.question(item) },
          {
            key: 'spread',
            header: t`Lowest to highest`,
            isNumeric: true,
            sorted: 'descending' as const,
            cell: ({ lowest, highest }) => `${points(lowest)}–${points(highest)}`,
          },
          { key: 'middle', header: t`The middle one`, isNumeric: true, cell: ({ median }) => points(median) },
          { key: 'answers', header: t`Answers`, isNumeric: true, cell: ({ answers }) => String(answers) },
          ...(hasRoles
            ? [
                {
                  key: 'roles',
                  header: t`On average by role`,
                  isRoomy: true,
                  cell: (spread: Spread) =>
                    spread.roles.length === 0 ? (
                      '–'
                    ) : (
                      <ul>
                        {spread.roles.map(({ role, answers, mean }) => (
                          <li key={role}>{t`${roles[role].name}: ${points(mean)} (${answers} answers)`}</li>
                        ))}
                      </ul>
                    ),
                },
              ]
            : []),
        ]}
        rows={items.toSorted((one, other) => distanceOf(other) - distanceOf(one))}
        rowKey={({ item }) => item}
      />
      <p>
        {hasRoles ? (
          <Trans>
            A role is told of where at least three of it, besides whoever leads, have answered the question, and nobody
            else’s answer can be worked out from it. Where one production manager has answered beside four operators,
            neither is told of.
          </Trans>
        ) : (
          <Trans>
            Nothing is told of roles: at least three of a role, besides whoever leads, have to have answered the same
            question.
          </Trans>
        )}
      </p>
    </>
  );
}
