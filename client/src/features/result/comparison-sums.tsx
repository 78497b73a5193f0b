import { Plural, Trans } from '@lingui/react/macro';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { areasOn, type PlacedArea, type Release } from './compared-areas.ts';

/** As many names as are read in a sentence. */
const mostNames = 3;

type AreasProps = { areas: readonly PlacedArea[] };

/** The names, or the first of them. */
function Names({ areas }: AreasProps) {
  const language = useLanguage();
  const names = areas.slice(0, mostNames).map(({ name }) => name);
  const list = listInWords(names, language);
  return areas.length > names.length ? <Trans>among them {list}</Trans> : list;
}

/** In how many areas the firm lies on which side. Nothing is said of quartiles that are not published. */
export function WhereItLies({ areas }: AreasProps) {
  const [above, within, below] = [areasOn(areas, 'above'), areasOn(areas, 'within'), areasOn(areas, 'below')];
  const [unsure, unpublished] = [areasOn(areas, 'unsure').length, areasOn(areas, 'unpublished').length];
  const isAnyPlaced = areas.length > unpublished;
  return (
    <>
      {isAnyPlaced && above.length === 0 && below.length === 0 && (
        <>
          <Trans>You are surely outside the middle half of the group in no area.</Trans>{' '}
        </>
      )}
      {above.length > 0 && (
        <>
          <Trans>
            You are above the middle half of the group in <Plural value={above.length} one="# area" other="# areas" />:{' '}
            <Names areas={above} />.
          </Trans>{' '}
        </>
      )}
      {within.length > 0 && (
        <>
          <Trans>
            You are within the middle half in <Plural value={within.length} one="# area" other="# areas" />:{' '}
            <Names areas={within} />.
          </Trans>{' '}
        </>
      )}
      {below.length > 0 && (
        <>
          <Trans>
            You are below the middle half in <Plural value={below.length} one="# area" other="# areas" />:{' '}
            <Names areas={below} />.
          </Trans>{' '}
        </>
      )}
      {unsure > 0 && (
        <>
          <Plural
            value={unsure}
            one="In # area too many answers are missing to say."
            other="In # areas too many answers are missing to say."
          />{' '}
        </>
      )}
      {unpublished > 0 && (
        <Plural
          value={unpublished}
          one="In # area the middle half is not published, only the mean."
          other="In # areas the middle half is not published, only the mean."
        />
      )}
    </>
  );
}

/** When what is compared with was published, and about how many firms stand behind it. */
export function PublishedWhen({ areas, releases }: AreasProps & { releases: readonly Release[] }) {
  const language = useLanguage();
  const taken = releases.filter(({ number }) => areas.some(({ peers }) => peers.release === number));
  const days = taken.map(({ publishedAt }) => publishedAt).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [day, lastDay] = [formatDate(new Date(first), language), formatDate(new Date(last), language)];
  const firms = areas.map(({ peers }) => peers.firms);
  const [few, many] = [formatNumber(Math.min(...firms), language), formatNumber(Math.max(...firms), language)];
  return (
    <>
      {day === lastDay ? (
        <Trans>Published on {day}.</Trans>
      ) : (
        <Trans>
          Published from {day} to {lastDay}.
        </Trans>
      )}{' '}
      {few === many ? (
        <Trans>About {few} firms that have answered stand behind each area.</Trans>
      ) : (
        <Trans>
          About {few} to {many} firms that have answered stand behind each area.
        </Trans>
      )}
    </>
  );
}
