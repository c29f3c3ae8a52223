import { type CompanyScore, companyScore as scoreCompany } from './detectors/company-name.ts';
import { titleScore as scoreTitle } from './detectors/job-title.ts';
import { type NameScore, nameScore as scoreName } from './detectors/person-name.ts';
import { remembered } from './remembered.ts';

/** As the detectors of the same names, asked once for each text. */
export const companyScore: (text: string) => CompanyScore = remembered(scoreCompany);
export const titleScore: (text: string) => number = remembered(scoreTitle);
export const nameScore: (text: string) => NameScore = remembered(scoreName);
