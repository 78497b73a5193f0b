import { useLingui } from '@lingui/react/macro';
import { useContext } from 'react';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import type { Lines, Passage, Quadrant } from '#shared/domain/strategy/passage.ts';
import type { Strength } from '#shared/domain/strategy/priority.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { SectionsContext } from './sections-context.ts';

type Figure = StrategyDocument['figures'][number];
export type FigureTopic = Figure['topic'];

const describeLines = ({ from, to }: Lines): string => (from === to ? String(from) : `${from}–${to}`);

/** Words for the codes that the strategy's content uses. */
export function useStrategyWords() {
  const { t } = useLingui();
  const localise = useLocalised();
  const sections = useContext(SectionsContext);
  const quadrants: Record<Quadrant, string> = {
    S: t`strengths`,
    W: t`weaknesses`,
    O: t`opportunities`,
    T: t`threats`,
  };
  const topics: Record<FigureTopic, string> = {
    branches: t`Employed by industry`,
    'size-and-structure': t`Size and structure`,
    economy: t`Economy`,
    innovation: t`Innovation`,
    digitalisation: t`Digitalisation`,
    'energy-and-climate': t`Energy and climate`,
  };
  const geographies: Record<Figure['geography'], string> = {
    nms: t`The three counties`,
    sweden: t`Sweden`,
    eu: t`EU`,
  };
  const strengths: Record<Strength, string> = { strong: t`strongly`, partly: t`partly`, weak: t`weakly` };
  return {
    topic: (topic: FigureTopic): string => topics[topic],
    geography: (geography: Figure['geography']): string => geographies[geography],
    strength: (strength: Strength): string => strengths[strength],
    /** The first row with the section before it, the others by themselves. */
    places: ({ section, quadrant, lines }: Passage): string[] => {
      const known = sections.find(({ code }) => code === section);
      const name = known === undefined ? section : localise(known.name);
      const place = quadrant === null ? name : `${name}, ${quadrants[quadrant]}`;
      const [rows = '', ...others] = lines.map(describeLines);
      return [t`${place}, row ${rows}`, ...others];
    },
  };
}
