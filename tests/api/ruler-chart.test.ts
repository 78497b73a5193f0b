import '../support/without-canvas.ts';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { beginReport } from '#server/platform/pdf/report.ts';
import type { RulerRow } from '#server/platform/pdf/ruler-chart.ts';

const noSign: RulerRow = { name: 'Teknik', value: null, range: null, mark: null, target: null, shown: '' };

async function pathsOf(row: RulerRow): Promise<number> {
  const paper = beginReport({ title: 'Resultat', author: 'Måttstock', language: 'sv', madeAt: new Date(0) });
  paper.title('Resultat');
  paper.rulerChart({ rows: [row], most: 4, low: 'Saknas', high: 'Ledande', alternative: 'Teknik.' });
  const file = await paper.finish(() => ({ left: '', right: '' }));
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const { fnArray } = await (await document.getPage(1)).getOperatorList();
  return fnArray.filter((operation) => operation === OPS.constructPath).length;
}

test('a rule on paper draws the target by a sign of its own, beside the level and what is important', async () => {
  const full = { ...noSign, value: 1, mark: 3, target: 3 };
  const [none, withoutTarget, withoutImportance, all] = await Promise.all(
    [noSign, { ...full, target: null }, { ...full, mark: null }, full].map(pathsOf),
  );

  // A diamond is one path and a ring one; a flag is its pole and its pennant.
  expect(Number(withoutTarget) - Number(none)).toBe(2);
  expect(Number(withoutImportance) - Number(none)).toBe(3);
  expect(Number(all) - Number(none)).toBe(4);
});
