/** Words of job titles, as patterns over folded text (lower case, no accents), and over characters for Chinese. Each list says one thing. */
const words = (list: string): string =>
  list
    .trim()
    .split(/\s*\|\s*|\n+/)
    .filter(Boolean)
    .join('|');
const whole = (list: string): RegExp => new RegExp(String.raw`(?<![\p{L}])(?:${words(list)})(?![\p{L}])`, 'u');
const begin = (list: string): RegExp => new RegExp(String.raw`(?<![\p{L}])(?:${words(list)})`, 'u');
const end = (list: string): RegExp => new RegExp(String.raw`(?:${words(list)})(?![\p{L}])`, 'u');

/** Whether one of many words stands in a text. Words are looked up, not searched for: the lists are long and the lines many. */
type WordTest = { test(folded: string): boolean };
const letters = /[\p{L}\p{N}]+(?:[-'’/][\p{L}\p{N}]+)*/gu;

let lastWords: { text: string; words: string[] } = { text: '', words: [] };

/** The words of a text; a dozen lists are asked about the same one in a row. */
function wordsOf(text: string): string[] {
  if (lastWords.text !== text) lastWords = { text, words: text.match(letters) ?? [] };
  return lastWords.words;
}

function oneOf(list: string): WordTest {
  const all = list
    .trim()
    .split(/\s*\|\s*|\n+/)
    .filter(Boolean);
  const single = new Set(all.filter((w) => /^\p{L}+$/u.test(w)));
  const rest = whole(all.filter((w) => !/^\p{L}+$/u.test(w)).join('|'));
  return {
    test: (folded) => {
      for (const word of wordsOf(folded)) {
        if (single.has(word)) return true;
        if (/[-'’/]/.test(word) && word.split(/[-'’/]/).some((part) => single.has(part))) return true;
      }
      return /[ -]/.test(folded) && rest.test(folded);
    },
  };
}

function endsIn(list: string): WordTest {
  const ends = new Set(
    list
      .trim()
      .split(/\s*\|\s*|\n+/)
      .filter(Boolean),
  );
  const sizes = [...new Set([...ends].map((e) => e.length))].sort((a, b) => b - a);
  const lastLetters = new Set([...ends].map((e) => e.slice(-2)));
  return {
    test: (folded) => {
      for (const word of wordsOf(folded))
        if (lastLetters.has(word.slice(-2)) && sizes.some((n) => word.length >= n && ends.has(word.slice(-n))))
          return true;
      return false;
    },
  };
}

/** Titles that are one by themselves: the head word of a job. English, and what ends a German, French, Spanish, Italian, Dutch one. */
export const headWords = oneOf(`
manager|managers|mgr|director|president|vice president|vp|svp|evp|avp|ceo|cfo|cto|coo|cio|cmo|cso|cpo|chro|ciso|cdo|cro|chief|chairman|chairwoman|chairperson|chair|founder|co-?founder|owner|co-?owner|proprietor|partner|principal|officer|executive|head|lead|leader|supervisor|superintendent|supt|foreman|coordinator|co-?ordinator|administrator|admin|assistant|asst|associate|analyst|consultant|advisor|adviser|specialist|engineer|developer|programmer|architect|designer|technician|mechanic|electrician|operator|planner|strategist|buyer|purchaser|representative|rep|agent|broker|realtor|salesperson|salesman|clerk|cashier|receptionist|secretary|bookkeeper|accountant|controller|comptroller|auditor|treasurer|paralegal|attorney|lawyer|counsel|solicitor|barrister|notary|judge|teacher|instructor|tutor|trainer|coach|lecturer|professor|dean|provost|chancellor|rector|researcher|scientist|chemist|biologist|physicist|fellow|intern|trainee|apprentice|volunteer|doctor|physician|surgeon|dentist|nurse|pharmacist|therapist|psychologist|hygienist|veterinarian|editor|writer|author|journalist|reporter|columnist|photographer|producer|artist|curator|librarian|chef|cook|baker|bartender|waiter|host|hostess|florist|pastor|minister|priest|rabbi|mayor|senator|councillor|councilman|trustee|board member|member of the board|governor|commissioner|inspector|detective|sergeant|captain|pilot|driver|dispatcher|worker|carpenter|plumber|welder|installer|estimator|surveyor|appraiser|underwriter|adjuster|recruiter|spokesperson|liaison|ambassador|evangelist|creator|investor|entrepreneur|freelancer|webmaster|copywriter|translator|interpreter|steward|expert|ombudsman|registrar|bursar|caretaker|janitor|projectionist|merchandiser|concierge|dpo|pm|cpa
inhaber|inhaberin|vorstand|vorstandin|prokurist|prokuristin|gesellschafter|gesellschafterin|grunder|grunderin|firmengrunder|prasident|prasidentin|vizeprasident|vizeprasidentin|vorsitzender|vorsitzende|vorsitzender|schatzmeister|schatzmeisterin|schriftfuhrer|schriftfuhrerin|beisitzer|beisitzerin|referent|referentin|assistent|assistentin|assistenz|sekretariat|sekretar|sekretarin|sachbearbeiter|sachbearbeiterin|disponent|disponentin|berater|beraterin|mitarbeiter|mitarbeiterin|ansprechpartner|ansprechpartnerin|techniker|technikerin|ingenieur|ingenieurin|meister|meisterin|architekt|architektin|anwalt|anwaltin|notar|notarin|arzt|arztin|lehrer|lehrerin|dozent|dozentin|buchhaltung|buchhalter|buchhalterin|einkauf|einkaufer|einkauferin|verkauf|verkaufer|verkauferin|vertrieb|leiter|leiterin|leitung|empfang|azubi|auszubildender|auszubildende|praktikant|praktikantin|praktikum|werkstudent|werkstudentin|lernende|lernender|lehrling|pfarrer|pfarrerin|burgermeister|burgermeisterin|kammerer|hausmeister|webmaster|geselle|polier|monteur|obermonteur|fahrer|lagerist|redakteur|redakteurin|konstrukteur|konstrukteurin|entwickler|entwicklerin|texter|texterin|gestalter|gestalterin|makler|maklerin|trainer|trainerin|steuerberater|steuerberaterin|rechtsanwalt|rechtsanwaltin|wirtschaftsprufer|geschaftsfuhrung|geschaftsleitung|verwaltung|personalwesen|hausverwaltung|vermietung|kundendienst|kundenservice|aussendienst|innendienst|hebamme|stv|stellv|stellvertreter|stellvertreterin|sprecher|sprecherin|betreuer|betreuerin|beauftragter|beauftragte|mitglied|aufsichtsrat|verwaltungsrat|kaufmann|kauffrau|mandatsleiter|mandatsleiterin|poststelle|standesamt|bauhof
directeur|directrice|president-directeur|pdg|gerant|gerante|responsable|chef|cheffe|adjoint|adjointe|ingenieure|technicien|technicienne|commercial|commerciale|acheteur|acheteuse|assistante|secretaire|comptable|avocat|avocate|consultante|charge|chargee|attache|attachee|traducteur|traductrice|stagiaire|fondateur|fondatrice|associe|associee
director general|directora|gerente|jefe|jefa|encargado|encargada|presidente|presidenta|propietario|propietaria|socio|socia|ingeniero|ingeniera|tecnico|tecnica|abogado|abogada|contador|contadora|asesor|asesora|coordinador|coordinadora|comprador|vendedor|vendedora|administrador|administradora|fundador|fundadora
direttore|direttrice|amministratore|amministratore delegato|titolare|responsabile|capo|ingegnere|tecnico|avvocato|ragioniere|impiegato|impiegata|consulente|socio|fondatore|fondatrice|addetto|addetta
directeur|bedrijfsleider|eigenaar|eigenaresse|zaakvoerder|hoofd|medewerker|medewerkster|adviseur|inkoper|verkoper|boekhouder|oprichter|bestuurder|voorzitter|penningmeester
diretor|diretora|diretor-geral|socio-gerente|chefe|encarregado|encarregada|engenheiro|engenheira|contabilista|advogado|advogada|vendedor|comprador|fundador|consultor|consultora|proprietario|proprietaria|coordenador|coordenadora|assessor|assessora|supervisora
prezes|prezes zarzadu|wiceprezes|wlasciciel|wlascicielka|dyrektor|kierownik|kierowniczka|specjalista|specjalistka|handlowiec|ksiegowy|ksiegowa|inzynier|doradca|asystent|asystentka|przedstawiciel|koordynator|koordynatorka|kupiec|sprzedawca|wspolnik|prokurent
jednatel|jednatelka|reditel|reditelka|riaditel|riaditelka|vedouci|veduci|veduca|obchodnik|obchodni zastupce|nakupci|ucetni|uctovnicka|referentka|majitel|majitelka|konatel|konatelka|predseda|mistr
ugyvezeto|igazgato|vezerigazgato|ertekesito|beszerzo|konyvelo|tulajdonos|vezeto|mernok|ugyintezo
vd|verkstallande direktor|saljare|innesaljare|inkopare|konstruktor|ekonom|agare|delagare|grundare|styrelseordforande|ordforande|kundansvarig|projektledare|arbetsledare|tekniker|handlaggare|samordnare
daglig leder|adm dir|administrerende direktor|administrerende direktør|selger|innkjoper|okonomisjef|avdelingsleder|styreleder|radgiver|konsulent|saelger|salger|indkober|bogholder|direktor|direktør|ejer|medejer|afdelingsleder|formand|sekretaer|eier
toimitusjohtaja|johtaja|paallikko|myyja|ostaja|hallituksen puheenjohtaja|puheenjohtaja|asiantuntija|suunnittelija|insinoori|yrittaja|omistaja|kirjanpitaja|koordinaattori
director executiv|inginer|contabil|administrator|vanzator|achizitor|mudur|muduru|genel mudur|mudur yardimcisi|sef|sefi|uzman|uzmani|yonetici|yoneticisi|muhendis|kurucu|sorumlu|sorumlusu|temsilcisi|danisman
директор|генеральный директор|заместитель директора|руководитель|начальник|менеджер|специалист|инженер|бухгалтер|главный бухгалтер|владелец|основатель|председатель|заведующий|керівник|начальник отдела|фахівець|інженер|власник|засновник
`);

/** Ends of German compounds that name a job, and of other words that do. */
export const compoundEnds = endsIn(`
geschaftsfuhrer|geschaftsfuhrerin|fuhrer|fuhrerin|leiter|leiterin|leitung|manager|managerin|direktor|direktorin|vorsitzender|vorsitzende|berater|beraterin|ingenieur|ingenieurin|techniker|technikerin|referent|referentin|sekretar|sekretarin|sekretariat|assistent|assistentin|assistenz|meister|meisterin|arzt|arztin|anwalt|anwaltin|prufer|pruferin|entwickler|entwicklerin|planer|planerin|verkaufer|verkauferin|einkaufer|einkauferin|betreuer|betreuerin|bearbeiter|bearbeiterin|beauftragter|beauftragte|mitarbeiter|mitarbeiterin|kaufmann|kauffrau|buchhalter|buchhalterin|monteur|konstrukteur|redakteur|ubersetzer|ubersetzerin|prasident|prasidentin|rat|ratin|partner|trainer|trainerin|schreiber|schreiberin|grunder|grunderin|vertreter|vertreterin|verwalter|verwalterin|wirt|wirtin|experte|expertin|spezialist|spezialistin|administrator|administratorin|kraft|pfleger|pflegerin|koordinator|koordinatorin|inhaber|inhaberin|makler|maklerin|disponent|sprecher|sprecherin|chef|chefin|assessor|treuhander|warter|macher|manager/in|leiter/in|directeur|engineer|sjef|beamter|beamtin|lehrer|lehrerin|mechaniker|mechanikerin|elektroniker|installateur|zeichner|zeichnerin|fahrer|pilot|pilotin|kassierer|kassiererin
`);
/** Departments that stand where a title would in German lists of staff. */
export const departmentEnds = endsIn(`
abteilung|verwaltung|wesen|dienst|abwicklung|buchhaltung|vertrieb|einkauf|verkauf|betreuung|technik|marketing|kommunikation|controlling|logistik|versand|lager|empfang|zentrale|personal|arbeit|planung|entwicklung|beratung|management|service|amt|buro|stelle|kasse|bau|wesen
`);

export const hanHeads =
  /(?:代表取締役(?:社長)?|取締役(?:社長)?|社長|副社長|会長|専務|常務|執行役員|本部長|次長|係長|室長|支店長|営業所長|工場長|担当者?|总经理|總經理|经理|經理|总监|總監|总裁|總裁|董事长|董事長|董事|监事|監事|主席|会长|會長|理事长|理事長|理事|院长|院長|所长|所長|校长|校長|部长|部長|处长|科长|課長|课长|股长|组长|組長|班长|厂长|廠長|店长|店長|站长|主任|主管|专员|專員|专家|專家|顾问|顧問|助理|秘书|秘書|代表|负责人|負責人|法定代表人|经营者|業務員|业务员|销售员|采购员|跟单员?|报关员|单证员?|文员|会计师?|會計師?|出纳|财务|工程师|工程師|设计师|設計師|架构师|研究员|研究員|教授|讲师|講師|医师|醫師|律师|律師|编辑|記者|记者|翻译|客服|前台|司机|技术员|技工|师傅|创始人|創辦人|创办人|合伙人|合夥人|保荐代表人|股东|首席\S{0,6}官|书记|書記|协理|協理|副理|襄理|经办|业务|業務|老板|老闆|人事|行政|销售|采购|負責|实习生|實習生|科学家|程序员|产品经理|外贸员?|代理|总管|总工|厂代|品牌与市场|商务拓展|審計|审计|稅務|税务|대표(?:이사|자)?|사장|회장|이사|감사|전무|상무|본부장|부장|차장|과장|대리|주임|팀장|실장|센터장|소장|연구원|매니저|책임|선임|담당자?|원장)(?:\s?(?:VP|CEO|CTO|CFO|COO))?$/u;

const seniorityWords = {
  Management: [
    whole(
      `ceo|cfo|cto|coo|cio|cmo|cso|cpo|chro|ciso|cdo|cro|cco|c-level|chief [\\p{L}&]+(?: [\\p{L}&]+)? officer|managing director|managing partner|general manager|owner|co-?owner|founder|co-?founder|founding partner|cofounder|president|vice president|vice-president|vp|svp|evp|avp|chairman|chairwoman|chairperson|proprietor|board member|member of the (?:executive |management |supervisory )?board|executive board|supervisory board|inhaber|inhaberin|mitinhaber|eigentumer|eigentumerin|grunder|grunderin|firmengrunder|mitgrunder|gesellschafter|gesellschafterin|geschaftsfuhrende|geschaftsfuhrender|geschaftsleitung|geschaftsfuhrung|geschaftsleiter|geschaftsleiterin|vorstand|vorstandin|prokurist|prokuristin|prokura|aufsichtsrat|verwaltungsrat|prasident|prasidentin|unternehmer|unternehmerin|selbststandig|self-employed|entrepreneur|unternehmensleitung|pdg|gerant|gerante|directeur general|directrice generale|dirigeant|fondateur|director general|gerente general|propietario|presidente|amministratore delegato|amministratore|titolare|fondatore|eigenaar|zaakvoerder|bestuurder|algemeen directeur|oprichter|prezes|prezes zarzadu|wlasciciel|wlascicielka|jednatel|majitel|konatel|ugyvezeto|vezerigazgato|tulajdonos|vd|verkstallande direktor|agare|grundare|daglig leder|administrerende direktor|ejer|eier|toimitusjohtaja|omistaja|yrittaja|diretor-geral|socio-gerente|proprietario|genel mudur|kurucu|генеральный директор|владелец|основатель|managementteam|managing member|beirat|intendant|kanzler|rektor|partner|senior partner|arbeitgeber|executive director`,
    ),
    end(
      `geschaftsfuhrer|geschaftsfuhrerin|geschaeftsfuhrer|geschaeftsfuehrer|geschaeftsfuehrerin|geschaftsfuhrung|vorstand|vorstandsmitglied|vorstandsvorsitzender|vorstandsvorsitzende|prokurist|prokuristin|aufsichtsratsvorsitzender|hauptgeschaftsfuhrer|inhaber|inhaberin|aufsichtsrats?|vorstandes|vorstands|verwaltungsratsvorsitzender|verwaltungsratsprasident`,
    ),
    /代表取締役|取締役|社長|専務|常務|대표|사장|회장|전무|상무|总经理|總經理|总裁|總裁|董事|创始人|創辦人|创办人|首席\S{1,6}官|老板|老闆|法定代表人|经营者|股东|理事长|会长|校长|院长|厂长|廠長|合伙人|合夥人|负责人|書記|书记/u,
  ],
  Director: [
    whole(
      `director|directors|direktor|direktorin|directeur|directrice|directora|direttore|direttrice|principal|abteilungsdirektor|diretor|diretora|dyrektor|reditel|reditelka|riaditel|igazgato|johtaja|директор`,
    ),
    end(`direktor|direktorin`),
    /总监|總監|協理|协理/u,
  ],
  Lead: [
    whole(
      `head|head of|lead|leader|leiter|leiterin|leitung|leitend|leitende|leitender|supervisor|foreman|superintendent|chef|chefin|vorsitzender|vorsitzende|obmann|sprecher|teamlead|team lead|team leader|teamleader|team manager|group manager|area manager|regional manager|country manager|branch manager|chief|dean|captain|kapitan|pflegedirektorin|responsable|jefe|jefa|responsabile|capo|hoofd|bedrijfsleider|kierownik|kierowniczka|vedouci|veduci|vezeto|paallikko|avdelingsleder|afdelingsleder|arbetsledare|chefe|encarregado|mudur|muduru|sef|sefi|руководитель|начальник|dekan|burgermeister|burgermeisterin|beauftragter|beauftragte|meister|polier|chefarzt|chefarztin|rektor|store manager|department manager|division manager|betriebsleiter|vp of|coordinator|koordinator|koordinatorin|gerente|(?:sales|business|engagement|bid|service|operations) manager`,
    ),
    end(
      `leiter|leiterin|leitung|teamlead|chef|chefin|vorsitzender|vorsitzende|beauftragter|beauftragte|obmann|teamleader|fuhrungskraft|vorsteher|oberarzt|koordinator|koordinatorin`,
    ),
    /本部長|次長|係長|室長|支店長|工場長|본부장|부장|차장|과장|팀장|실장|센터장|部长|部長|主任|科长|課長|课长|处长|组长|組長|班长|店长|店長|站长|所长|主管|(?<!总|總|产品|客户|项目|业务|銷售|专)经理|經理|总工/u,
  ],
  Junior: [
    whole(
      `junior|jr|intern|internship|trainee|apprentice|apprenticeship|student|working student|werkstudent|werkstudentin|praktikant|praktikantin|praktikum|azubi|auszubildender|auszubildende|ausbildung|volontar|volontarin|aushilfe|hilfskraft|studentische|lehrling|lernende|lernender|referendar|referendarin|doktorand|doktorandin|phd student|graduate|entry level|stagiaire|becario|tirocinante|stagista|diplomand|diplomandin|bachelorand|masterand|assistant|assistent|assistentin|volunteer|minijob|ferialpraktikant|zivildienst|zivildienstleistender|student assistant|tutor|hiwi|wissenschaftliche hilfskraft|wissenschaftlicher mitarbeiter|wissenschaftliche mitarbeiterin`,
    ),
    end(`praktikant|praktikantin|praktikum|student|studentin|hilfskraft|aushilfe|lehrling`),
    /实习|實習|助理|学徒|初级|见习/u,
  ],
  Senior: [
    whole(
      `senior|sr|experienced|staff engineer|principal|iii|iv|expert|experte|expertin|fachexperte|senior-|seniorberater`,
    ),
    begin(`senior`),
    /高级|資深|资深|高級/u,
  ],
} as const;

const departmentWords = {
  'Human Resources': [
    whole(
      `hr|human resources?|human capital|people (?:and|&) culture|people operations|people partner|people|recruit(?:er|ing|ment)|recruiterin|talent|talent acquisition|personal|payroll|lohnbuchhaltung|ressources humaines|rrhh|recursos humanos|risorse umane|personnel|arbeitsrecht`,
    ),
    begin(`personal(?!trainer|computer|assist|bank)|recruit`),
    end(`personalreferent|personalreferentin|personalleiter|personalleiterin|personalwesen`),
    /人事|人力资源|人力資源|招聘/u,
  ],
  'Information Technology': [
    whole(
      `it|ict|edv|software|developer|development engineer|software engineer|programmer|programmierer|programmiererin|entwickler|entwicklerin|devops|sysadmin|system administrator|systems engineer|network|networks|data|database|cloud|cyber|security engineer|information technology|information systems|informatik|informatiker|informatikerin|computer|web|webmaster|frontend|backend|full ?stack|java|sap|php|python|linux|windows|ux|ui|scrum|cto|cio|ciso|ai|machine learning|bi|business intelligence|technical|technology|technologies|it-\\p{L}+|tech lead|qa|test engineer|digital|digitalisierung|devsecops|erp|crm|citrix|helpdesk|infrastructure|solutions? architect|(?:senior|lead|principal|design|systems?|process|electrical|technical) engineer|engineer|technisch\\p{L}*|technique|forschung|researcher|informatica|informatique|sistemas`,
    ),
    begin(
      `software|system(?:s|admin|ingenieur|techn|entwick|engineer)|web(?:entwick|dev|design)|netzwerk|datenbank|it-|anwendungsentwick|fachinformatik|wirtschaftsinformatik|informatik|programm(?:ier|er)|cyber|data`,
    ),
    end(`entwickler|entwicklerin|informatiker|informatikerin|programmierer|software`),
    /软件|信息技术|系统|程序|开发|開發|架构师|前端|后端|算法|网络|資訊|数据|技术|技術/u,
  ],
  'Project Management': [
    whole(
      `project|projects|projekt|projekte|pmo|program manager|programme manager|program management|site manager|scrum master|product owner|chef de projet|jefe de proyecto|proyectos|progetti|projectleider|bauleiter|bauleiterin|bauleitung|construction manager`,
    ),
    begin(`projekt|project|bauleit|bauprojekt|product manag|produktmanag`),
    /项目|項目|專案|工程经理/u,
  ],
  Purchasing: [
    whole(
      `purchas(?:e|er|ing)|buyer|procurement|sourcing|supply|category manager|einkauf|einkaufer|einkauferin|beschaffung|achats|acheteur|compras|acquisti|inkoop|inkoper|supplier|zakupow|zakupy|nakup|nakupci|beszerzes|beszerzo|inkop|inkopare|indkob|innkjop|osto|ostaja|satin ?alma|закупок|снабжения`,
    ),
    begin(`einkauf|einkaeuf|beschaffung|procure|purchas`),
    end(`einkauf|einkaufer|einkauferin|einkaufsleiter`),
    /采购|採購|供应链|资材/u,
  ],
  'Business Development': [
    whole(
      `business development|business developer|bd|biz ?dev|unternehmensentwicklung|geschaftsentwicklung|geschaftsfeldentwicklung|corporate development|strategic partnerships|partnerships|new business|expansion|market development|strategy|strategie|strategic|innovation|innovations|desarrollo de negocio|mergers`,
    ),
    begin(`business dev|geschaftsentwick|innovations?`),
    /商务拓展|业务拓展|市场开发|战略|拓展/u,
  ],
  Marketing: [
    whole(
      `marketing|grafik|grafiker|grafikdesigner|graphic designer|grafikerin|brand|branding|pr|public relations|communications?|kommunikation|social media|content|seo|sem|advertising|werbung|media|event|events|presse|campaign|cmo|e-?commerce|produktmarketing|marketingleiter|mercadeo|comunicacion|comunicazione|copywriter|community manager|online-?marketing|growth|press|editor|redakteur|redakteurin|offentlichkeitsarbeit|publicity|public affairs`,
    ),
    begin(`marketing|kommunikation|offentlichkeits|werbe|brand|presse`),
    end(`marketing|kommunikation`),
    /市场(?!开发)|市場|品牌|推广|宣传|媒体|公关|营销|行銷|运营/u,
  ],
  Sales: [
    whole(
      `sales|salesman|salesperson|account manager|account executive|key account|account director|kam|vertrieb|verkauf|verkaufer|verkauferin|commercial|channel|kundenberater|kundenberaterin|kundenbetreuer|kundenbetreuerin|aussendienst|innendienst|gebietsleiter|handelsvertreter|ventas|vendite|vendedor|ventes|verkoop|verkoper|sprzedaz|sprzedazy|handlowiec|handlowy|obchod|obchodni|obchodnik|ertekesites|ertekesito|forsaljning|saljare|salg|selger|saelger|myynti|myyja|vendas|satis|продаж|продажам|pre-?sales|retail|store manager|filialleiter|filialleiterin|client advisor|relationship manager|export|representative|customer success|kundansvarig|gerente comercial|bid`,
    ),
    begin(`vertrieb|verkauf|sales|aussendienst|key.?account|bid manag|comercial`),
    end(`verkauf|verkaufer|verkauferin|vertrieb|vertriebsleiter|sales`),
    /销售|銷售|业务|業務|外贸|外貿|渠道|大客户|海外/u,
  ],
  'Customer Support': [
    whole(
      `customer (?:service|support|care|experience)|support|client services?|service desk|service cent(?:er|re)|warranty|ersatzteil\\p{L}*|call ?center|kundenservice|kundendienst|kundenbetreuung|after ?sales|servicetechniker|support specialist|help ?desk|atencion al cliente|servizio clienti|klantenservice|helpdesk|field service|technical support|1st level|2nd level`,
    ),
    begin(`kundenservice|kundendienst|customer s`),
    /客服|客户服务|售后|客戶服務/u,
  ],
  Consulting: [
    whole(
      `consult(?:ant|ing|ants|ancy)|berater|beraterin|beratung|advisor|adviser|advisory(?! board)|unternehmensberater|unternehmensberaterin|unternehmensberatung|consultor|consultora|consulente|conseil|adviseur|konsult|coach|personalberater|management consultant`,
    ),
    end(`berater|beraterin|beratung|consultant|consulting`),
    /咨询|諮詢|顾问|顧問/u,
  ],
  Administrative: [
    whole(
      `admin|assistant|facility|facilities|administrador|administration|administrative|administrator|assistant to|office|executive assistant|personal assistant|pa|secretary|secretariat|receptionist|sekretariat|sekretar|sekretarin|assistenz|assistent der|assistentin der|assistentin|backoffice|back office|buro|burokauffrau|burokaufmann|verwaltung|sachbearbeiter|sachbearbeiterin|empfang|clerk|secretaire|secretaria|segretaria|kaufmannische assistentin|team assistant|teamassistenz|teamassistentin|data entry|office manager`,
    ),
    begin(`buro|verwaltungs|sekretar`),
    end(`sekretarin|sekretar|sekretariat|assistenz|verwaltung`),
    /行政|文员|秘书|秘書|前台|总务|办公室/u,
  ],
} as const;

export { departmentWords, seniorityWords };
