/**
 * What a country asks for before somebody at a firm is called or mailed for the first time.
 * consent: their prior yes; presumed: what they do must let one expect that they want it; registered: allowed unless their
 * number stands on the country's do-not-call list; published: allowed where they published the address for business and it
 * fits what they do; job: allowed where it is about their work, and they may object in each message; optOut: allowed, with the
 * sender's identity and a way to object in each message.
 */
export type ContactRule = 'consent' | 'presumed' | 'registered' | 'published' | 'job' | 'optOut';
export type Channel = 'email' | 'call';
type Rule = { is: ContactRule; law: string };
/** `customers`: where own customers may be mailed about similar goods without being asked, the paragraph that says so. */
export type CountryRule = Record<Channel, Rule> & { customers?: string };

const rule = (is: ContactRule, law: string): Rule => ({ is, law });

/**
 * By ISO code, as of November 2026, for contact from firm to firm; contact with consumers is mostly stricter. A summary to go
 * by, with the place where the law says it, not advice: courts and exceptions decide the single case.
 */
export const countryRules: Readonly<Record<string, CountryRule>> = {
  DE: {
    email: rule('consent', '§ 7 (2) no. 2 UWG'),
    call: rule('presumed', '§ 7 (2) no. 1 UWG'),
    customers: '§ 7 (3) UWG',
  },
  AT: {
    email: rule('consent', '§ 174 (3) TKG 2021'),
    call: rule('consent', '§ 174 (1) TKG 2021'),
    customers: '§ 174 (4) TKG 2021',
  },
  CH: {
    email: rule('consent', 'Art. 3 (1) lit. o UWG'),
    call: rule('registered', 'Art. 3 (1) lit. u UWG'),
    customers: 'Art. 3 (1) lit. o UWG',
  },
  GB: {
    email: rule('optOut', 'PECR 2003, reg. 22–23 (corporate subscribers)'),
    call: rule('registered', 'PECR 2003, reg. 21 (TPS, CTPS)'),
    customers: 'PECR 2003, reg. 22 (3)',
  },
  IE: {
    email: rule('job', 'S.I. 336/2011, reg. 13 (4)'),
    call: rule('registered', 'S.I. 336/2011, reg. 13 (5)–(6)'),
    customers: 'S.I. 336/2011, reg. 13 (11)',
  },
  FR: {
    email: rule('job', 'CPCE, art. L34-5; CNIL on professional addresses'),
    call: rule('job', 'GDPR Art. 6 (1) f, 21; Code de la consommation, art. L223-1 (consumers)'),
    customers: 'CPCE, art. L34-5 (4)',
  },
  BE: {
    email: rule('consent', 'CDE/WER, art. XII.13'),
    call: rule('registered', 'CDE/WER, art. VI.110–VI.115'),
    customers: 'A.R./K.B. 4.4.2003, art. 1',
  },
  NL: {
    email: rule('published', 'Telecommunicatiewet, art. 11.7 (1)–(2)'),
    call: rule('optOut', 'Telecommunicatiewet, art. 11.7 (legal persons)'),
    customers: 'Telecommunicatiewet, art. 11.7 (3)',
  },
  IT: {
    email: rule('consent', 'D.lgs. 196/2003, art. 130 (1)–(2)'),
    call: rule('registered', 'D.lgs. 196/2003, art. 130 (3-bis); D.P.R. 26/2022'),
    customers: 'D.lgs. 196/2003, art. 130 (4)',
  },
  ES: {
    email: rule('consent', 'LSSI 34/2002, art. 21 (1)'),
    call: rule('job', 'Ley 11/2022, art. 66; LOPDGDD, art. 19'),
    customers: 'LSSI 34/2002, art. 21 (2)',
  },
  SE: {
    email: rule('optOut', 'Marknadsföringslagen 2008:486, § 19 (natural persons), § 21'),
    call: rule('optOut', 'Marknadsföringslagen 2008:486, § 21'),
    customers: 'Marknadsföringslagen 2008:486, § 19 (2)',
  },
  DK: {
    email: rule('consent', 'Markedsføringsloven, § 10 (1)'),
    call: rule('optOut', 'Markedsføringsloven, § 10; Forbrugeraftaleloven, § 4 (consumers)'),
    customers: 'Markedsføringsloven, § 10 (2)',
  },
  FI: {
    email: rule('job', 'Laki 917/2014, § 200, § 202'),
    call: rule('optOut', 'Laki 917/2014, § 202'),
    customers: 'Laki 917/2014, § 200 (3)',
  },
  PL: {
    email: rule('consent', 'Prawo komunikacji elektronicznej, art. 398'),
    call: rule('consent', 'Prawo komunikacji elektronicznej, art. 398'),
  },
  US: {
    email: rule('optOut', 'CAN-SPAM Act, 15 U.S.C. § 7704'),
    call: rule('optOut', '16 CFR 310.6 (b)(7); mobile by autodialer: 47 CFR 64.1200'),
  },
  CA: {
    email: rule('published', 'CASL, S.C. 2010 c. 23, s. 6, s. 10 (9)'),
    call: rule('optOut', 'CRTC Unsolicited Telecommunications Rules (business calls exempt from the list)'),
    customers: 'CASL, s. 10 (9)–(10)',
  },
  CN: {
    email: rule('consent', '《广告法》第四十三条; 《个人信息保护法》第十三条'),
    call: rule('consent', '《广告法》第四十三条; 《个人信息保护法》第十三条'),
  },
  HK: {
    email: rule('consent', 'Cap. 486, s. 35C–35E; Cap. 593, s. 8–11'),
    call: rule('consent', 'Cap. 486, s. 35C–35E'),
  },
  SG: {
    email: rule('optOut', 'Spam Control Act 2007, s. 11'),
    call: rule('optOut', 'PDPA 2012, part 9 (business numbers: Eighth Schedule)'),
  },
  JP: {
    email: rule('published', '特定電子メール法 第3条'),
    call: rule('optOut', '特定商取引法 第17条, 第26条 (business)'),
  },
  AU: {
    email: rule('published', 'Spam Act 2003, s. 16, Sch. 2 cl. 4'),
    call: rule('registered', 'Do Not Call Register Act 2006, s. 11'),
  },
};

/** For the other countries of the European Union, until a line of their own says more. */
export const unionRule: CountryRule = {
  email: rule('consent', 'Directive 2002/58/EC, Art. 13 (1), (5)'),
  call: rule('presumed', 'Directive 2002/58/EC, Art. 13 (3); GDPR Art. 6 (1) f'),
  customers: 'Directive 2002/58/EC, Art. 13 (2)',
};
export const unionCountries: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
