/** Words that stand before, after and inside names. All folded: lower case, without dots. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const honorifics = set(`
mr mrs ms miss mx sir madam madame dame lady lord master herr frau hr fr fräulein fraulein herrn dr doktor doctor prof professor professorin pd priv-doz dipl dipl-ing dipl-kfm dipl-kffr dipl-inf dipl-wirt-ing dipl-oec dipl-bw dipl-betriebsw dipl-phys dipl-chem dipl-psych dipl-jur dipl-päd dipl-geogr dipl-vw dipl-volksw dipl-math dipl-biol dipl-übers dipl-des dipl-soz dipl-sozpäd dipl-verw ing mag magister ddr dkfm kommr komm-rat hofrat univ-prof ra rain stb wp vbp ass mme mlle mm monsieur madame mademoiselle me maître maitre sr sra srta señor señora senor senora don doña dona dott dottssa dott-ssa dottore dottoressa sig sigra sig-ra signor signora avv arch geom rag drs de-heer mevrouw dhr mevr mw rev reverend revd fr father pastor rabbi imam sheikh hon honorable honourable judge justice chief capt captain cpt col colonel lt lieutenant ltgov gov governor maj major gen general sgt sergeant cpl adm admiral cmdr commander sen senator rep representative congressman congresswoman president pres secretary ambassador attorney atty coach officer ofc deputy det detective dean pfarrer pater bruder schwester br architekt bürgermeister inz ing-grad pan pani mgr hab ph fru herre frk senhor senhora engr bgm queen excellency rt
`);

/** They go on with a title, they do not begin one: Dr. rer. nat., Ass. jur., Prof. Dr. h. c. mult. */
export const afterTitle = set(
  'jur iur med nat rer pol phil habil h hc c mult ehrenhalber vet oec theol ing agr techn sc dent paed päd fh tu univ eth usa ba msc eng',
);

export const suffixes = set(`
jr sr ii iii iv vi vii esq esquire junior senior phd md mba ma ba bs bsc msc ms jd dds dmd do rn cpa cfa cfp pe pa pac np lcsw llm llb mph edd psyd od dvm aia faia leed ap pmp cissp cne cpp fache facs rdh da efda ret usn usa usmc usaf ccim gri crs abr cri sior ceng frcs obe mbe cbe kg qc kc dphil fca aca acca emba beng meng mag dba mphil dc pt dpt lmft lpc cma cfe pharmd ed mp mep m-a b-a ll-m ph-d mrics frics riba ra bda fh tu univ dipl-ing hons bcom mcips fcca realtor attorney atty lawyer broker gri
`);

export const particles = set(`
von van vom zu zum zur de del della delle dello degli dei di da das do dos du des der den het ten ter te la le lo los las el al ap ab bin ibn ben bint abu bar af av und y 't mc mac st ste san santa saint dal dalla dalle vander vanden op aan in
`);

export const conjunctions = set('and & und et y e i og och en');
