import { addresses } from './score/addresses.ts';
import { articles } from './score/articles.ts';
import { cards } from './score/cards.ts';
import { eml } from './score/eml.ts';
import { forge } from './score/forge.ts';
import { microformats } from './score/microformats.ts';
import { names } from './score/names.ts';
import { pages } from './score/pages.ts';
import { phones } from './score/phones.ts';
import { hostedRecords, mailRecords, records } from './score/records.ts';
import { replies } from './score/replies.ts';
import { signatures } from './score/signatures.ts';
import type { CaptureTask, FieldTask } from './score/task.ts';
import { titles } from './score/titles.ts';

/** A set of truth. `truth` is a path in the data folder; of `own` sets, none: it is in the project. */
export type EvalSet = {
  name: string;
  task: string;
  truth: string;
  own?: true;
  /** What it is and who made it, for the readme. */
  about: string;
  licence?: string;
} & ({ capture: CaptureTask } | { fields: FieldTask });

const invented = 'invented firms and people on pages as messy as real ones, written by hand for this purpose';

/** Every set that is scored, in the order in which they are printed. */
export const sets: EvalSet[] = [
  {
    name: 'practice',
    task: 'records',
    truth: 'test/practice/expected.json',
    own: true,
    about: 'the practice web of this project',
    licence: 'MIT',
    capture: hostedRecords,
  },
  {
    name: 'truth/de',
    task: 'records',
    truth: 'truth/de/truth.jsonl',
    about: `German, Austrian and Swiss pages: ${invented}`,
    capture: records,
  },
  {
    name: 'truth/zh',
    task: 'records',
    truth: 'truth/zh/truth.jsonl',
    about: `pages from China, Taiwan and Hong Kong: ${invented}`,
    capture: records,
  },
  {
    name: 'truth/zh-mail',
    task: 'records',
    truth: 'truth/zh-mail/truth.jsonl',
    about: 'Chinese mails, invented and written by hand for this purpose',
    capture: mailRecords,
  },
  {
    name: 'webstruct',
    task: 'pages',
    truth: 'webstruct/truth.jsonl',
    about: 'business, contact and team pages of about 2014, annotated by hand (WebStruct)',
    licence: 'MIT',
    capture: pages,
  },
  {
    name: 'signatures',
    task: 'signatures',
    truth: 'signatures/truth.jsonl',
    about: 'signatures of mails in eight languages, from public repositories',
    capture: signatures,
  },
  {
    name: 'mail/forge',
    task: 'forge',
    truth: 'mail/forge/messages.jsonl',
    about: 'mails of the Enron corpus with marked signature lines',
    licence: 'CC BY',
    capture: forge,
  },
  {
    name: 'mail/replies',
    task: 'replies',
    truth: 'mail/replies/cases.jsonl',
    about: 'test cases of programs that cut quotations from replies (Talon and others)',
    capture: replies,
  },
  {
    name: 'mail/eml',
    task: 'eml',
    truth: 'mail/eml/headers.jsonl',
    about: 'test messages of mail libraries',
    capture: eml,
  },
  {
    name: 'schemaorg',
    task: 'cards',
    truth: 'structured/schemaorg/examples.jsonl',
    about: 'examples of schema.org, each in three forms',
    capture: cards,
  },
  {
    name: 'microformats',
    task: 'microformats',
    truth: 'structured/microformats/index.jsonl',
    about: 'tests of microformats parsers',
    licence: 'CC0',
    capture: microformats,
  },
  {
    name: 'articles',
    task: 'articles',
    truth: 'articles/index.jsonl',
    about: 'saved articles: the test pages of Readability and Defuddle',
    capture: articles,
  },
  {
    name: 'fields/names_nameparser',
    task: 'names',
    truth: 'fields/names_nameparser.jsonl',
    about: 'test cases of nameparser',
    fields: names,
  },
  {
    name: 'fields/names_probablepeople_person',
    task: 'names',
    truth: 'fields/names_probablepeople_person.jsonl',
    about: 'labelled names of people of probablepeople',
    fields: names,
  },
  {
    name: 'fields/names_probablepeople_company',
    task: 'names',
    truth: 'fields/names_probablepeople_company.jsonl',
    about: 'labelled names of firms of probablepeople',
    fields: names,
  },
  {
    name: 'fields/addresses_usaddress',
    task: 'addresses',
    truth: 'fields/addresses_usaddress.jsonl',
    about: 'labelled addresses of usaddress',
    fields: addresses,
  },
  {
    name: 'fields/addresses_opencage',
    task: 'addresses',
    truth: 'fields/addresses_opencage.jsonl',
    about: "addresses of the world, test cases of OpenCage's address formatting",
    fields: addresses,
  },
  {
    name: 'fields/phones_examples',
    task: 'phones',
    truth: 'fields/phones_examples.jsonl',
    about: 'example numbers of 246 territories of libphonenumber',
    fields: phones,
  },
  {
    name: 'fields/phones_matcher',
    task: 'phones',
    truth: 'fields/phones_matcher.jsonl',
    about: 'test cases of the number finder of libphonenumber',
    fields: phones,
  },
  {
    name: 'fields/titles_cv_annotated',
    task: 'titles',
    truth: 'fields/titles_cv_annotated.jsonl',
    about: 'jobs of annotated CVs, active ones only',
    fields: titles,
  },
];

/** Whether a set is meant by a name: its own, that of one of its folders, its last word, or its task. */
export function isNamed(set: EvalSet, name: string): boolean {
  return set.name === name || set.task === name || set.name.endsWith(`/${name}`) || set.name.startsWith(`${name}/`);
}
