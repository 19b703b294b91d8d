import { loadComponent, renderOn, type Rendered } from '../support/rendered';

const errors = (globalThis as unknown as { __componentErrors: unknown[] }).__componentErrors;
afterEach(() => expect(errors).toEqual([]));

let id: string;
beforeAll(() => {
  id = loadComponent('search-box');
});

let box: Rendered;
let told: unknown[];
beforeEach(() => {
  jest.useFakeTimers();
  box = renderOn(id, { placeholder: '名称', value: '' });
  told = [];
  box.addEventListener('search', ({ detail }) => told.push(detail));
});
afterEach(() => jest.useRealTimers());

const type = (value: string): void => box.instance['onInput']?.({ detail: { value } });

test('tells once after a pause in typing', () => {
  type('滨');
  jest.advanceTimersByTime(299);
  type('滨江');
  jest.advanceTimersByTime(299);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(told).toEqual([{ keyword: '滨江' }]);
});

test('the keyboard’s search key tells at once, and not again after the pause', () => {
  type('滨江');
  box.instance['onConfirm']?.({ detail: { value: '滨江' } });
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([{ keyword: '滨江' }]);
});

test('what is there can be cleared, at once', () => {
  expect(box.querySelector('.clear')).toBeFalsy();
  type('滨江');
  expect(box.querySelector('.clear')).toBeTruthy();
  box.instance['onClear']?.({});
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([{ keyword: '' }]);
  expect(box.instance.data['text']).toBe('');
  expect(box.querySelector('.clear')).toBeFalsy();
});

test('the told word coming back leaves what was typed since; another value takes its place', () => {
  type('滨');
  jest.advanceTimersByTime(300);
  type('滨江');
  box.setData({ value: '滨' });
  expect(box.instance.data['text']).toBe('滨江');
  box.setData({ value: '' });
  expect(box.instance.data['text']).toBe('');
});

test('nothing is told after it is gone', () => {
  type('滨江');
  (box as unknown as { detach(): void }).detach();
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([]);
});
