import type { UnitRole } from '../../../miniprogram/domain/people/post';
import type { PartyPerson } from '../people';
import { nameFor } from './names';
import { DRAWN_PROJECTS, type DrawnProject } from './projects';
import { randomFor } from './random';
import { PROVINCE_UNITS, type SeededUnit } from './units';
import { personIdOf } from './stations';

interface SeededPosition {
  readonly role: UnitRole;
  readonly position: string;
  readonly isKey: boolean;
}

/** Who is on one site all day, a person a project. Key posts: domain.md, Vocabulary, 岗位. */
const ON_SITE: readonly SeededPosition[] = [
  { role: 'contractor', position: '项目经理', isKey: true },
  { role: 'contractor', position: '技术负责人', isKey: true },
  { role: 'contractor', position: '安全员', isKey: true },
  { role: 'contractor', position: '质量员', isKey: true },
  { role: 'supervision', position: '总监', isKey: true },
  { role: 'supervision', position: '专监', isKey: true },
];

/** Who answers for several projects of the unit. */
const OF_UNIT: readonly SeededPosition[] = [
  { role: 'owner', position: '建设单位项目负责人', isKey: true },
  { role: 'surveyor', position: '勘察项目负责人', isKey: false },
  { role: 'designer', position: '设计项目负责人', isKey: false },
  { role: 'tester', position: '检测项目负责人', isKey: false },
];
const PEOPLE_OF_UNIT = 4;

/** Who was 技术负责人 of one in twenty before: their post has ended, and with it their way in. */
const FORMER: SeededPosition = { role: 'contractor', position: '技术负责人', isKey: true };
const FORMER_NUMBER = 7;
const LEFT_DAYS_AGO = 60;
const hasFormer = ({ ordinal }: DrawnProject): boolean => ordinal % 20 === 5;

const personOf = (
  phone: string,
  { position, isKey }: SeededPosition,
  unit: SeededUnit,
  projectIds: readonly string[],
): PartyPerson => ({
  personId: personIdOf(phone),
  phone,
  name: nameFor(phone),
  unitId: unit.unitId,
  position,
  isKey,
  projectIds,
});

const onSite = ({ ordinal, projectId, units }: DrawnProject): PartyPerson[] =>
  ON_SITE.flatMap((seeded, index) =>
    units
      .filter(({ role }) => role === seeded.role)
      .map((unit) => {
        const phone = `1902${String(ordinal).padStart(4, '0')}${String(index + 1).padStart(3, '0')}`;
        return personOf(phone, seeded, unit, [projectId]);
      }),
  );

const former = (drawn: DrawnProject): PartyPerson[] =>
  drawn.units
    .filter(({ role }) => role === FORMER.role && hasFormer(drawn))
    .map((unit) => {
      const phone = `1902${String(drawn.ordinal).padStart(4, '0')}${String(FORMER_NUMBER).padStart(3, '0')}`;
      return { ...personOf(phone, FORMER, unit, [drawn.projectId]), leftDaysAgo: LEFT_DAYS_AGO };
    });

/** The unit's projects dealt to its people; who got none is not there. */
const ofUnit = (unit: SeededUnit, unitIndex: number): PartyPerson[] =>
  OF_UNIT.filter(({ role }) => role === unit.role).flatMap((seeded) => {
    const projects = DRAWN_PROJECTS.filter(({ units }) => units.some(({ unitId }) => unitId === unit.unitId));
    const random = randomFor(`people of ${unit.unitId}`);
    const dealt = projects.map(({ projectId }) => ({ projectId, to: random.between(1, PEOPLE_OF_UNIT) }));
    return Array.from({ length: PEOPLE_OF_UNIT }, (_, index) => {
      const own = dealt.filter(({ to }) => to === index + 1).map(({ projectId }) => projectId);
      const phone = `1903${String(unitIndex + 1).padStart(4, '0')}${String(index + 1).padStart(3, '0')}`;
      return personOf(phone, seeded, unit, own);
    }).filter(({ projectIds }) => projectIds.length > 0);
  });

/** Everybody of the parties of the province's projects, without those written by hand. */
export const PROVINCE_PARTY_PEOPLE: readonly PartyPerson[] = [
  ...DRAWN_PROJECTS.flatMap(onSite),
  ...DRAWN_PROJECTS.flatMap(former),
  ...PROVINCE_UNITS.flatMap(ofUnit),
];
