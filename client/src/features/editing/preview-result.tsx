import { Trans, useLingui } from '@lingui/react/macro';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile, SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { feedbackFor } from '#shared/domain/instrument/feedback.ts';
import { dimensionTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { formatLevel } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useEditing } from './draft-context.tsx';

type PreviewResultProps = { formCode: string; profile: FirmProfile; answers: Answers; onBack: () => void };

/** What a firm of this size in this band reads about the area. */
function BandWords({ score, sizeClass }: { score: DimensionScore; sizeClass: SizeClass }) {
  const language = useLanguage();
  const localise = useLocalised();
  const { texts } = useEditing().definition;
  const { dimension, band } = score;
  if (band === null) return null;
  const own = texts[language];
  const feedback = feedbackFor(texts, dimension, band, sizeClass);
  return (
    <Details summary={`${dimension} ${own[dimensionTextKeys.name(dimension)] ?? ''}`}>
      <p>{own[dimensionTextKeys.meaning(dimension, band)]}</p>
      <p>{own[dimensionTextKeys.next(dimension, band)]}</p>
      {Object.entries(feedback ?? {}).map(([kind, text]) => (
        <p key={kind}>{localise(text)}</p>
      ))}
    </Details>
  );
}

/** What the draft's own rules make of the answers. */
export function PreviewResult({ formCode, profile, answers, onBack }: PreviewResultProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { definition } = useEditing();
  const texts = definition.texts[language];
  const { dimensions } = scoreResponse(definition.structure, formCode, profile, answers);
  const levelOf = ({ level }: DimensionScore) =>
    level === null ? <Trans>too few answers</Trans> : formatLevel(level, language);
  const bandOf = ({ band }: DimensionScore) => (band === null ? '' : texts[scaleTextKeys.band(band)]);
  return (
    <>
      <Table
        caption={t`The levels by the draft's rules`}
        rows={dimensions}
        rowKey={({ dimension }) => dimension}
        columns={[
          {
            key: 'area',
            header: <Trans>Area</Trans>,
            cell: ({ dimension }) => `${dimension} ${texts[dimensionTextKeys.name(dimension)] ?? ''}`,
            isRowHeader: true,
          },
          { key: 'level', header: <Trans>Level</Trans>, cell: levelOf, isNumeric: true },
          { key: 'band', header: <Trans>Band</Trans>, cell: bandOf },
        ]}
      />
      {dimensions.map((score) => (
        <BandWords key={score.dimension} score={score} sizeClass={profile.sizeClass} />
      ))}
      <p>
        <Button variant="secondary" onClick={onBack}>
          <Trans>To the first question</Trans>
        </Button>
      </p>
    </>
  );
}
