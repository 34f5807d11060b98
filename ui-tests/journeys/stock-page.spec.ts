/** Our page beside plain JupyterLite's, at what no single message shows: comms, keys, widgets, restarts, two notebooks, headers. */

import { expect, test, type Page } from '@playwright/test';
import { commsBothWays, interrupted, restartKernel } from '../stock/in-page.js';
import { KernelPage } from '../stock/kernel-page.js';
import { CUT_OFF, ISOLATED, OTHER_NOTEBOOK, Pair } from '../stock/pair.js';

test.use({ launchOptions: CUT_OFF });

const headersOf = { plain: {}, isolated: ISOLATED };
for (const [kind, headers] of Object.entries(headersOf)) {
  test.describe(`as in plain JupyterLite, on a host with ${kind} pages`, () => {
    let pair: Pair;
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000);
      pair = await Pair.open(browser, headers);
    });
    test.afterAll(() => pair?.close());

    /** The same of both; and that it is something. */
    async function same(work: (kernel: KernelPage) => Promise<unknown>): Promise<unknown> {
      const { stock, ours } = await pair.both(({ kernel }) => work(kernel));
      expect(ours).toEqual(stock);
      return ours;
    }

    test('a page is isolated or not', async () => {
      const isolated = await same(({ page }) => page.evaluate(() => crossOriginIsolated));
      expect(isolated).toBe(kind === 'isolated');
    });

    test('input is asked for in the page, and answered by keyboard', async () => {
      await same(async ({ page }) => {
        await typeInFirstCell(page, 'print("so", input("Who? "))');
        await page.keyboard.press('Control+Enter');
        await page.locator('.jp-Stdin-input').fill('Ada');
        await page.keyboard.press('Enter');
        const output = page.locator('.jp-CodeCell .jp-OutputArea-output').last();
        await expect(output).toHaveText(/so Ada/);
        return page.locator('.jp-CodeCell .jp-OutputArea').first().innerText();
      });
    });

    test('files of the drive are read and written', async () => {
      const value = await same((kernel) =>
        kernel.value(
          '(open("data.csv").readline(), open("kept.txt", "w").write("kept"), open("kept.txt").read())'
        )
      );
      expect(value).toContain('kept');
    });

    test('interrupting a cell that waits, and one that computes', async () => {
      await same(({ page }) =>
        page.evaluate(interrupted, 'import asyncio\nprint("began")\nawait asyncio.sleep(3)')
      );
      await same(async (kernel) => {
        await kernel.page.waitForTimeout(4_000);
        return kernel.value('"runs on"');
      });
      await same(({ page }) =>
        page.evaluate(
          interrupted,
          'import time\nend = time.time() + 3\nwhile time.time() < end: pass\nprint("ended")'
        )
      );
      await same((kernel) => kernel.value('"runs on"'));
    });

    if (kind === 'isolated') return;

    test('comms are opened, spoken over and closed from both sides', async () => {
      const heard = await same(({ page }) => page.evaluate(commsBothWays));
      expect(JSON.stringify(heard)).toContain('echo');
    });

    test('Tab completes, Shift+Tab explains', async () => {
      const shown = await same(async (kernel) => {
        const { page } = kernel;
        await kernel.ask({ code: 'import textwrap' });
        await typeInFirstCell(page, 'textwrap.dede');
        await page.keyboard.press('Tab');
        const offers = page.locator('.jp-Completer');
        await expect(offers).toContainText('dedent');
        const offered = await offers.innerText();
        await page.keyboard.press('Enter');
        const cell = page.locator('.jp-Notebook .jp-CodeCell .cm-content').first();
        await expect(cell).toHaveText('textwrap.dedent');
        await page.keyboard.press('Shift+Tab');
        const tooltip = page.locator('.jp-Tooltip');
        await expect(tooltip).toContainText('Remove any common');
        const explained = await tooltip.innerText();
        await page.keyboard.press('Escape');
        return { offered, explained };
      });
      expect(JSON.stringify(shown)).toContain('whitespace');
    });

    test('a widget is drawn, and what is changed in it arrives in Python', async () => {
      const values = await same(async (kernel) => {
        const { page } = kernel;
        await typeInFirstCell(
          page,
          'import ipywidgets\nbox = ipywidgets.Text(description="name")\nbox'
        );
        await page.keyboard.press('Control+Enter');
        await page.locator('.widget-text input').fill('typed');
        await page.keyboard.press('Tab');
        await expect.poll(() => kernel.value('box.value')).toBe("'typed'");
        await kernel.ask({ code: 'box.value = "from Python"' });
        await expect(page.locator('.widget-text input')).toHaveValue('from Python');
        return kernel.value('box.value');
      });
      expect(values).toBe("'from Python'");
    });

    test('an anywidget is drawn, and what is changed in it arrives in Python', async () => {
      await same(async (kernel) => {
        const { page } = kernel;
        await typeInFirstCell(page, ANYWIDGET);
        await page.keyboard.press('Control+Enter');
        await page.getByRole('button', { name: 'count 0' }).click();
        await expect(page.getByRole('button', { name: 'count 1' })).toBeVisible();
        await expect.poll(() => kernel.value('counter.count')).toBe('1');
      });
    });

    test('two notebooks have a kernel each', async () => {
      await same(async (kernel) => {
        const side = pair.sides.find((one) => one.kernel === kernel)!;
        const other = new KernelPage(await side.context.newPage());
        await other.open(side.address(OTHER_NOTEBOOK));
        await kernel.ask({ code: 'mine = "first"' });
        await other.ask({ code: 'mine = "second"' });
        const values = [await kernel.value('mine'), await other.value('mine')];
        const folder = await other.value('__import__("os").getcwd()');
        await other.page.close();
        return [...values, folder];
      });
    });

    test('after a restart nothing is left, and chance begins anew', async () => {
      // Not the seed of hashes, which a memory snapshot holds: docs/startup.md.
      const CHANCE =
        '__import__("random").random(), __import__("uuid").uuid4().hex, __import__("os").urandom(8).hex()';
      const before = await pair.both(({ kernel }) => kernel.value(CHANCE));
      await same(async (kernel) => {
        await kernel.ask({ code: 'left = 1' });
        await kernel.page.evaluate(restartKernel);
        await kernel.ready();
        return [await kernel.ask({ code: 'left' }), await kernel.value('In')];
      });
      const after = await pair.both(({ kernel }) => kernel.value(CHANCE));
      const parts = (text: string): string[] => text.slice(1, -1).split(', ');
      for (const [index, part] of parts(after.ours).entries()) {
        expect(part).not.toBe(parts(before.ours)[index]);
      }
    });
  });
}

const ANYWIDGET = `import anywidget, traitlets
class Counter(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      const button = document.createElement('button');
      const show = () => { button.textContent = 'count ' + model.get('count'); };
      button.onclick = () => { model.set('count', model.get('count') + 1); model.save_changes(); };
      model.on('change:count', show);
      show();
      el.append(button);
    } };
    """
    count = traitlets.Int(0).tag(sync=True)
counter = Counter()
counter`;

async function typeInFirstCell(page: Page, source: string): Promise<void> {
  await page.locator('.jp-Notebook .jp-CodeCell .cm-content').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}
