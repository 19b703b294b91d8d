import * as v from 'valibot';

/** GCJ-02 degrees. */
export const lng = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
export const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
