import type { ReferencePurpose } from '../domain/schema/handover.ts';
import type { CallOutcome, Interaction } from '../domain/schema/lead.ts';
import type { LawfulBasis } from '../domain/schema/privacy.ts';

/** Languages that notices and reports are written in: that of whoever gets them, whatever the user's own. */
export const letterLanguages = ['en', 'de', 'zh'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** For the forms of dates. */
export const letterLocales: Record<LetterLanguage, string> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

export type ReportWords = {
  title: string;
  made: string;
  controller: string;
  kept: string;
  keptSince: string;
  source: string;
  noSource: string;
  typed: string;
  imported: string;
  file: string;
  readOn: string;
  value: string;
  field: string;
  touches: string;
  kinds: Record<Interaction['kind'], string>;
  outcomes: Record<CallOutcome, string>;
  tasks: string;
  drafts: string;
  /** Of a page that names them and no more. */
  named: string;
  orders: string;
  customer: string;
  worth: string;
  lastOrder: string;
  expected: string;
  alive: string;
  lists: string;
  list: string;
  purposes: Record<ReferencePurpose, string>;
  history: string;
  recipients: string;
  noRecipients: string;
  basis: string;
  bases: Record<LawfulBasis['basis'], string>;
  noBasis: string;
  score: string;
  scoreWhy: string;
  rights: string;
  rightsText: string;
  /** By the name of the field; a field without one is called as it is stored. */
  fields: Record<string, string>;
  before: string;
  after: string;
  when: string;
};

export const reportWords: Record<LetterLanguage, ReportWords> = {
  en: {
    title: 'What is kept about $1',
    made: 'Made on $1',
    controller: 'Kept by',
    kept: 'What is kept, and where it was read',
    keptSince: 'Kept since',
    source: 'Where it was read',
    noSource: 'Not recorded',
    typed: 'Entered by hand',
    imported: 'From a file',
    file: 'File $1, row $2',
    readOn: 'on',
    value: 'Value',
    field: 'Kind',
    touches: 'Contacts and notes',
    kinds: {
      note: 'Note',
      email: 'E-mail',
      call: 'Call',
      meeting: 'Meeting',
      order: 'Order',
      capture: 'Read on a page',
    },
    outcomes: {
      reached: 'reached',
      notReached: 'not reached',
      voicemail: 'left a message',
      wrongNumber: 'wrong number',
      callBack: 'to be called back',
    },
    tasks: 'Tasks',
    drafts: 'Drafts read on pages',
    named: 'Named on this page',
    orders: 'Orders',
    customer: 'Customer as listed',
    worth: 'Worth as a customer',
    lastOrder: 'Last order',
    expected: 'Expected in the next twelve months',
    alive: 'Chance of ordering again',
    lists: 'Entries in lists for checking',
    list: 'List',
    purposes: {
      contacts: 'contacts of another system',
      accounts: 'customers of another system',
      competitors: 'competitors',
      doNotContact: 'not to be contacted',
    },
    history: 'History of the record',
    recipients: 'Who received it',
    noRecipients: 'Nobody, as far as is recorded.',
    basis: 'Lawful basis',
    bases: {
      consent: 'Consent (Art. 6 (1) a GDPR)',
      contract: 'A contract, or steps towards one (Art. 6 (1) b GDPR)',
      legitimateInterest: 'Legitimate interest in business contact (Art. 6 (1) f GDPR)',
      legalObligation: 'A legal obligation (Art. 6 (1) c GDPR)',
    },
    noBasis: 'Not recorded',
    score: 'How well the firm fits',
    scoreWhy: 'Worked out by fixed rules from the values above; no decision is made by it alone.',
    rights: 'Your rights',
    rightsText:
      'You may ask for correction, erasure or restriction, object to the processing, ask for your data in a portable form, withdraw a consent at any time, and complain to a supervisory authority.',
    fields: {
      name: 'Name',
      honorific: 'Form of address',
      jobTitle: 'Job title',
      department: 'Department',
      companyName: 'Firm',
      emails: 'E-mail',
      phones: 'Phone',
      wechat: 'WeChat',
      qq: 'QQ',
      whatsapp: 'WhatsApp',
      links: 'Web address',
      addresses: 'Address',
      note: 'Note',
      tags: 'Tags',
      list: 'List',
      owner: 'Looked after by',
      leadSource: 'How we met',
      nextStep: 'Next step',
      outcome: 'Outcome',
      doNotContact: 'Do not contact',
      lawfulBasis: 'Lawful basis',
      consent: 'Consent',
      keptLonger: 'Kept longer',
      noticedAt: 'Informed on',
      pipelineStage: 'Stage',
      wallet: 'What they buy in a year',
      createdAt: 'First kept',
      deletedAt: 'Deleted',
    },
    before: 'Before',
    after: 'After',
    when: 'When',
  },
  de: {
    title: 'Gespeicherte Daten zu $1',
    made: 'Erstellt am $1',
    controller: 'Verantwortlich',
    kept: 'Was gespeichert ist, und die Fundstelle',
    keptSince: 'Gespeichert seit',
    source: 'Fundstelle',
    noSource: 'Nicht festgehalten',
    typed: 'Von Hand eingetragen',
    imported: 'Aus einer Datei',
    file: 'Datei $1, Zeile $2',
    readOn: 'am',
    value: 'Wert',
    field: 'Art',
    touches: 'Kontakte und Notizen',
    kinds: {
      note: 'Notiz',
      email: 'E-Mail',
      call: 'Anruf',
      meeting: 'Treffen',
      order: 'Bestellung',
      capture: 'Auf einer Seite gelesen',
    },
    outcomes: {
      reached: 'erreicht',
      notReached: 'nicht erreicht',
      voicemail: 'Nachricht hinterlassen',
      wrongNumber: 'falsche Nummer',
      callBack: 'Rückruf vereinbart',
    },
    tasks: 'Aufgaben',
    drafts: 'Entwürfe aus gelesenen Seiten',
    named: 'Auf dieser Seite genannt',
    orders: 'Bestellungen',
    customer: 'Kunde laut Liste',
    worth: 'Wert als Kunde',
    lastOrder: 'Letzte Bestellung',
    expected: 'Erwartet in den nächsten zwölf Monaten',
    alive: 'Wahrscheinlichkeit einer weiteren Bestellung',
    lists: 'Einträge in Prüflisten',
    list: 'Liste',
    purposes: {
      contacts: 'Kontakte eines anderen Systems',
      accounts: 'Kunden eines anderen Systems',
      competitors: 'Wettbewerber',
      doNotContact: 'nicht kontaktieren',
    },
    history: 'Verlauf des Eintrags',
    recipients: 'Empfänger',
    noRecipients: 'Soweit festgehalten: niemand.',
    basis: 'Rechtsgrundlage',
    bases: {
      consent: 'Einwilligung (Art. 6 Abs. 1 lit. a DSGVO)',
      contract: 'Vertrag oder vorvertragliche Schritte (Art. 6 Abs. 1 lit. b DSGVO)',
      legitimateInterest: 'Berechtigtes Interesse am geschäftlichen Kontakt (Art. 6 Abs. 1 lit. f DSGVO)',
      legalObligation: 'Rechtliche Verpflichtung (Art. 6 Abs. 1 lit. c DSGVO)',
    },
    noBasis: 'Nicht festgehalten',
    score: 'Wie gut die Firma passt',
    scoreWhy: 'Nach festen Regeln aus den obigen Angaben berechnet; keine Entscheidung beruht allein darauf.',
    rights: 'Ihre Rechte',
    rightsText:
      'Sie können Berichtigung, Löschung oder Einschränkung verlangen, der Verarbeitung widersprechen, Ihre Daten in übertragbarer Form erhalten, eine Einwilligung jederzeit widerrufen und sich bei einer Aufsichtsbehörde beschweren.',
    fields: {
      name: 'Name',
      honorific: 'Anrede',
      jobTitle: 'Funktion',
      department: 'Abteilung',
      companyName: 'Firma',
      emails: 'E-Mail',
      phones: 'Telefon',
      wechat: 'WeChat',
      qq: 'QQ',
      whatsapp: 'WhatsApp',
      links: 'Webadresse',
      addresses: 'Anschrift',
      note: 'Notiz',
      tags: 'Schlagwörter',
      list: 'Liste',
      owner: 'Betreut von',
      leadSource: 'Wie wir uns kennen',
      nextStep: 'Nächster Schritt',
      outcome: 'Ergebnis',
      doNotContact: 'Nicht kontaktieren',
      lawfulBasis: 'Rechtsgrundlage',
      consent: 'Einwilligung',
      keptLonger: 'Länger aufbewahrt',
      noticedAt: 'Informiert am',
      pipelineStage: 'Phase',
      wallet: 'Jährlicher Gesamtbedarf',
      createdAt: 'Erstmals gespeichert',
      deletedAt: 'Gelöscht',
    },
    before: 'Vorher',
    after: 'Nachher',
    when: 'Wann',
  },
  zh: {
    title: '关于$1所保存的信息',
    made: '生成日期：$1',
    controller: '个人信息处理者',
    kept: '保存的内容及出处',
    keptSince: '保存起始日',
    source: '出处',
    noSource: '无记录',
    typed: '手工录入',
    imported: '来自文件',
    file: '文件 $1 第 $2 行',
    readOn: '，读取于',
    value: '内容',
    field: '类别',
    touches: '联系记录与备注',
    kinds: {
      note: '备注',
      email: '电子邮件',
      call: '通话',
      meeting: '会面',
      order: '订单',
      capture: '从网页读取',
    },
    outcomes: {
      reached: '已接通',
      notReached: '未接通',
      voicemail: '已留言',
      wrongNumber: '号码有误',
      callBack: '约定回电',
    },
    tasks: '任务',
    drafts: '从网页读取的草稿',
    named: '该页面提及',
    orders: '订单',
    customer: '名单中的客户信息',
    worth: '客户价值',
    lastOrder: '最近一次下单',
    expected: '未来十二个月的预计金额',
    alive: '再次下单的可能性',
    lists: '核对名单中的条目',
    list: '名单',
    purposes: {
      contacts: '其他系统的联系人',
      accounts: '其他系统的客户',
      competitors: '竞争对手',
      doNotContact: '请勿联系',
    },
    history: '变更记录',
    recipients: '接收方',
    noRecipients: '据记录，未提供给任何人。',
    basis: '合法性基础',
    bases: {
      consent: '取得个人同意（《个人信息保护法》第十三条第一款第一项）',
      contract: '订立、履行合同所必需（《个人信息保护法》第十三条第一款第二项）',
      legitimateInterest: '在合理范围内处理已公开的个人信息（《个人信息保护法》第十三条第一款第六项）',
      legalObligation: '履行法定义务所必需（《个人信息保护法》第十三条第一款第三项）',
    },
    noBasis: '无记录',
    score: '企业匹配程度',
    scoreWhy: '按固定规则由上述信息计算得出，不据此单独作出任何决定。',
    rights: '您的权利',
    rightsText:
      '您有权查阅、复制、更正、补充、删除您的个人信息，限制或拒绝他人处理，请求转移，随时撤回同意，并向履行个人信息保护职责的部门投诉、举报。',
    fields: {
      name: '姓名',
      honorific: '称谓',
      jobTitle: '职务',
      department: '部门',
      companyName: '公司',
      emails: '电子邮箱',
      phones: '电话',
      wechat: '微信',
      qq: 'QQ',
      whatsapp: 'WhatsApp',
      links: '网址',
      addresses: '地址',
      note: '备注',
      tags: '标签',
      list: '名单',
      owner: '负责人',
      leadSource: '来源',
      nextStep: '下一步',
      outcome: '结果',
      doNotContact: '请勿联系',
      lawfulBasis: '合法性基础',
      consent: '同意',
      keptLonger: '延长保存',
      noticedAt: '告知日期',
      pipelineStage: '阶段',
      wallet: '每年全部需求',
      createdAt: '首次保存',
      deletedAt: '删除',
    },
    before: '变更前',
    after: '变更后',
    when: '时间',
  },
};
