import { createHash } from 'node:crypto';
import { DomainError } from '../../miniprogram/domain/errors';
import { availableActions } from '../../miniprogram/domain/lifecycle';
import { formLocation, type LocateProject } from '../../miniprogram/domain/project/form-location';
import { formProject, type AcceptProject } from '../../miniprogram/domain/project/form-project';
import { formProjectState } from '../../miniprogram/domain/project/form-project-state';
import { projectInCode, projectOfScene } from '../../miniprogram/domain/project/project-code';
import type { Project } from '../../miniprogram/domain/project/project';
import { projectSubject } from '../../miniprogram/domain/project/project';
import {
  isOpenFor,
  PROJECT_LIFECYCLE,
  PROJECT_STATES,
  requireOpenFor,
  type ProjectAction,
  type ProjectState,
} from '../../miniprogram/domain/project/project-state';
import { isShortNumber, shortNumberOf } from '../../miniprogram/domain/project/short-number';
import { maskedPhone } from '../../miniprogram/domain/people/phone';
import { CAST, NOW, type CastName } from '../support/cast';
import { project } from '../support/formed';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'done';
};

describe('the short number of a project', () => {
  /** A hash that begins with these 12 hex digits. */
  const hashed = (digits: string) => () => digits.padEnd(64, '0');

  test.each([
    // Ten digits to the base of 32, then the value modulo 37: 0x25 = 37 = 1·32 + 5, 37 mod 37 = 0.
    ['000000000000', '00000000000'],
    ['000000000001', '00000000011'],
    ['000000000025', '00000000150'],
    // 32 mod 37 = 32: the first of the five signs that only a check has.
    ['000000000020', '0000000010*'],
    // 36 mod 37 = 36, the last of them.
    ['000000000024', '0000000014U'],
  ])('of the hash %s… is %s', (digits, expected) => {
    expect(shortNumberOf('any', hashed(digits))).toBe(expected);
    expect(isShortNumber(expected)).toBe(true);
  });

  test('fits a scene and is the same every time; of other projects it is another', () => {
    const made = ['pr-bj3a', 'pr-hddd', 'pr-bsm'].map((id) => shortNumberOf(id, sha256));
    for (const number of made) expect(number).toMatch(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/);
    expect(new Set(made).size).toBe(3);
    expect(shortNumberOf('pr-bj3a', sha256)).toBe(made[0]);
  });

  test('every wrong digit and every two that changed places are noticed', () => {
    const number = shortNumberOf('pr-bj3a', sha256);
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
    for (const [place, right] of [...number].entries()) {
      for (const wrong of signs) {
        if (wrong === right) continue;
        expect(isShortNumber(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`)).toBe(false);
      }
      const next = number[place + 1];
      if (next === undefined || next === right) continue;
      const swapped = `${number.slice(0, place)}${next}${right}${number.slice(place + 2)}`;
      expect(isShortNumber(swapped)).toBe(false);
    }
  });

  test.each(['', '0000000001', '000000000111', '0000000000I', 'pr-bj3a'])('“%s” is none', (text) => {
    expect(isShortNumber(text)).toBe(false);
  });
});

describe('what a scanned code names', () => {
  test.each([
    ['pages/project/detail/detail?scene=00000000150', { shortNumber: '00000000150' }],
    ['/pages/project/detail/detail?scene=0000000010*', { shortNumber: '0000000010*' }],
    ['琼海监2026-0031', { number: '琼海监2026-0031' }],
    ['监督注册号：琼海监2026-0031（滨江新城）', { number: '琼海监2026-0031' }],
  ])('“%s”', (text, named) => expect(projectInCode(text)).toEqual(named));

  test.each([
    ['an altered scene', 'pages/project/detail/detail?scene=00000000151', 'project.codeAltered'],
    ['a scene that was cut off', 'pages/project/detail/detail?scene=000000', 'project.codeAltered'],
    ['an empty scene', 'pages/project/detail/detail?scene=', 'project.codeAltered'],
    ['the code on the station’s wall', 'pages/entry/entry?scene=st-460100', 'project.codeOfEntry'],
    ['another page', 'pages/about/about?scene=00000000150', 'project.codeUnknown'],
    ['a leaflet', 'https://example.com/?project=00000000150', 'project.codeUnknown'],
    ['nothing', '', 'project.codeUnknown'],
  ])('%s is told as what it is', (_, text, code) => {
    expect(codeOf(() => projectInCode(text))).toBe(code);
  });

  test('typed small it is the same', () => {
    expect(projectOfScene(' 0000000014u ')).toEqual({ shortNumber: '0000000014U' });
  });
});

const ACCEPTED: AcceptProject = {
  requestId: '11111111-1111-4111-8111-111111111111',
  projectId: 'project',
  number: '琼海监2026-0031',
  name: '滨江新城',
  address: '滨江路',
  stationId: 'haikou',
  stationName: '海口市质安站',
  supervisors: [{ personId: 'supervisor', name: 'supervisor', isMain: true }],
  parties: [],
};
const accepted = (change: Partial<AcceptProject> = {}): Project =>
  formProject({ ...ACCEPTED, ...change }, CAST.head, NOW, sha256);

describe('the state of a project', () => {
  test('在监 once supervisors are assigned, 受理 until then', () => {
    expect(accepted().state).toBe('supervised');
    expect(accepted({ supervisors: [] }).state).toBe('accepted');
  });

  /** By hand from 报监 → (退回 →) 受理 → 在监 ⇄ 中止 → 竣工 / 终止. */
  test.each<[ProjectState, CastName, ProjectAction[]]>([
    ['reported', 'head', ['sendBack', 'accept']],
    ['returned', 'head', []],
    ['returned', 'administrator', ['reportAgain']],
    ['accepted', 'head', ['assign']],
    ['supervised', 'head', ['assign', 'suspend', 'complete', 'terminate']],
    ['suspended', 'province', ['resume', 'terminate']],
    ['completed', 'province', []],
    ['terminated', 'head', []],
    ['supervised', 'deputy', []],
    ['reported', 'otherHead', []],
  ])('%s, in the hands of the %s: %j', (status, who, actions) => {
    const subject = projectSubject(accepted());
    expect(availableActions(PROJECT_LIFECYCLE, CAST[who], { status }, subject)).toEqual(actions);
  });
});

describe('工程定位 far from where the project is', () => {
  const AT = { lng: 110.354, lat: 20.003 };
  const command = (lat: number, more: Partial<LocateProject> = {}): LocateProject => ({
    requestId: '22222222-2222-4222-8222-222222222222',
    projectId: 'project',
    position: { lng: AT.lng, lat, accuracy: 10, takenAt: NOW },
    coverId: null,
    ...more,
  });
  const located: Project = {
    ...accepted(),
    position: { ...AT, accuracy: 10, takenAt: NOW, address: '海南省海口市' },
  };
  const around = (project: Project) => ({ project, address: '', cover: null });
  const code = (project: Project, given: LocateProject): string =>
    codeOf(() => formLocation(given, CAST.supervisor, NOW, around(project), sha256));

  test.each([
    // One degree of latitude is 2π · 6,378,100 / 360 = 111,319 m: 500 m are 0.0044916°.
    ['499 m away', AT.lat + 0.00448, {}, 'done'],
    ['501 m away', AT.lat + 0.0045, {}, 'input.positionFar'],
    ['501 m away and confirmed', AT.lat + 0.0045, { isFarConfirmed: true }, 'done'],
    ['501 m away and not confirmed', AT.lat + 0.0045, { isFarConfirmed: false }, 'input.positionFar'],
  ])('%s', (_, lat, more, expected) => {
    expect(code(located, command(lat, more))).toBe(expected);
  });

  test('the first position is far from nothing', () => {
    expect(code(accepted(), command(AT.lat + 0.2))).toBe('done');
  });

  test('the refusal tells how far', () => {
    expect(() => formLocation(command(AT.lat + 0.01), CAST.supervisor, NOW, around(located), sha256)).toThrow(
      // 0.01° · 111,319 m.
      '新的定位距原来的定位 1113 m，超过 500 m',
    );
  });

  test('who may not locate is told so, however far they are', () => {
    expect(
      codeOf(() => formLocation(command(AT.lat + 0.01), CAST.contractor, NOW, around(located), sha256)),
    ).toBe('access.denied');
  });
});

test('a masked number tells whose it is and cannot be called', () => {
  expect(maskedPhone('19000000302')).toBe('190****0302');
});

describe('what is done on a project in which state', () => {
  const STATES = Object.keys(PROJECT_STATES) as ProjectState[];
  /** By hand: nobody is assigned before 在监, and nothing is done on what is not accepted or has ended. */
  test.each([
    ['inspection.submit', ['supervised', 'suspended']],
    ['project.locate', ['accepted', 'supervised', 'suspended']],
    ['project.siteCode', ['accepted', 'supervised', 'suspended']],
  ] as const)('%s: %j', (work, open) => {
    expect(STATES.filter((state) => isOpenFor(work, state))).toEqual(open);
    for (const state of STATES) {
      expect(codeOf(() => requireOpenFor(work, { state }))).toBe(
        (open as readonly ProjectState[]).includes(state) ? 'done' : 'project.stateRefused',
      );
    }
  });

  test('the refusal names the state and what was to be done', () => {
    expect(() => requireOpenFor('inspection.submit', { state: 'terminated' })).toThrow(
      '这个工程当前为“终止”，不能办理“监督上报”。状态有误的，请联系本站站长更正',
    );
  });
});

describe('the next state of a project', () => {
  const change = {
    requestId: '66666666-6666-4666-8666-666666666666',
    projectId: 'project',
    reason: '资金未落实',
  };
  const form = (action: ProjectAction, who: CastName, on: Project = project) =>
    formProjectState(action, change, CAST[who], NOW, on, sha256);

  test('stands with its reason in the chain, and the same command again is one', () => {
    const suspended = form('suspend', 'head');
    if (suspended === 'repeated') throw new Error('not a repeat');
    expect(suspended).toMatchObject({
      version: 1,
      state: 'suspended',
      event: { kind: 'suspended', by: { personId: 'head' }, data: { reason: '资金未落实' } },
    });
    expect(form('suspend', 'head', { ...project, state: 'suspended', events: [suspended.event] })).toBe(
      'repeated',
    );
    expect(codeOf(() => form('terminate', 'head', { ...project, events: [suspended.event] }))).toBe(
      'command.reused',
    );
  });

  test.each([
    ['a supervisor', 'suspend', 'supervisor', project, 'access.denied'],
    ['another station’s head', 'suspend', 'otherHead', project, 'access.denied'],
    ['of one that has ended', 'suspend', 'head', { ...project, state: 'completed' }, 'state.refused'],
    ['to go on with one that was not stopped', 'resume', 'head', project, 'state.refused'],
  ] as const)('%s: refused', (_, action, who, on, code) => {
    expect(codeOf(() => form(action, who, on))).toBe(code);
  });
});
