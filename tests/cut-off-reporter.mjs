// Writes down, beside the runner's own report, which faults were outside all tests: the report counts none of them.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export const outsideFile = path.resolve(import.meta.dirname, '..', '.cache', 'outside-tests.json');

const cutOff = /^Worker exited unexpectedly with signal (SIG[A-Z]+) .* test file (.+)$/;

export default class CutOffReporter {
  onTestRunEnd(_modules, errors) {
    const found = errors.map(({ message, cause }) => ({ message, cutOff: cutOff.exec(cause?.message ?? '') }));
    const files = found.flatMap(({ cutOff: each }) => (each === null ? [] : [each[2]]));
    writeFileSync(outsideFile, JSON.stringify({ cutOff: files, others: found.length - files.length }));
  }
}
