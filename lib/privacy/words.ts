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
  file: string;
  readOn: string;
  value: string;
  field: string;
  touches: string;
  tasks: string;
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
    file: 'File $1, row $2',
    readOn: 'on',
    value: 'Value',
    field: 'Kind',
    touches: 'Contacts and notes',
    tasks: 'Tasks',
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
    file: 'Datei $1, Zeile $2',
    readOn: 'am',
    value: 'Wert',
    field: 'Art',
    touches: 'Kontakte und Notizen',
    tasks: 'Aufgaben',
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
    file: '文件 $1 第 $2 行',
    readOn: '，读取于',
    value: '内容',
    field: '类别',
    touches: '联系记录与备注',
    tasks: '任务',
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
