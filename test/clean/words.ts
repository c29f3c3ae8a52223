const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const german = {
  men: list(
    'Hans Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Bernd Torsten Heinz Helmut Matthias Jörg Rainer Ralf Sven Jan Lukas Tobias Florian Daniel Alexander Sebastian Kai Björn Götz Sören Henning Falk Veit Ruprecht Kilian',
  ),
  women: list(
    'Petra Sabine Monika Claudia Ursula Heike Renate Karin Brigitte Susanne Andrea Birgit Katharina Anna Julia Stefanie Gabriele Martina Ute Anke Silke Kerstin Hannelore Elisabeth Franziska Käthe Bärbel Jördis Wiebke Almut Frauke',
  ),
  family: list(
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Lehmann Köhler König Walter Mayer Huber Kaiser Vogel Jäger Böhm Grünwald Ziegelhöfer Drechsel Quast Pfaffenrot Übelacker Kretzschmar Wohlleben Strohbusch Ahrens Bruhn Tietjen Kühnapfel Overbeck Rosenthal Haselbauer Meier Schmitt Maier',
  ),
};
export const english = {
  men: list(
    'Robert William James John Michael David Richard Charles Joseph Thomas Christopher Daniel Matthew Anthony Steven Andrew Edward Benjamin Samuel Gregory Kenneth Alistair Rupert Nigel',
  ),
  women: list(
    'Elizabeth Jennifer Patricia Margaret Katherine Susan Jessica Rebecca Deborah Catherine Samantha Victoria Pamela Abigail Philippa Imogen Bronwen',
  ),
  family: list(
    'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Harris Clarke Okonkwo Fairweather Haverstock Pemberton Tattersall Ashworth Birtwhistle Llewellyn McAllister O’Connor Thistlewood',
  ),
};
export const nicknames: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Johannes', 'Johann'],
  Michael: ['Micha', 'Mike'],
  Thomas: ['Tom'],
  Andreas: ['Andi'],
  Wolfgang: ['Wolf'],
  Klaus: ['Nikolaus'],
  Stefan: ['Steffen'],
  Christian: ['Chris'],
  Manfred: ['Manni'],
  Gerhard: ['Gerd'],
  Bernd: ['Bernhard'],
  Heinz: ['Heinrich'],
  Matthias: ['Matze', 'Hias'],
  Alexander: ['Alex', 'Sascha'],
  Sebastian: ['Basti'],
  Tobias: ['Tobi'],
  Florian: ['Flo'],
  Katharina: ['Kathi', 'Käthe'],
  Elisabeth: ['Lisa', 'Sissi'],
  Gabriele: ['Gabi'],
  Stefanie: ['Steffi'],
  Susanne: ['Susi'],
  Brigitte: ['Gitte'],
  Franziska: ['Franzi'],
  Ursula: ['Uschi', 'Ulla'],
  Robert: ['Bob', 'Rob'],
  William: ['Bill', 'Will'],
  James: ['Jim', 'Jamie'],
  Richard: ['Dick', 'Rick'],
  Charles: ['Charlie', 'Chuck'],
  Joseph: ['Joe'],
  Christopher: ['Chris', 'Kit'],
  Daniel: ['Dan'],
  Matthew: ['Matt'],
  Anthony: ['Tony'],
  Steven: ['Steve'],
  Andrew: ['Andy', 'Drew'],
  Edward: ['Ted', 'Ed'],
  Benjamin: ['Ben'],
  Samuel: ['Sam'],
  Gregory: ['Greg'],
  Kenneth: ['Ken'],
  Elizabeth: ['Liz', 'Beth', 'Betty'],
  Jennifer: ['Jenny'],
  Patricia: ['Pat', 'Trish'],
  Margaret: ['Maggie', 'Peggy'],
  Katherine: ['Kate', 'Kathy'],
  Susan: ['Sue'],
  Jessica: ['Jess'],
  Rebecca: ['Becky'],
  Deborah: ['Debbie'],
  Samantha: ['Sam'],
  Victoria: ['Vicky', 'Tori'],
  Abigail: ['Abby'],
  Philippa: ['Pippa'],
};
/** Family names and characters of given names, each with its sound. */
export const chinese = {
  family: list(
    '王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu 高Gao 林Lin 何He 郭Guo 马Ma 罗Luo 曾Zeng 吕Lü 单Shan 欧阳Ouyang',
  ),
  given: list(
    '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 霞xia 平ping 刚gang 桂gui 英ying 华hua 建jian 国guo 晓xiao 小xiao 文wen 玉yu 志zhi 海hai 红hong 鹏peng 宇yu 轩xuan 玮wei 琪qi 炜wei 淼miao 璐lu',
  ),
  traditional: Object.fromEntries(
    list(
      '张張 刘劉 陈陳 杨楊 赵趙 黄黃 吴吳 孙孫 马馬 罗羅 吕呂 单單 欧歐 阳陽 伟偉 静靜 丽麗 军軍 艳艷 杰傑 涛濤 霞霞 刚剛 华華 建建 国國 晓曉 红紅 鹏鵬 轩軒 玮瑋 炜煒',
    ).map((pair) => [pair[0], pair[1]] as const),
  ),
};
export const russian = list(
  'Сергей|Sergey|Sergej Дмитрий|Dmitry|Dmitrij Алексей|Alexey|Alexej Юрий|Yury|Juri Ольга|Olga|Olga Наталья|Natalia|Natalja Екатерина|Ekaterina|Jekaterina Владимир|Vladimir|Wladimir',
).map((one) => one.split('|'));
export const russianFamily = list(
  'Иванов|Ivanov|Iwanow Петров|Petrov|Petrow Кузнецов|Kuznetsov|Kusnezow Щербаков|Shcherbakov|Schtscherbakow Жуков|Zhukov|Schukow Новиков|Novikov|Nowikow',
).map((one) => one.split('|'));

export const towns: readonly [string, string, string][] = list(
  'Ulm|89073|0731 Köln|50667|0221 München|80331|089 Hamburg|20095|040 Leipzig|04109|0341 Göttingen|37073|0551 Würzburg|97070|0931 Dresden|01067|0351 Bremen|28195|0421 Nürnberg|90402|0911 Kassel|34117|0561 Lübeck|23552|0451',
).map((one) => one.split('|') as [string, string, string]);
export const englishTowns: readonly [string, string, string][] = list(
  'Leeds|LS1|0113 Bristol|BS1|0117 Manchester|M1|0161 Sheffield|S1|0114 Cardiff|CF10|029',
).map((one) => one.split('|') as [string, string, string]);
export const chineseTowns: readonly [string, string, string][] = list(
  '上海|200000|021 苏州|215000|0512 宁波|315000|0574 深圳|518000|0755 杭州|310000|0571',
).map((one) => one.split('|') as [string, string, string]);
export const townSounds: Readonly<Record<string, string>> = {
  上海: 'Shanghai',
  苏州: 'Suzhou',
  宁波: 'Ningbo',
  深圳: 'Shenzhen',
  杭州: 'Hangzhou',
};

export const trades = list(
  'Maschinenbau Metallbau Fördertechnik Elektrotechnik Kunststofftechnik Werkzeugbau Glasbau Holzbau Messtechnik Anlagenbau Verpackungen Feinmechanik Drucklufttechnik Antriebstechnik',
);
export const crafts = list('Schreinerei Bäckerei Elektro Autohaus Zimmerei Dachdeckerei Apotheke');
export const englishTrades = list(
  'Engineering Fabrications Precision Plastics Packaging Hydraulics Controls Castings Tooling Valves',
);
export const sisters = list('Verwaltungs Logistik Immobilien Service Beteiligungs Vertriebs');
/** Made-up words of firms: in characters, and by their sound. */
export const brands: readonly [string, string][] = list(
  '华兴|Huaxing 金龙|Jinlong 东升|Dongsheng 鑫源|Xinyuan 宏达|Hongda 永昌|Yongchang 瑞丰|Ruifeng 天成|Tiancheng 恒力|Hengli 博远|Boyuan',
).map((one) => one.split('|') as [string, string]);
export const chineseTrades: readonly [string, string][] = list(
  '机械|Machinery 精密机械|Precision_Machinery 电子|Electronics 塑料制品|Plastic_Products 阀门|Valve 包装材料|Packaging_Materials',
).map((one) => one.replace('_', ' ').split('|') as [string, string]);
export const jobs = list(
  'Einkaufsleiter Vertriebsleiter Geschäftsführer Konstrukteur Produktionsleiter Buchhalterin Qualitätsmanager Servicetechniker Projektleiter Assistenz Personalleiter',
);
export const englishJobs = list('Buyer Engineer Director Accountant Technician Supervisor Planner Controller');
export const chineseJobs = list('总经理 采购经理 销售经理 工程师 厂长 外贸业务员 技术总监');
