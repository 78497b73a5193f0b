import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const linesOf = (file: string) => readFileSync(path.join(root, file), 'utf8').split('\n');

/** What people read in one language of the interface. */
const messages = (language: string): string[] =>
  globSync(`client/src/**/locales/{${language},${language}/messages}.po`, { cwd: root })
    .flatMap(linesOf)
    .filter((line) => line.startsWith('msgstr'));

/** What the site sends and says of itself, in both languages. */
const contents = ['mails', 'retention', 'consents', 'demo/people'].flatMap((name) =>
  linesOf(`shared/content/${name}.yaml`).filter((line) => !line.startsWith('#')),
);

const swedish = [...messages('sv'), ...contents];
const english = [...messages('en'), ...contents];

/** The words are in the table of README.md. */
test.each([
  ['a consent and a request: ta tillbaka', swedish, /\b(dra|drar|drog|drogs|dragit) (\S+ )?tillbaka|tillbakadrag/iu],
  ['only an invitation: återkalla', swedish, /^(?!.*inbjud).*återkalla(?!"$)/iu],
  ['an invitation: återkalla', swedish, /inbjudan\b[^.]*\b(återtag|tas? tillbaka)|tas? tillbaka inbjudan/iu],
  ['the second step: andra steg', swedish, /andra (bevis|faktor)|bevis till utöver|tvåfaktor|tvåsteg/iu],
  ['the log: logg', swedish, /(gransknings|revisions|händelse|spår)logg/iu],
  [
    'a consent and a request: withdraw',
    english,
    /(consent|request)s?\b[^.]*\b(tak\w+ back|revoke)|\bt(ak\w+|ook) the \w+ back/iu,
  ],
  ['an invitation: revoke', english, /\binvitation\b[^.]*\b(taken? back|withdraw)|take back the invitation/iu],
  ['the second step: second step', english, /(second|two)[ -](proof|factor)/iu],
  ['the log: log', english, /audit log/iu],
])('one word for one thing, %s', (_name, texts, another) => {
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => another.test(text))).toEqual([]);
});
