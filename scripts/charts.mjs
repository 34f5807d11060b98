// @ts-check
/**
 * Charts as pictures, for documentation: `npm run charts -- WHAT … [--out FOLDER] [--png] [--dark]`. WHAT is the kind of
 * an experiment, which is run as its controls stand, or a JSON file with a chart, a Vega-Lite specification, or a list
 * of them. SVG needs no browser; PNG is a picture of the SVG that Chromium takes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chartConfig } from '@lectern/preference/charts';
import { loadExperiment } from '@lectern/preference/experiments';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { findOrInstallChromium } from './test/chromium.mjs';

const DARK = { page: '#111111', text: '#d6d6d6', grid: '#8a8a8a' };
const LIGHT = { page: '#ffffff', text: '#333333', grid: '#767676' };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.' },
    png: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false }
  }
});
if (positionals.length === 0) {
  console.error(
    'usage: npm run charts -- <experiment or file.json> … [--out FOLDER] [--png] [--dark]'
  );
  process.exit(2);
}
const theme = options.dark ? DARK : LIGHT;
await mkdir(options.out, { recursive: true });
/** @type {{ name: string, svg: string }[]} */
const pictures = [];
for (const what of positionals) {
  const specs = await chartsOf(what).catch((/** @type {Error} */ error) => {
    console.error(`charts: ${what}: ${error.message}`);
    process.exit(2);
  });
  for (const [index, one] of specs.entries()) {
    const name = `${basename(what, '.json')}${specs.length > 1 ? `-${index + 1}` : ''}`;
    pictures.push({ name, svg: await svgOf(one.spec ?? one) });
  }
}
for (const { name, svg } of pictures) {
  await writeFile(join(options.out, `${name}.svg`), svg);
  console.log(join(options.out, `${name}.svg`));
}
if (options.png) await takePictures();

/** @param {string} what @returns {Promise<any[]>} charts, or specifications */
async function chartsOf(what) {
  if (what.endsWith('.json')) return [JSON.parse(await readFile(what, 'utf8'))].flat();
  return (await (await loadExperiment(what)).run({}, {})).charts;
}

/** @param {Record<string, unknown>} spec */
async function svgOf(spec) {
  const themed = {
    ...spec,
    config: { ...chartConfig(theme), background: theme.page },
    padding: 12
  };
  const { spec: compiled } = compile(/** @type {any} */ (themed));
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // Vega says a chart's words on the element around it, and here is none.
  const words = String(spec['description'] ?? '').replace(/[&<"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return svg.replace('<svg ', `<svg role="img" aria-label="${words}" `);
}

async function takePictures() {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu']
  });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    for (const { name, svg } of pictures) {
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      await page.locator('svg').screenshot({ path: join(options.out, `${name}.png`) });
      console.log(join(options.out, `${name}.png`));
    }
  } finally {
    await browser.close();
  }
}
