export const legalGroups = {
  '1': 'estate',
  '2': 'public-body',
  '5': 'limited-company',
  '6': 'simple-partnership',
  '7': 'economic-association',
  '8': 'non-profit-or-foundation',
  '9': 'trading-partnership',
} as const;
export type LegalGroup = (typeof legalGroups)[keyof typeof legalGroups];

export type CheckedOrganisationNumber =
  | { readonly ok: true; readonly organisationNumber: string; readonly legalGroup: LegalGroup }
  | {
      readonly ok: false;
      readonly code: 'not-ten-digits' | 'wrong-check-digit' | 'personal-number' | 'unknown-legal-group';
    };

/** Removes what people write around the ten digits: spaces, the hyphen, the prefix 16, and the VAT form SE...01. */
function bareDigits(text: string): string {
  const compact = text.replaceAll(/[\s-]/g, '').toUpperCase();
  const vat = /^SE(\d{10})01$/.exec(compact);
  if (vat?.[1] !== undefined) return vat[1];
  return /^16\d{10}$/.test(compact) ? compact.slice(2) : compact;
}

/** Luhn's sum, modulo 10, with weights 2, 1, 2, 1 ... from the left; 0 when the last digit is right. */
function luhnRemainder(digits: string): number {
  const sum = Array.from(digits, Number).reduce((total, digit, index) => {
    const product = digit * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10;
}

const smallestThirdDigit = 2;

function isLegalGroup(digit: string): digit is keyof typeof legalGroups {
  return digit in legalGroups;
}

/**
 * Reads a Swedish organisationsnummer in any common form and gives its ten digits and legal group, or why not.
 * The third digit of a legal entity is at least 2; a lower one is a personal number, which is refused so that it
 * is never stored. Twelve digits beginning with a century are a personal number too.
 * (SFS 1974:174; Peppol rule SE-R-013.)
 */
export function checkOrganisationNumber(text: string): CheckedOrganisationNumber {
  const digits = bareDigits(text);
  if (/^(18|19|20)\d{10}$/.test(digits)) return { ok: false, code: 'personal-number' };
  if (!/^\d{10}$/.test(digits)) return { ok: false, code: 'not-ten-digits' };
  if (Number(digits[2]) < smallestThirdDigit) return { ok: false, code: 'personal-number' };
  if (luhnRemainder(digits) !== 0) return { ok: false, code: 'wrong-check-digit' };
  const group = digits.slice(0, 1);
  return isLegalGroup(group)
    ? { ok: true, organisationNumber: digits, legalGroup: legalGroups[group] }
    : { ok: false, code: 'unknown-legal-group' };
}

/** `5560360793` as people read it: `556036-0793`. */
export function formatOrganisationNumber(organisationNumber: string): string {
  return `${organisationNumber.slice(0, 6)}-${organisationNumber.slice(6)}`;
}
