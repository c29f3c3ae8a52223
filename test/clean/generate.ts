import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type Chance, createChance } from './chance.ts';
import { firmRecord, personRecord, type WayOfFirms, type WayOfPeople, waysOfFirms, waysOfPeople } from './records.ts';
import { makeFirm, makePerson, namesakeOf, number, sisterOf, type TrueFirm, type TruePerson } from './world.ts';

/** Who a record truly is, and how it came about. */
export type Truth = {
  entity: string;
  made: WayOfPeople | WayOfFirms | 'first' | 'sister' | 'namesake' | 'family' | 'sameFirmNamesake' | 'couple';
};
export type MadeSet = { leads: Lead[]; truth: Map<string, Truth> };

/**
 * A made book with known duplicates: firms with their groups and namesakes; people with colleagues at one switchboard, namesakes,
 * families, couples at one address; second and third records of about a quarter of them. In: how many records, a seed.
 */
export function makeSet(size: number, seed: number): MadeSet {
  const chance = createChance(seed);
  const leads: Lead[] = [];
  const truth = new Map<string, Truth>();
  let entities = 0;
  const keep = (lead: Lead, told: Truth) => {
    leads.push(lead);
    truth.set(lead.id, told);
  };

  const firms: TrueFirm[] = [];
  const firmRows = Math.round(size * 0.17);
  const keepFirm = (firm: TrueFirm, made: Truth['made']) => {
    const entity = `f${entities++}`;
    firms.push(firm);
    keep(firmRecord(chance, leads.length, firm), { entity, made });
    for (let more = chance.is(0.28) ? (chance.is(0.2) ? 2 : 1) : 0; more > 0; more--) {
      const way = chance.weighted(waysOfFirms);
      keep(firmRecord(chance, leads.length, firm, way), { entity, made: way });
    }
  };
  while (leads.length < firmRows) {
    const firm = makeFirm(chance, firms.length);
    // No register takes the same name twice in a town.
    if (firms.some((other) => other.town === firm.town && other.name === firm.name)) continue;
    keepFirm(firm, 'first');
    if (firm.land !== 'cn' && chance.is(0.1)) keepFirm(sisterOf(chance, firm), 'sister');
    if (chance.is(0.1)) keepFirm(namesakeOf(chance, firm, firms.length), 'namesake');
  }

  const taken = new Set<string>();
  const keepPerson = (given: TruePerson, made: Truth['made']) => {
    const entity = `p${entities++}`;
    const address = (local: string) => `${local}@${given.firm?.domain}`;
    let { local } = given;
    // No two of a firm have one address, whatever their names.
    for (let n = 2; given.firm && taken.has(address(local)); n++) local = `${given.local}${n}`;
    taken.add(address(local));
    const person = { ...given, local };
    const first = personRecord(chance, leads.length, person);
    keep(first, { entity, made });
    for (let more = chance.is(0.24) ? (chance.is(0.2) ? 2 : 1) : 0; more > 0; more--) {
      const way = chance.weighted(waysOfPeople);
      keep(personRecord(chance, leads.length, person, way, chance.of(firms), first), { entity, made: way });
    }
  };
  let at = 0;
  while (leads.length < size) {
    const firm = chance.is(0.06)
      ? undefined
      : chance.of(firms.slice(0, Math.max(8, firms.length >> (chance.is(0.3) ? 3 : 0))));
    const person = makePerson(chance, firm, at++);
    keepPerson(person, 'first');
    if (chance.is(0.02)) keepPerson(namesake(chance, person, chance.of(firms), at++), 'namesake');
    if (firm && chance.is(0.006)) keepPerson(namesake(chance, person, firm, at++), 'sameFirmNamesake');
    if (chance.is(0.02)) keepPerson(relative(chance, person, at++), 'family');
    if (chance.is(0.006)) keepPerson({ ...relative(chance, person, at++), own: person.own }, 'couple');
  }
  return { leads: leads.slice(0, size), truth };
}

/** Somebody else of the very name, at a firm: the second of that name gets another address there. */
function namesake(chance: Chance, person: TruePerson, firm: TrueFirm, at: number): TruePerson {
  const other = makePerson(chance, firm, at);
  const isThere = firm === person.firm;
  return {
    ...other,
    land: person.land,
    given: person.given,
    family: person.family,
    scripts: person.scripts,
    local: isThere ? `${person.local}${2 + chance.below(3)}` : person.local,
    profile: `${person.profile}-${at}`,
  };
}

/** One of the family, in the same firm or at the same number, whose given name may begin with the same letter. */
function relative(chance: Chance, person: TruePerson, at: number): TruePerson {
  const other = makePerson(chance, person.firm, at);
  if (person.land === 'cn') return { ...other, family: person.family };
  return {
    ...other,
    land: person.land,
    family: person.family,
    scripts: [],
    local: `${other.given.charAt(0).toLowerCase()}.${person.local.split('.').at(-1)}`,
    direct: chance.is(0.5) ? person.direct : number(person.land, '0731', chance.digits(7)),
  };
}
