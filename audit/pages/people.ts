/** Who holds the phone: numbers of the demonstration data (README). */
export const SUPERVISOR = '19000000103';
export const COLLEAGUE = '19000000104';
export const HEAD = '19000000101';
export const BUREAU = '19000000108';
export const ADMINISTRATOR = '19000000109';
export const PROVINCE = '19000000001';
export const CONTRACTOR = '19000000302';
/** The head of 三亚, who has pinned an application. */
export const PINNING = '19000000201';
export const UNKNOWN = '19000009999';
