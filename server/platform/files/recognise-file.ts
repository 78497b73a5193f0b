import { type FileType, fileTypes } from '#shared/domain/meeting/file-name.ts';

const endOfDirectory = 0x06054b50;
const directoryLine = 0x02014b50;
const endBytes = 22;
const lineBytes = 46;
/** The end stands within the last 64 kB: a comment may follow it. */
const farthestEnd = 65_557;
const mostParts = 2000;

/** The names of a zip file's parts by its own directory; undefined when that cannot be read. */
function partNames(zip: Buffer): string[] | undefined {
  let end = -1;
  for (let at = zip.length - endBytes; at >= Math.max(0, zip.length - farthestEnd) && end < 0; at -= 1) {
    if (zip.readUInt32LE(at) === endOfDirectory) end = at;
  }
  if (end < 0) return undefined;
  const count = zip.readUInt16LE(end + 10);
  if (count > mostParts) return undefined;
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let line = 0; line < count; line += 1) {
    if (at + lineBytes > zip.length || zip.readUInt32LE(at) !== directoryLine) return undefined;
    const nameBytes = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + lineBytes, at + lineBytes + nameBytes));
    at += lineBytes + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** What runs by itself when a document is opened. */
const isProgram = (name: string): boolean => /vbaProject\.bin$|\/(activeX|macrosheets)\//i.test(name);

function officeType(content: Buffer): FileType | undefined {
  const names = partNames(content);
  if (names === undefined || !names.includes('[Content_Types].xml') || names.some(isProgram)) return undefined;
  if (names.includes('word/document.xml')) return fileTypes.docx;
  return names.includes('xl/workbook.xml') ? fileTypes.xlsx : undefined;
}

const signatures: readonly (readonly [FileType, Buffer])[] = [
  [fileTypes.pdf, Buffer.from('%PDF-', 'latin1')],
  [fileTypes.png, Buffer.from('89504e470d0a1a0a', 'hex')],
  [fileTypes.jpg, Buffer.from('ffd8ff', 'hex')],
];
const zipSignature = Buffer.from('504b0304', 'hex');

const beginsWith = (content: Buffer, signature: Buffer): boolean =>
  content.subarray(0, signature.length).equals(signature);

/**
 * What the bytes say they are, of the kinds that are taken; undefined for everything else, documents with macros
 * included. Says nothing of whether a file is harmless.
 */
export function recogniseFile(content: Buffer): FileType | undefined {
  const known = signatures.find(([, signature]) => beginsWith(content, signature));
  if (known !== undefined) return known[0];
  return beginsWith(content, zipSignature) ? officeType(content) : undefined;
}
