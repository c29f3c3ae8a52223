import { z } from 'zod';
import { subjectsOf } from './line.ts';
import { fold, foldCompany, foldEmail, foldLink, foldPhone, foldPhones, hostOf, isProfile } from './plain.ts';
import { captureTask, fileNameOf } from './task.ts';

const text = z.string().nullish();
const row = z.object({
  id: z.string(),
  file: z.string().optional(),
  text: z.string().optional(),
  truth: z.object({
    name: text,
    title: text,
    company: text,
    phones: z.array(z.string()),
    website: z.array(z.string()),
    emails: z.array(z.string()),
    social: z.array(z.string()),
  }),
});

/** Signatures, each alone as the body of a message: one person with their firm. */
export const signatures = captureTask({
  reads: 'mails',
  row,
  inputs: ({ id, file, text }) => [file === undefined ? { name: `${fileNameOf(id)}.txt`, text: text ?? '' } : { file }],
  score({ id, truth }, [line], tally) {
    if (!line) return;
    const subjects = subjectsOf(line);
    const [person] = line.people;
    const [firm] = line.companies;
    const one = (what: string, wanted: z.infer<typeof text>, read: string | undefined, as: typeof fold) => {
      if (wanted || read) tally.values(what, wanted ? [as(wanted)] : [], [as(read)], id);
    };
    one('name', truth.name, person?.name, fold);
    one('title', truth.title, person?.jobTitle, fold);
    one('company', truth.company, person?.company ?? firm?.name, foldCompany);
    const spoken = subjects.flatMap(({ phones }) => phones).filter(({ kind }) => kind !== 'fax');
    tally.values('phones', truth.phones.map(foldPhone), foldPhones(spoken), id);
    tally.values('emails', truth.emails.map(foldEmail), subjects.flatMap(({ emails }) => emails).map(foldEmail), id);
    const links = subjects.flatMap((subject) => subject.links);
    const sites = [
      ...links.filter((link) => !isProfile(link)),
      ...line.companies.flatMap(({ website }) => website ?? []),
    ];
    tally.values('websites', truth.website.map(hostOf), sites.map(hostOf), id);
    const profiles = (list: string[]) => list.filter(isProfile).map(foldLink);
    tally.values('social links', profiles(truth.social), profiles(links), id);
  },
});
