import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { formatPhone } from '../../lib/domain/normalize/phone.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { phases } from '../../lib/domain/schema/order.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { phoneKind } from '../../lib/domain/schema/value.ts';
import { scoreField, type Value } from '../../lib/scoring/fields.ts';

const fields: Record<string, () => string> = {
  'company.name': () => i18n.t('score.field.company.name'),
  'company.legalForm': () => i18n.t('score.field.company.legalForm'),
  'company.domain': () => i18n.t('score.field.company.domain'),
  'company.website': () => i18n.t('score.field.company.website'),
  'company.emails': () => i18n.t('score.field.company.emails'),
  'company.emailKind': () => i18n.t('score.field.company.emailKind'),
  'company.phones': () => i18n.t('score.field.company.phones'),
  'company.phoneKind': () => i18n.t('score.field.company.phoneKind'),
  'company.address': () => i18n.t('score.field.company.address'),
  'company.country': () => i18n.t('score.field.company.country'),
  'company.region': () => i18n.t('score.field.company.region'),
  'company.city': () => i18n.t('score.field.company.city'),
  'company.postalCode': () => i18n.t('score.field.company.postalCode'),
  'company.industry': () => i18n.t('score.field.company.industry'),
  'company.products': () => i18n.t('score.field.company.products'),
  'company.scope': () => i18n.t('score.field.company.scope'),
  'company.about': () => i18n.t('score.field.company.about'),
  'company.employees': () => i18n.t('score.field.company.employees'),
  'company.founded': () => i18n.t('score.field.company.founded'),
  'company.registeredCapital': () => i18n.t('score.field.company.registeredCapital'),
  'company.registerNumber': () => i18n.t('score.field.company.registerNumber'),
  'company.registerCourt': () => i18n.t('score.field.company.registerCourt'),
  'company.vatId': () => i18n.t('score.field.company.vatId'),
  'company.creditCode': () => i18n.t('score.field.company.creditCode'),
  'company.representatives': () => i18n.t('score.field.company.representatives'),
  'company.stand': () => i18n.t('score.field.company.stand'),
  'company.wechat': () => i18n.t('score.field.company.wechat'),
  'company.qq': () => i18n.t('score.field.company.qq'),
  'company.whatsapp': () => i18n.t('score.field.company.whatsapp'),
  'company.links': () => i18n.t('score.field.company.links'),
  'people.name': () => i18n.t('score.field.people.name'),
  'people.honorific': () => i18n.t('score.field.people.honorific'),
  'people.jobTitle': () => i18n.t('score.field.people.jobTitle'),
  'people.department': () => i18n.t('score.field.people.department'),
  'people.statedDepartment': () => i18n.t('score.field.people.statedDepartment'),
  'people.seniority': () => i18n.t('score.field.people.seniority'),
  'people.role': () => i18n.t('score.field.people.role'),
  'people.companyName': () => i18n.t('score.field.people.companyName'),
  'people.emails': () => i18n.t('score.field.people.emails'),
  'people.emailKind': () => i18n.t('score.field.people.emailKind'),
  'people.phones': () => i18n.t('score.field.people.phones'),
  'people.phoneKind': () => i18n.t('score.field.people.phoneKind'),
  'people.country': () => i18n.t('score.field.people.country'),
  'people.city': () => i18n.t('score.field.people.city'),
  'people.wechat': () => i18n.t('score.field.people.wechat'),
  'people.qq': () => i18n.t('score.field.people.qq'),
  'people.whatsapp': () => i18n.t('score.field.people.whatsapp'),
  'people.links': () => i18n.t('score.field.people.links'),
  'people.count': () => i18n.t('score.field.people.count'),
  'lead.kind': () => i18n.t('score.field.lead.kind'),
  'lead.source': () => i18n.t('score.field.lead.source'),
  'lead.sourceName': () => i18n.t('score.field.lead.sourceName'),
  'lead.list': () => i18n.t('score.field.lead.list'),
  'lead.tags': () => i18n.t('score.field.lead.tags'),
  'lead.owner': () => i18n.t('score.field.lead.owner'),
  'lead.stage': () => i18n.t('score.field.lead.stage'),
  'lead.note': () => i18n.t('score.field.lead.note'),
  'lead.nextStep': () => i18n.t('score.field.lead.nextStep'),
  'lead.createdAt': () => i18n.t('score.field.lead.createdAt'),
  'lead.updatedAt': () => i18n.t('score.field.lead.updatedAt'),
  'lead.completeness': () => i18n.t('score.field.lead.completeness'),
  'customer.class': () => i18n.t('value.fieldOf.class'),
  'customer.segment': () => i18n.t('value.fieldOf.segment'),
  'customer.phase': () => i18n.t('value.fieldOf.phase'),
  'customer.orders': () => i18n.t('value.fieldOf.orders'),
  'customer.sales': () => i18n.t('value.fieldOf.sales'),
  'customer.need': () => i18n.t('value.fieldOf.need'),
  'customer.share': () => i18n.t('value.fieldOf.share'),
  'customer.potential': () => i18n.t('value.fieldOf.potential'),
  'interactions.kinds': () => i18n.t('score.field.interactions.kinds'),
  'interactions.count': () => i18n.t('score.field.interactions.count'),
  'interactions.daysSinceLast': () => i18n.t('score.field.interactions.daysSinceLast'),
};

const values: Record<string, () => string> = {
  personal: () => i18n.t('score.value.personal'),
  role: () => i18n.t('score.value.role'),
  free: () => i18n.t('score.value.free'),
  disposable: () => i18n.t('score.value.disposable'),
  uses: () => i18n.t('score.value.uses'),
  influences: () => i18n.t('score.value.influences'),
  decides: () => i18n.t('score.value.decides'),
  person: () => i18n.t('score.value.person'),
  company: () => i18n.t('score.value.company'),
  Junior: () => i18n.t('score.value.Junior'),
  Professional: () => i18n.t('score.value.Professional'),
  Senior: () => i18n.t('score.value.Senior'),
  Lead: () => i18n.t('score.value.Lead'),
  Director: () => i18n.t('score.value.Director'),
  Management: () => i18n.t('score.value.Management'),
  Administrative: () => i18n.t('score.value.Administrative'),
  'Business Development': () => i18n.t('score.value.BusinessDevelopment'),
  Consulting: () => i18n.t('score.value.Consulting'),
  'Customer Support': () => i18n.t('score.value.CustomerSupport'),
  'Human Resources': () => i18n.t('score.value.HumanResources'),
  'Information Technology': () => i18n.t('score.value.InformationTechnology'),
  Marketing: () => i18n.t('score.value.Marketing'),
  'Project Management': () => i18n.t('score.value.ProjectManagement'),
  Purchasing: () => i18n.t('score.value.Purchasing'),
  Sales: () => i18n.t('score.value.Sales'),
  Other: () => i18n.t('score.value.Other'),
  note: () => i18n.t('score.value.note'),
  email: () => i18n.t('score.value.email'),
  call: () => i18n.t('score.value.call'),
  meeting: () => i18n.t('score.value.meeting'),
  order: () => i18n.t('score.value.order'),
  capture: () => i18n.t('score.value.capture'),
  true: () => i18n.t('score.value.yes'),
  false: () => i18n.t('score.value.no'),
};

/** What a field of rules is called. In: its name as rules have it, the profile's own fields. Out: words; an own field's as the user named it. */
export function fieldName(field: string, own: readonly OwnFieldDefinition[] = []): string {
  const word = fields[field];
  if (word) return word();
  return own.find(({ key }) => `own.${key}` === field)?.name ?? field.replace(/^own\./, '');
}

const locale = () => i18n.t('panel.locale');

/** What a customer is worth, in words. */
function customerValueName(field: string, value: string): string {
  const segment = namedSegments.find((one) => one === value);
  if (field === 'customer.segment' && segment) return i18n.t(`value.segment.${segment}`);
  const phase = phases.safeParse(value);
  if (field === 'customer.phase' && phase.success) return i18n.t(`value.phase.${phase.data}`);
  return field === 'customer.class' ? i18n.t('value.customer', [value]) : value;
}

/** One of the values a field can be asked for: choices and countries in words, what was typed as it is. */
export function choiceName(field: string, value: string, own: readonly OwnFieldDefinition[] = []): string {
  const { type } = scoreField(field, own) ?? { type: 'text' };
  if (type === 'country' && /^[A-Z]{2}$/.test(value))
    return new Intl.DisplayNames([locale()], { type: 'region' }).of(value) ?? value;
  if (field === 'lead.source') {
    const group = leadSourceGroup.safeParse(value);
    return group.success ? i18n.t(`exchange.group.${group.data}`) : value;
  }
  if (field.startsWith('customer.')) return customerValueName(field, value);
  if (field.endsWith('.phoneKind')) {
    const kind = phoneKind.safeParse(value);
    return kind.success ? i18n.t(`exchange.phoneKind.${kind.data}`) : value;
  }
  return type === 'choice' || type === 'yesNo' ? (values[value]?.() ?? value) : value;
}

/** A firm may have hundreds of numbers: the first ones say enough. */
const mostShown = 4;

/** What was found of a field, in words. Out: '' where nothing is known. */
export function factText(field: string, value: Value, own: readonly OwnFieldDefinition[] = []): string {
  if (value === undefined) return '';
  if ('min' in value) {
    const { min, max } = value;
    const text = (number: number) =>
      scoreField(field, own)?.type === 'date'
        ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(number)
        : field === 'company.founded'
          ? String(number)
          : new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(number);
    if (min === max) return Number.isFinite(min) ? text(min) : i18n.t('score.value.none');
    if (max === Number.POSITIVE_INFINITY) return i18n.t('score.value.atLeast', [text(min)]);
    return min <= 0 ? i18n.t('score.value.atMost', [text(max)]) : i18n.t('score.value.between', [text(min), text(max)]);
  }
  const distinct = [...new Set(value)].map((one) =>
    field.endsWith('.phones') && one.startsWith('+') ? formatPhone(one) : choiceName(field, one, own),
  );
  if (distinct.length === 0) return i18n.t('score.value.none');
  const more = distinct.length > mostShown ? [i18n.t('score.more', distinct.length - mostShown)] : [];
  return [...distinct.slice(0, mostShown), ...more].join(i18n.t('score.comma'));
}
