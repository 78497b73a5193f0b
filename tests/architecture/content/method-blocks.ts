import path from 'node:path';
import type { Definition, StagedLevelRule } from '#shared/domain/instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { formTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';

export const methodFile = path.resolve(import.meta.dirname, '../../../docs/method.md');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function forms({ structure, texts }: Definition): string {
  const { items } = indexStructure(structure);
  const scored = (form: string) =>
    itemCodesOfForm(structure, form).filter((code) => items.get(code)?.purpose === 'score').length;
  return table(
    ['Form', 'Name', 'Minutes', 'Scored items', 'Sections'],
    structure.forms.map(({ code, minutes, sections }) => [
      `\`${code}\``,
      texts.sv[formTextKeys.name(code)] ?? '',
      String(minutes),
      String(scored(code)),
      sections.map((section) => section.code).join(' '),
    ]),
  );
}

function numbers({ structure }: Definition): string {
  const { ladderPoints, minimumShareAnswered, version } = structure.scoring;
  const weighted = structure.items.filter(({ purpose, weight }) => purpose === 'score' && weight !== 1);
  return table(
    ['Number', 'Value'],
    [
      ['version of the rules', `\`${version}\``],
      ['points of the five levels', ladderPoints.join(', ')],
      ['least share answered', `${minimumShareAnswered * 100} %`],
      ['weights other than 1', weighted.map(({ code, weight }) => `${code} ${weight}`).join(', ') || 'none'],
    ],
  );
}

function bands({ structure, texts }: Definition): string {
  const list = structure.scoring.bands;
  return table(
    ['Band', 'Name', 'From', 'Up to'],
    list.map(({ code, from }, index) => {
      const next = list[index + 1];
      const end = next === undefined ? '4, with 4' : `${next.from}, without it`;
      return [`\`${code}\``, texts.sv[scaleTextKeys.band(code)] ?? '', String(from), end];
    }),
  );
}

function stagesOf({ code, stages }: StagedLevelRule, { structure, texts }: Definition): string {
  const named = new Set(stages.flatMap(({ requires }) => requires.map(({ item }) => item)));
  const order = structure.items.map((item) => item.code).filter((item) => named.has(item));
  const head = stages.map(({ stage }) => `${stage} ${texts.sv[scaleTextKeys.stageName(code, stage)] ?? ''}`);
  const rows = order.map((item) => [
    item,
    ...stages.map(({ requires }) => String(requires.find((practice) => practice.item === item)?.atLeast ?? '–')),
  ]);
  return table(['Item', ...head], rows);
}

const stages = (definition: Definition): string =>
  definition.structure.scoring.stagedLevels.map((rule) => stagesOf(rule, definition)).join('\n\n');

const gaps = ({ structure }: Definition): string =>
  table(
    ['Gap', 'From', 'To'],
    structure.scoring.gaps.map((gap) => [gap.code, gap.from, gap.to].map((code) => `\`${code}\``)),
  );

const renderers = { forms, numbers, bands, stages, gaps };
type BlockName = keyof typeof renderers;
const blockNames = Object.keys(renderers) as BlockName[];

const blockPattern = (name: BlockName): RegExp =>
  new RegExp(`(?<=<!-- content: ${name} -->\n)[\\s\\S]*?(?=<!-- /content: ${name} -->)`);

const blockOf = (name: BlockName, definition: Definition): string => `${renderers[name](definition)}\n`;

/** The document with every block as the content has it. */
export function refreshMethod(text: string, definition: Definition): string {
  return blockNames.reduce((whole, name) => whole.replace(blockPattern(name), () => blockOf(name, definition)), text);
}

/** Blocks of the document that are missing, or that say something else than the content. */
export function checkMethod(text: string, definition: Definition): string[] {
  return blockNames.flatMap((name) => {
    const found = blockPattern(name).exec(text)?.[0];
    if (found === undefined) return [`docs/method.md: ${name}: there is no such block (missing-block)`];
    if (found === blockOf(name, definition)) return [];
    return [`docs/method.md: ${name}: not what the content says, run npm run content -- --write (stale-block)`];
  });
}
