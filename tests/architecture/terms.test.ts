import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { statusWords } from '#server/features/advising/export-columns.ts';
import { problemOf } from '#server/platform/http/problem-details.ts';
import { problemCodes } from '#shared/contracts/problem.ts';
import type { Language } from '#shared/domain/language.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** What people read in one language of the interface. */
const messages = (language: Language): string[] =>
  globSync(`client/src/**/locales/{${language},${language}/messages}.po`, { cwd: root })
    .flatMap((file) => read(file).split('\n'))
    .filter((line) => line.startsWith('msgstr'));

/** The texts of one language anywhere inside, each on one line however it is broken in its file. */
function textsOf(language: Language, content: unknown, isInside = false): string[] {
  if (typeof content === 'string') return isInside ? [content.replaceAll(/\s+/gu, ' ').trim()] : [];
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, part]) => textsOf(language, part, isInside || key === language));
}

/** What the site sends and says of itself. */
const contents = ['mails', 'retention', 'consents', 'demo/people'].map((name): unknown =>
  parse(read(`shared/content/${name}.yaml`)),
);

const swedish = [...messages('sv'), ...textsOf('sv', contents)];
/** What a program is told that was refused; people who try the interface read it too. */
const problemTitles = problemCodes.map((code) => problemOf(code, '').title);
const english = [...messages('en'), ...textsOf('en', contents), ...problemTitles];

/** The words are in the table of README.md. */
test.each([
  ['a consent and a request: ta tillbaka', swedish, /\b(dra|drar|drog|drogs|dragit) (\S+ )?tillbaka|tillbakadrag/iu],
  ['only an invitation: återkalla', swedish, /^(?!.*inbjud).*återkalla(?!"$)/iu],
  ['an invitation: återkalla', swedish, /inbjudan\b[^.]*\b(återtag|tas? tillbaka)|tas? tillbaka inbjudan/iu],
  ['the second step: andra steg', swedish, /andra (bevis|faktor)|bevis till utöver|tvåfaktor|tvåsteg/iu],
  ['a request taken up: antagen', swedish, /förfråg\S*( är| blev)? mottag(en|na)|tagit emot er förfrågan|"Mottagen"/iu],
  [
    'a request begun and ended: påbörjad, genomförd',
    swedish,
    /"(Startad|Slutförd|Överlämnad)"|Paket (startat|slutfört)/iu,
  ],
  ['a round: omgång', swedish, /\b(era|två|ny) mätning(ar)?\b|mätning(en|arna) (före|efter)/iu],
  ['to load a page again: ladda om', swedish, /läs in sidan/iu],
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

test.each(['sv', 'en'] as const)('an exported request is where the queue says it is, in %s', (language) => {
  const queue = read(`client/src/features/advising/locales/${language}.po`);
  const words = Object.values(statusWords).map((word) => word[language]);
  expect(words.filter((word) => !queue.includes(`msgstr "${word}"`))).toEqual([]);
});

test('the texts of each language are found by themselves, in one piece', () => {
  const content = parse(`
    - name: { sv: Ett  namn, en: A name }
      code: en
      body:
        - note:
            sv: >-
              Den som bryts
              över rader.
            en: Whoever is
              broken over lines.
        - list: { sv: [Först, Sedan], en: [First, Then] }
  `);

  expect(textsOf('sv', content)).toEqual(['Ett namn', 'Den som bryts över rader.', 'Först', 'Sedan']);
  expect(textsOf('en', content)).toEqual(['A name', 'Whoever is broken over lines.', 'First', 'Then']);
});
