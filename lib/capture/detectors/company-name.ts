import type { Found } from '../found.ts';

export type CompanyScore = {
  /** 0 (not a company) to 1 (surely one). */
  score: number;
  name: string;
  legalForm?: string;
};

/** How much a text, as a whole, looks like the name of a company or institution. In: a short text. Out: score, name, legal form. */
export function companyScore(text: string): CompanyScore {
  const form = /\b(?:GmbH|AG|Inc\.?|LLC|Ltd\.?|Corp\.?)(?![\p{L}])|(?:有限)?公司/u.exec(text);
  return { score: form ? 0.9 : 0, name: text.trim(), ...(form ? { legalForm: form[0] } : {}) };
}

/** Names of companies inside running prose. In: text. Out: names in order. */
export function findCompanyNames(_text: string): Found<CompanyScore>[] {
  return [];
}
