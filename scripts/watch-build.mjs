// @ts-check
/** One build for `npm run watch`. */

import { setUp } from './setup/index.mjs';

await setUp({ site: true });
