const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Whether a text is a 统一社会信用代码 (unified social credit code) with a right check character.
 * Source: GB 32100-2015, weights 3^i mod 31 over an alphabet without I, O, S, V, Z.
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(code.charAt(i)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}
