import { type CompanyScore, companyScore as scoreCompany } from './detectors/company-name.ts';
import { titleScore as scoreTitle } from './detectors/job-title.ts';
import { type NameScore, nameScore as scoreName } from './detectors/person-name.ts';

const most = 6000;

/** Remembers answers for texts that several readers ask about; forgets all at once when full, so that no page fills the memory. */
function remembered<T>(score: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > 200) return score(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = score(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** As the detectors of the same names, asked once for each text. */
export const companyScore: (text: string) => CompanyScore = remembered(scoreCompany);
export const titleScore: (text: string) => number = remembered(scoreTitle);
export const nameScore: (text: string) => NameScore = remembered(scoreName);
