import { Trans } from '@lingui/react/macro';
import type { ShownCount } from '#shared/domain/achievement/achievement.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatQuote } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

type CountColumn<Row> = { readonly header: string; readonly countOf: (row: Row) => ShownCount };

/** Apart from the columns that show a count somewhere those that do in no row. */
export function inTwo<Row, Column extends CountColumn<Row>>(
  columns: readonly Column[],
  rows: readonly Row[],
): { readonly shown: Column[]; readonly left: string[] } {
  const isShown = ({ countOf }: Column) => rows.some((row) => countOf(row) !== null);
  return {
    shown: columns.filter(isShown),
    left: columns.filter((column) => !isShown(column)).map(({ header }) => header),
  };
}

/** What would be columns of marks alone, in a sentence. */
export function LeftOut({ names }: { names: readonly string[] }) {
  const language = useLanguage();
  if (names.length === 0) return null;
  const list = listInWords(
    names.map((name) => formatQuote(name, language)),
    language,
  );
  return (
    <p>
      <Trans>In no row can be shown: {list}. Too few firms, none, or it would tell too much.</Trans>
    </p>
  );
}
