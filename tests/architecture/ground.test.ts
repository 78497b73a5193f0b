import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../client/src');

/** What has a background and never a table in it: controls, bars and marks, the frame of the page. */
const withoutTables = [
  'app/layouts/',
  'features/crosswalk/figure-ruler.module.css',
  'ui/base/',
  'ui/button/',
  'ui/choice-cards/',
  'ui/error-summary/',
  'ui/field/',
  'ui/intervals/',
  'ui/navigation/',
  'ui/preferences/',
  'ui/progress-rule/',
  'ui/ruler/',
  'ui/save-state/',
  'ui/tag/',
];

type Rule = { file: string; selector: string; body: string };

function rulesIn(file: string): Rule[] {
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    file,
    selector: selector.trim(),
    body,
  }));
}

const rules = globSync('**/*.css', { cwd: folder })
  .filter((file) => !withoutTables.some((place) => file.startsWith(place)))
  .flatMap(rulesIn);
const named = ({ file, selector }: Rule) => `${file} ${selector}`;

/** A table hides the shadow at its edge under a band of the colour it lies on, which it can only know by that name. */
test('what may have a table in it takes its background from --ground', () => {
  const boxes = rules.filter(({ selector }) => !/::(before|after)$/.test(selector));

  const another = boxes.filter(({ body }) => /background(-color)?:\s*var\(--(?!ground\b)/.test(body));

  expect(another.map(named)).toEqual([]);
});

test('a notice, a dialog and a panel say what their ground is', () => {
  const onGround = rules.filter(({ body }) => /background(-color)?:[^;]*var\(--ground\)/.test(body));
  const own = onGround.filter(({ body }) => /--ground:/.test(body));

  expect(own.map(named)).toEqual(
    expect.arrayContaining([
      'ui/dialog/dialog.module.css .dialog',
      'ui/notice/notice.module.css .notice',
      'ui/panel/panel.module.css .panel',
    ]),
  );
});
