import { firstSetDataFaults, idleFaults, setDataFaults, type SetDataMark } from '../../audit/pages/set-data';

const marks = (count: number, everyMs: number, more: Partial<SetDataMark> = {}): SetDataMark[] =>
  Array.from({ length: count }, (_, index) => ({
    isPage: true,
    at: 50 + index * everyMs,
    acts: 0,
    bytes: 10,
    ...more,
  }));

test('twenty setData in a second are allowed, a component counts as a page does', () => {
  expect(setDataFaults(marks(20, 10))).toEqual([]);
  const faults = setDataFaults([...marks(20, 10), ...marks(1, 0, { isPage: false, at: 1049 })]);
  expect(faults).toEqual([{ rule: 'setData 频率', what: '一秒 21 次（≤ 20）' }]);
  // What followed the next tap of a fast finger is counted by itself.
  expect(setDataFaults([...marks(20, 10), ...marks(20, 10, { acts: 1 })])).toEqual([]);
  // One every 50 ms: twenty in any second, however long it goes on.
  expect(setDataFaults(marks(200, 50))).toEqual([]);
});

test('256 KB a call, whoever makes it', () => {
  expect(setDataFaults(marks(1, 0, { bytes: 262_144 }))).toEqual([]);
  expect(setDataFaults(marks(1, 0, { isPage: false, bytes: 262_145 }))).toEqual([
    { rule: 'setData 大小', what: '一次 262145 字节（≤ 262144）' },
  ]);
});

test('the first screen: two calls of the page, 16 KB with its components', () => {
  const components = marks(9, 10, { isPage: false, bytes: 100 });
  expect(firstSetDataFaults([...marks(2, 10), ...components])).toEqual([]);
  expect(firstSetDataFaults(marks(3, 10))).toEqual([{ rule: '首屏 setData 次数', what: '3（≤ 2）' }]);
  expect(firstSetDataFaults([...components, ...marks(1, 0, { isPage: false, bytes: 15_485 })])).toEqual([
    { rule: '首屏 setData 大小', what: '16385 字节（≤ 16384）' },
  ]);
});

test('a page that nobody touches sets next to nothing', () => {
  expect(idleFaults(marks(2, 10))).toEqual([]);
  expect(idleFaults(marks(40, 100))).toEqual([{ rule: '闲置 setData', what: '没有人动它，40 次（≤ 2）' }]);
});
