import type { Page } from './lines.ts';

/**
 * What a line is about, where that tells that names in it are nobody to sell to:
 * credit: who made the site or the pictures; authority: courts, chambers, insurers, banks, auditors; byline: who wrote an article;
 * others: partner logos, link lists, similar offers, firms nearby; voices: comments, reviews, quotes; privacy: data protection and legal notes.
 */
export type Context = 'credit' | 'authority' | 'byline' | 'others' | 'voices' | 'privacy';

const contexts: readonly (readonly [Context, RegExp])[] = [
  [
    'credit',
    /^[^\p{L}\p{N}]*(?:(?:web|screen)?-?design|gestaltung|realisation|realisierung|umsetzung|konzept(?:ion)?\b|konzept, |programmierung|technische umsetzung|webmaster|website(?: by|:)|site(?: by|:)|web ?site design|site design|designed by|developed by|powered by|created by|erstellt (?:mit|von)|hosting|hosted by|h[ée]bergeur|h[ée]bergement|conception(?: graphique| du site| et)?|cr[ée]ation (?:du )?site|alojamiento web|dise(?:ño|nado) (?:web|por)|realizzazione sito|sito realizzato|webontwerp|realisatie|ontwikkeld door|webbdesign|strona wykonana|realizacja strony|desenvolvido por|разработка сайта|создание сайта|制作[:：]|betrieb:|fotos?\b|fotografie|photo(?:s|graphy|graph)?\b(?:\s*(?:by|:|$))|bildnachweis|bildrechte|bilder:|foto|grafik:|redaktionelle betreuung|internetagentur|agentur:|技术支持|技術支援|网站建设|網站建置|网站制作|网站设计|網頁設計|网页设计|網站設計|網站維護|网站维护|设计制作|制作维护|webdesign|web development|site credits?)|(?:©|\(c\)|copyright)[^.]{0,60}(?:foto|photo)|(?:website|site|web ?design|design|powered|developed|hosted|created|erstellt|gestaltet|umgesetzt|programmiert) (?:by|von|mit|with)\b|gehostet (?:bei|von)/iu,
  ],
  [
    'authority',
    /^[^\p{L}\p{N}]*(?:zuständige|aufsichtsbehörde|aufsicht\b|kammer\b|gewerbebehörde|berufshaftpflicht|betriebshaftpflicht|haftpflicht|berufsbezeichnung|bankverbindung|bank(?:ing)?\b[:\s]|hausbank|steuerberat|datenschutzbeauftragt|dachverband|schlichtungsstelle|streitschlichtung|verbraucherschlichtung|mitgliedschaft|mitglied (?:bei|im|in|der)|träger\b|ideeller träger|beteiligung|wirtschaftsprüf|registergericht|hausbank|开户行|开户银行|银行|法律顾问|常年法律|auditors?\b|supervisory authority|bankers?\b|insurance\b|data protection officer|banca|banque|partnergemeinde|akademisches)|wir sind mitglied|gaststatus|mitglied (?:im|in der|bei der|beim|des|der)|开户行/iu,
  ],
  [
    'byline',
    /^[^\p{L}\p{N}]*(?:von|by|par|por|text|texte?|autor(?:in)?|author|redaktion|redakteur(?:in)?|written by|posted by|published by|geschrieben von|veröffentlicht von|photo by|reporter|本报记者|记者|編輯|编辑|责编|責編|责任编辑|通讯员|作者|撰文|文\s?[|｜/丨]|文\s?字[:：]|来源|校对|原创|主编|网站编辑|（?本版责编)(?=[\s:：|｜/(（]|$)/iu,
  ],
  [
    'others',
    /^[^\p{L}\p{N}]*(?:友情链接|友情鏈接|相關連結|相关链接|合作伙伴|合作媒体|支持媒体|附近(?:公司|企业)|相似公司|同类|同類|相关企业|相关公司|您可能感兴趣|猜你喜欢|热销|推荐(?:企业|商家|产品|供应商)|最近访客|partners?\b|our partners|unsere partner|kooperationspartner|medienpartner|sponsor|referenzen|references|kunden\b|our clients|clients?$|kundenliste|für wen wir|integrationen|integrations|ähnliche|similar|related|you may also|you might also|people also|viewers of this|(?:gebruikers|mensen|nutzer|mitglieder|les membres|personas|persone) (?:die|qui|que|che) .{0,40}(?:bekeken|angesehen|consulté|visto|visualizzat)|auch interessant|das könnte sie|lees ook|lire aussi|leggi anche|weitere (?:stellen|angebote|artikel)|mehr (?:zum thema|aus)|more (?:from|jobs|news)|links$|externe links|as seen|trusted by|powering|awards?$|mitglieder\b.{0,4}$|meistgelesen|aktuelle (?:meldungen|nachrichten)|往期|热门|相關產品|presse(?:berichte|stimmen)?$)/iu,
  ],
  [
    'voices',
    /^[^\p{L}\p{N}]*(?:kundenstimmen|das sagen|was (?:unsere )?kunden|testimonials?|reviews?$|customer reviews|bewertungen|kommentare|comments?\b|leserbrief|买家评价|评价|评论|精选留言|留言|投资人怎么说|what (?:our )?(?:clients|customers)|典型案例|案例)/iu,
  ],
  [
    'privacy',
    /^[^\p{L}\p{N}]*(?:haftungsausschluss|urheberrecht|disclaimer|haftung|datenschutz|privacy|cookie|rechtliche hinweise|terms|免责声明|隐私|streitbeilegung|online-streit)/iu,
  ],
];

/** What a text says that it is about, from its first words. */
export function contextOf(text: string): Context | undefined {
  for (const [context, pattern] of contexts) if (pattern.test(text)) return context;
  return undefined;
}

/** The context of every line: its own words', else what the headings above it say. */
export function contextsOf(page: Page): (Context | undefined)[] {
  const own = page.lines.map((line) => contextOf(line.s.slice(0, 120)));
  return page.lines.map((line) => {
    const mine = own[line.i];
    if (mine) return mine;
    for (let h = page.heading[line.i] ?? -1, hops = 0; h >= 0 && hops < 4; h = page.heading[h] ?? -1, hops++) {
      const context = own[h];
      if (context && context !== 'byline') return context;
      if (/^h[1-3]$/.test(page.blocks[page.lines[h]?.b ?? 0]?.t ?? '')) break;
    }
    return undefined;
  });
}
