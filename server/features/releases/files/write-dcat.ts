import type { FileFormat } from '#shared/contracts/release-files.ts';
import { type AnySpec, kindOf } from '#shared/domain/effect/any-release.ts';
import { type Language, type LocalisedText, languages } from '#shared/domain/language.ts';
import type { OpenData } from '#shared/domain/open-data/open-data.ts';
import { type FileSource, lastDayOf, namesIn, pageOf, readingOf, subjectOf } from './file-names.ts';
import type { FileDigest, ReleaseFile } from './list-files.ts';
import { say } from './words.ts';

const authority = 'http://publications.europa.eu/resource/authority';
const iana = 'https://www.iana.org/assignments/media-types';

const perLanguage = (term: string) => ({ '@id': term, '@container': '@language' });
const iri = (term: string) => ({ '@id': term, '@type': '@id' });
const typed = (term: string, type: string) => ({ '@id': term, '@type': type });

const context = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: perLanguage('dcterms:title'),
  description: perLanguage('dcterms:description'),
  keyword: perLanguage('dcat:keyword'),
  name: perLanguage('foaf:name'),
  label: perLanguage('rdfs:label'),
  issued: typed('dcterms:issued', 'xsd:dateTime'),
  modified: typed('dcterms:modified', 'xsd:dateTime'),
  startDate: typed('dcat:startDate', 'xsd:date'),
  endDate: typed('dcat:endDate', 'xsd:date'),
  byteSize: typed('dcat:byteSize', 'xsd:nonNegativeInteger'),
  checksumValue: typed('spdx:checksumValue', 'xsd:hexBinary'),
  ...Object.fromEntries(
    ['publisher', 'language', 'license', 'spatial', 'accessRights', 'accrualPeriodicity', 'conformsTo', 'type'].map(
      (term) => [term, iri(`dcterms:${term}`)],
    ),
  ),
  ...Object.fromEntries(
    ['dataset', 'landingPage', 'accessURL', 'downloadURL', 'mediaType', 'theme', 'themeTaxonomy'].map((term) => [
      term,
      iri(`dcat:${term}`),
    ]),
  ),
  homepage: iri('foaf:homepage'),
  hasEmail: iri('vcard:hasEmail'),
  algorithm: iri('spdx:algorithm'),
  status: iri('adms:status'),
  availability: iri('dcatap:availability'),
};

const languageOf: Readonly<Record<Language, string>> = {
  sv: `${authority}/language/SWE`,
  en: `${authority}/language/ENG`,
};

/** PX has no media type that is registered, and none in the Union's list: it is named in words. */
const formats: Readonly<
  Record<FileFormat, { readonly mediaType?: string; readonly format: object; readonly name: string }>
> = {
  csv: { mediaType: `${iana}/text/csv`, format: { '@id': `${authority}/file-type/CSV` }, name: 'CSV' },
  xlsx: {
    mediaType: `${iana}/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`,
    format: { '@id': `${authority}/file-type/XLSX` },
    name: 'Excel',
  },
  'json-stat': {
    mediaType: `${iana}/application/json`,
    format: { '@id': `${authority}/file-type/JSON` },
    name: 'JSON-stat 2.0',
  },
  px: { format: { '@type': 'dcterms:MediaTypeOrExtent', 'rdfs:label': 'PX' }, name: 'PX' },
  json: { mediaType: `${iana}/application/json`, format: { '@id': `${authority}/file-type/JSON` }, name: 'JSON' },
};

const standards: Partial<Record<FileFormat, string>> = {
  csv: 'https://www.rfc-editor.org/rfc/rfc4180',
  'json-stat': 'https://json-stat.org/full/',
};

export type DescribedFile = Omit<ReleaseFile, 'make'> & FileDigest;

const localised = (of: (language: Language) => string): LocalisedText => {
  const [sv, en] = languages.map(of);
  return { sv: sv ?? '', en: en ?? '' };
};

function distributionOf(file: DescribedFile, source: FileSource): object {
  const { release, origin, licence } = source;
  const url = `${origin}/api/releases/${release.number}/files/${file.name}`;
  const { mediaType, format, name } = formats[file.format];
  const standard = standards[file.format];
  return {
    '@id': `${url}#distribution`,
    '@type': 'dcat:Distribution',
    title: localised((language) => (file.table === null ? name : `${name}: ${file.table[language]}`)),
    description: localised((language) => say(`about_${file.format}`, language)),
    accessURL: pageOf(source),
    downloadURL: url,
    ...(mediaType === undefined ? {} : { mediaType }),
    'dcterms:format': format,
    byteSize: String(file.bytes),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
      checksumValue: file.sha256,
    },
    license: licence.uri,
    issued: release.publishedAt,
    language: file.language === null ? languages.map((language) => languageOf[language]) : languageOf[file.language],
    ...(standard === undefined ? {} : { conformsTo: standard }),
    status: `${authority}/distribution-status/COMPLETED`,
    availability: `${authority}/planned-availability/STABLE`,
  };
}

const agentOf = (id: string, name: LocalisedText): object => ({
  '@id': id,
  '@type': 'foaf:Agent',
  name,
  type: 'http://purl.org/adms/publishertype/RegionalAuthority',
});

const contactOf = ({ contact, publisher }: OpenData, origin: string): object =>
  contact === null
    ? {}
    : {
        'dcat:contactPoint': {
          '@id': `${origin}/releases#contact`,
          '@type': 'vcard:Organization',
          'vcard:fn': publisher.sv,
          hasEmail: `mailto:${contact}`,
        },
      };

export type Described = { readonly source: FileSource; readonly files: readonly DescribedFile[] };

/** The counties whose firms it tells of; undefined where it does not say. */
const countiesOf = (spec: AnySpec): readonly string[] | undefined =>
  'kind' in spec ? spec.counties : spec.attributes.find(({ code }) => code === 'county')?.values;

const datasetId = (source: FileSource): string => `${pageOf(source)}#dataset`;

function datasetOf({ source, files }: Described, openData: OpenData): object[] {
  const { release, origin } = source;
  const { spec } = release.document;
  const counties = countiesOf(spec) ?? Object.keys(openData.spatial);
  const kind = kindOf(spec);
  const keywords = [...openData.keywords, ...openData.keywordsOf[kind]];
  const places = new Map(Object.entries(openData.spatial));
  const publisher = `${pageOf(source)}#publisher`;
  return [
    {
      '@id': datasetId(source),
      '@type': 'dcat:Dataset',
      title: localised((language) => namesIn(release, language).title),
      description: localised((language) => readingOf(source, language).join(' ')),
      keyword: Object.fromEntries(languages.map((language) => [language, keywords.map((word) => word[language])])),
      'dcterms:identifier': pageOf(source),
      publisher,
      issued: release.publishedAt,
      modified: release.publishedAt,
      'dcterms:temporal': { '@type': 'dcterms:PeriodOfTime', startDate: release.from, endDate: lastDayOf(release) },
      spatial: counties.flatMap((code) => places.get(code) ?? []),
      theme: `${authority}/data-theme/ECON`,
      accessRights: `${authority}/access-right/PUBLIC`,
      accrualPeriodicity: `${authority}/frequency/NEVER`,
      language: languages.map((language) => languageOf[language]),
      landingPage: pageOf(source),
      'dcterms:provenance': {
        '@type': 'dcterms:ProvenanceStatement',
        label: localised((language) => readingOf(source, language, [subjectOf[kind]]).join('')),
      },
      ...contactOf(openData, origin),
      'dcat:distribution': files.map((file) => distributionOf(file, source)),
    },
    agentOf(publisher, release.organisationName),
  ];
}

/** One release and its files by DCAT-AP 3, as Sweden has it, in JSON-LD. */
export const writeDataset = (described: Described, openData: OpenData): string =>
  JSON.stringify({ '@context': context, '@graph': datasetOf(described, openData) });

/** All releases, for a data portal to gather. `origin`: where the site is reached. */
export function writeCatalogue(all: readonly Described[], openData: OpenData, origin: string): string {
  const publisher = `${origin}/releases#publisher`;
  const times = all.map(({ source }) => source.release.publishedAt).sort();
  const catalogue = {
    '@id': `${origin}/releases#catalogue`,
    '@type': 'dcat:Catalog',
    ...openData.catalogue,
    publisher,
    license: openData.licence.uri,
    homepage: `${origin}/releases`,
    language: languages.map((language) => languageOf[language]),
    spatial: Object.values(openData.spatial),
    themeTaxonomy: `${authority}/data-theme`,
    ...(times.length === 0 ? {} : { issued: times[0], modified: times.at(-1) }),
    dataset: all.map(({ source }) => datasetId(source)),
  };
  return JSON.stringify({
    '@context': context,
    '@graph': [catalogue, agentOf(publisher, openData.publisher), ...all.flatMap((each) => datasetOf(each, openData))],
  });
}
