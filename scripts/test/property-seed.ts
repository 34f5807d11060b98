/** Property tests look at the same values in every run, so that a failure is of the change at hand; `LECTERN_SEED` tries others. */

import fc from 'fast-check';

const seed = process.env['LECTERN_SEED'];
fc.configureGlobal({ seed: seed === undefined ? 20_261_121 : Number(seed) });
