/** What a meeting may have files of, by the ending of their names. */
export const fileTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileEnding = keyof typeof fileTypes;
export type FileType = (typeof fileTypes)[FileEnding];

export const mostFiles = 10;
export const largestFileBytes = 5 * 1024 * 1024;
const longestName = 120;

/** Marks that end lines, turn the direction of writing or are not seen, and those that a file system reads. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}"*:<>?|]/gu;

function endingOf(name: string): FileEnding | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(fileTypes, ending) ? (ending as FileEnding) : undefined;
}

/** The type that a file of this name says it has; undefined for one that is not taken. */
export function fileTypeOf(name: string): FileType | undefined {
  const ending = endingOf(name);
  return ending === undefined ? undefined : fileTypes[ending];
}

/**
 * The name that a file is kept under: what comes after the last folder, without marks that mislead, with its ending.
 * Undefined when nothing is left, or when it has no ending of a type that is taken.
 */
export function keptFileName(given: string): string | undefined {
  const bare = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const name = bare
    .replaceAll(unwanted, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const ending = endingOf(name);
  const stem = ending === undefined ? '' : name.slice(0, -ending.length - 1).trim();
  if (ending === undefined || stem === '') return undefined;
  return `${[...stem].slice(0, longestName - ending.length - 1).join('')}.${ending}`;
}
