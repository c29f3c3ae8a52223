import { i18n } from '#i18n';
import { companyRanks, type PeopleRow, peopleRows } from '../../lib/domain/company-people.ts';
import type { Person } from '../../lib/domain/schema/lead.ts';
import { type BuyingRole, buyingRoleOf } from '../../lib/scoring/role.ts';
import { leadName } from '../leads/lead-row.tsx';

const roles = ['decides', 'influences', 'uses'] as const satisfies BuyingRole[];
const roleOf = ({ jobTitle }: Person): BuyingRole | undefined => (jobTitle ? buyingRoleOf(jobTitle) : undefined);

/** Who is known at a company, by department and rank, what part each has in a purchase, and where nobody is known. */
export function PeopleGrid({ people, onOpen }: { people: readonly Person[]; onOpen: (id: string) => void }) {
  const rows = peopleRows(people);
  const gaps = rows.filter(({ isGap }) => isGap).map(({ department }) => i18n.t(`company.department.${department}`));
  const counts = roles.map((role) => ({ role, count: people.filter((one) => roleOf(one) === role).length }));
  return (
    <section aria-label={i18n.t('company.people')} className="border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('company.people')}</h3>
      <p className="flex flex-wrap gap-x-4 py-1">
        {counts.map(({ role, count }) => (
          <span key={role} className={count === 0 && role === 'decides' ? 'text-doubt' : undefined}>
            {i18n.t(`company.count.${role}`, count)}
          </span>
        ))}
      </p>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[34rem] table-fixed border-collapse">
          <thead>
            <tr className="text-start text-sm text-soft">
              <th scope="col" className="w-36 py-1 pe-2 text-start font-normal">
                {i18n.t('company.departmentHead')}
              </th>
              {companyRanks.map((rank) => (
                <th key={rank} scope="col" className="px-1 py-1 text-start font-normal">
                  {i18n.t(`company.rank.${rank}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.department} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      {gaps.length > 0 && (
        <p className="pt-1.5 text-sm text-soft">{i18n.t('company.gaps', [gaps.join(i18n.t('company.comma'))])}</p>
      )}
    </section>
  );
}

function Row({ row: { department, cells, isGap }, onOpen }: { row: PeopleRow; onOpen: (id: string) => void }) {
  const name = i18n.t(`company.department.${department}`);
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1.5 pe-2 text-start font-normal">
        {name}
      </th>
      {isGap ? (
        <td colSpan={companyRanks.length} className="px-1 py-1">
          <span className="block rounded-md border border-dashed border-edge px-2 py-0.5 text-sm text-soft">
            {i18n.t('company.nobodyIn', [name])}
          </span>
        </td>
      ) : (
        companyRanks.map((rank) => (
          <td key={rank} className="px-1 py-1">
            <ul className="flex flex-col gap-0.5">
              {cells[rank].map((person) => (
                <li key={person.id}>
                  <PersonButton person={person} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </td>
        ))
      )}
    </tr>
  );
}

function PersonButton({ person, onOpen }: { person: Person; onOpen: (id: string) => void }) {
  const role = roleOf(person);
  return (
    <button
      type="button"
      onClick={() => onOpen(person.id)}
      className="flex w-full flex-col rounded-md px-1 py-0.5 text-start hover:bg-wash"
    >
      <span className="w-full truncate font-medium">{leadName(person)}</span>
      <span className="w-full truncate text-sm text-soft">
        {[person.jobTitle, role && i18n.t(`score.plays.${role}`)].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
}
