/**
 * Countries by the time zone that their clocks follow (IANA names; facts of the tz database's zone.tab, countries with the
 * same rules under one name). Those that stretch over several stand below.
 */
const countriesOfZone: Record<string, string> = {
  'Europe/Berlin': 'AD AL AT BA BE CH CZ DE DK ES FR GI HR HU IT LI LU MC ME MK MT NL NO PL RS SE SI SJ SK SM VA XK',
  'Asia/Dubai': 'AE AM AZ GE MU OM RE SC',
  'Asia/Kabul': 'AF',
  'America/Puerto_Rico': 'AG AI AW BB BL BO BQ CW DM DO GD GP GY KN LC MF MQ MS PR SX TT VC VE VG VI',
  'Africa/Lagos': 'AO BJ CF CG CM DZ GA GQ NE NG TD TN',
  'Africa/Casablanca': 'EH MA',
  'America/Argentina/Buenos_Aires': 'AR FK GF PY SR UY',
  'Pacific/Pago_Pago': 'AS NU',
  'Europe/Helsinki': 'AX BG CY EE FI GR LT LV RO UA',
  'Europe/Chisinau': 'MD',
  'Asia/Jerusalem': 'IL',
  'Asia/Gaza': 'PS',
  'Asia/Beirut': 'LB',
  'Asia/Dhaka': 'BD BT IO KG',
  'Africa/Abidjan': 'BF CI GH GM GN GW IS LR ML MR SH SL SN ST TG',
  'Asia/Riyadh': 'BH BY DJ ER ET IQ JO KE KM KW MG QA SA SO SY TR TZ UG YE YT',
  'Africa/Johannesburg': 'BI BW LS LY MW MZ NA RW SD SS SZ ZA ZM ZW',
  'Atlantic/Bermuda': 'BM',
  'Asia/Shanghai': 'BN CN HK MO MY PH SG TW',
  'America/Nassau': 'BS HT TC',
  'America/Havana': 'CU',
  'America/Guatemala': 'BZ CR GT HN NI SV',
  'Asia/Yangon': 'CC MM',
  'Pacific/Rarotonga': 'CK',
  'America/Bogota': 'CO EC JM KY PA PE',
  'Atlantic/Cape_Verde': 'CV',
  'Asia/Bangkok': 'CX KH LA TH VN',
  'Africa/Cairo': 'EG',
  'Pacific/Fiji': 'FJ MH NR TV WF',
  'Atlantic/Faroe': 'FO',
  'Europe/London': 'GB GG IE IM JE PT',
  'Atlantic/South_Georgia': 'GS',
  'America/Nuuk': 'GL',
  'Pacific/Guam': 'FM GU MP PG',
  'Asia/Kolkata': 'IN LK',
  'Asia/Tehran': 'IR',
  'Asia/Tokyo': 'JP KP KR PW TL',
  'Asia/Almaty': 'KZ MV PK TF TJ TM UZ',
  'Asia/Ulaanbaatar': 'MN',
  'Pacific/Noumea': 'NC SB VU',
  'Pacific/Norfolk': 'NF',
  'Asia/Kathmandu': 'NP',
  'Pacific/Auckland': 'NZ',
  'America/Miquelon': 'PM',
  'Pacific/Pitcairn': 'PN',
  'Pacific/Tahiti': 'PF',
  'Pacific/Tarawa': 'KI',
  'Pacific/Fakaofo': 'TK TO WS',
  'America/Santiago': 'CL',
};

/** Parts of countries that stretch over several zones: zone, and after it the parts as addresses name them, folded. */
const partsOf: Record<string, Record<string, string>> = {
  US: {
    'America/New_York':
      'ct,connecticut,de,delaware,dc,district of columbia,fl,florida,ga,georgia,in,indiana,ky,kentucky,me,maine,md,maryland,ma,massachusetts,mi,michigan,nh,new hampshire,nj,new jersey,ny,new york,nc,north carolina,oh,ohio,pa,pennsylvania,ri,rhode island,sc,south carolina,vt,vermont,va,virginia,wv,west virginia',
    'America/Chicago':
      'al,alabama,ar,arkansas,il,illinois,ia,iowa,ks,kansas,la,louisiana,mn,minnesota,ms,mississippi,mo,missouri,ne,nebraska,nd,north dakota,ok,oklahoma,sd,south dakota,tn,tennessee,tx,texas,wi,wisconsin',
    'America/Denver': 'co,colorado,id,idaho,mt,montana,nm,new mexico,ut,utah,wy,wyoming',
    'America/Phoenix': 'az,arizona',
    'America/Los_Angeles': 'ca,california,nv,nevada,or,oregon,wa,washington',
    'America/Anchorage': 'ak,alaska',
    'Pacific/Honolulu': 'hi,hawaii',
  },
  CA: {
    'America/St_Johns': 'nl,newfoundland,newfoundland and labrador',
    'America/Halifax': 'ns,nova scotia,nb,new brunswick,pe,prince edward island',
    'America/Toronto': 'on,ontario,qc,quebec,nu,nunavut',
    'America/Winnipeg': 'mb,manitoba',
    'America/Regina': 'sk,saskatchewan',
    'America/Edmonton': 'ab,alberta,nt,northwest territories',
    'America/Vancouver': 'bc,british columbia,yt,yukon',
  },
  AU: {
    'Australia/Sydney': 'nsw,new south wales,act,australian capital territory,vic,victoria,tas,tasmania',
    'Australia/Brisbane': 'qld,queensland',
    'Australia/Adelaide': 'sa,south australia',
    'Australia/Darwin': 'nt,northern territory',
    'Australia/Perth': 'wa,western australia',
  },
  BR: {
    'America/Sao_Paulo':
      'sp,sao paulo,rj,rio de janeiro,mg,minas gerais,es,espirito santo,pr,parana,sc,santa catarina,rs,rio grande do sul,df,distrito federal,go,goias,to,tocantins,ba,bahia,se,sergipe,al,alagoas,pe,pernambuco,pb,paraiba,rn,rio grande do norte,ce,ceara,pi,piaui,ma,maranhao,pa,para,ap,amapa',
    'America/Manaus': 'am,amazonas,rr,roraima,ro,rondonia,mt,mato grosso,ms,mato grosso do sul',
    'America/Rio_Branco': 'ac,acre',
  },
  MX: {
    'America/Mexico_City': 'cdmx,ciudad de mexico,mexico,jalisco,nuevo leon,puebla,queretaro,guanajuato',
    'America/Cancun': 'quintana roo',
    'America/Mazatlan': 'baja california sur,sinaloa,nayarit',
    'America/Hermosillo': 'sonora',
    'America/Tijuana': 'baja california',
  },
  ID: {
    'Asia/Jakarta':
      'jakarta,dki jakarta,java,jawa,jawa barat,jawa tengah,jawa timur,west java,central java,east java,banten,sumatra,sumatera utara,north sumatra',
    'Asia/Makassar': 'bali,sulawesi,sulawesi selatan,south sulawesi,kalimantan timur,east kalimantan',
    'Asia/Jayapura': 'papua,maluku',
  },
  RU: {
    'Europe/Moscow': 'moscow,moskva,saint petersburg,st petersburg,sankt-peterburg,москва,санкт-петербург',
    'Asia/Yekaterinburg': 'sverdlovsk,chelyabinsk,perm,tyumen,ufa,екатеринбург,челябинск',
    'Asia/Novosibirsk': 'novosibirsk,новосибирск',
    'Asia/Vladivostok': 'vladivostok,primorsky,владивосток',
  },
  CD: { 'Africa/Kinshasa': 'kinshasa', 'Africa/Lubumbashi': 'lubumbashi,katanga' },
};

/** Regions of countries of one zone that have another one. */
const exceptions: Record<string, Record<string, string>> = {
  ES: { 'Atlantic/Canary': 'canarias,las palmas,santa cruz de tenerife,canary islands' },
  PT: { 'Atlantic/Azores': 'acores,azores' },
  CL: { 'Pacific/Easter': 'isla de pascua,easter island' },
  EC: { 'Pacific/Galapagos': 'galapagos' },
};

const zoneOfCountry = new Map(
  Object.entries(countriesOfZone).flatMap(([zone, countries]) => countries.split(' ').map((code) => [code, zone])),
);

const isPart = (names: string, place: string): boolean => names.split(',').includes(place);

/** The time zones in which a place may lie: one where it can be told, several where only the country is known. */
export function zonesOf(country: string, places: readonly string[]): readonly string[] {
  const parts = partsOf[country];
  const named = { ...parts, ...exceptions[country] };
  for (const place of places)
    for (const [zone, names] of Object.entries(named)) if (isPart(names, place)) return [zone];
  if (parts) return Object.keys(parts);
  const zone = zoneOfCountry.get(country);
  return zone ? [zone] : [];
}
