import type { ContentFile } from '#server/platform/content/read-files.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const camelCase = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A file that is a list is called by its folder (`strategy/figures/…`) or else by its own name. */
function listName(file: string): string {
  const [, folder = '', base = ''] = /([^/]*)\/([^/]+)\.yaml$/.exec(file) ?? [];
  return folder === 'figures' ? folder : camelCase(base);
}

const nameOf = (element: unknown): unknown =>
  isRecord(element) ? (element['code'] ?? element['id'] ?? element['branch'] ?? element['dimension']) : undefined;

const placesOf = (list: string, value: unknown): string[] => [
  list,
  ...(Array.isArray(value) ? value.map((element) => `${list}/${nameOf(element)}`) : []),
];

function placesIn({ name, data }: ContentFile): string[] {
  if (!isRecord(data)) return placesOf(listName(name), data);
  return Object.entries(data).flatMap(([key, value]) => placesOf(key, value));
}

/**
 * Puts the name of the file where the loader, which judges the catalogue and the strategy put together, can only say
 * which of the two it is about.
 */
export function locateFault(fault: string, files: readonly ContentFile[]): string {
  const [, about, place] = /^(catalogue|strategy): ([^\s:]+): /.exec(fault) ?? [];
  if (about === undefined || place === undefined) return fault;
  const [list = '', element = ''] = place.split(/[/.]/);
  const candidates = files.filter(({ name }) => name.startsWith('strategy/') === (about === 'strategy'));
  const fileWith = (wanted: string) => candidates.find((file) => placesIn(file).includes(wanted))?.name;
  // `P1.1` has a dot of its own.
  const coded = place.split('/')[1] ?? element;
  const file = fileWith(`${list}/${coded}`) ?? fileWith(`${list}/${element}`) ?? fileWith(list);
  return file === undefined ? fault : fault.replace(about, file);
}
