// Opens pages in headless Chromium through its debugging pipe, without any package: pictures of them at the width of a
// phone and of a desk, light and dark, and on paper; and what must hold of each (see `problems`).
// usage: node browser.js [--picture FILE.png] CHROMIUM FOLDER PAGE.html...
"use strict";
const { spawn } = require("child_process");
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");

const views = [
  { name: "phone-light", width: 360, height: 740, scale: 2, theme: "light" },
  { name: "phone-dark", width: 360, height: 740, scale: 2, theme: "dark" },
  { name: "desk-light", width: 1280, height: 900, scale: 1, theme: "light" },
  { name: "desk-dark", width: 1280, height: 900, scale: 1, theme: "dark" },
];
const FULL = ["sample", "drawings"]; // seen in each view and on paper; the others in the first and the last view
const SHEET = 1600; // pixels of a picture: a long page is several
const MOST_SHEETS = 6;
const MOST_SECONDS = 180;

// ---- the browser ----

function start(chromium, folder) {
  const home = path.join(folder, "browser");
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--force-color-profile=srgb", "--font-render-hinting=none", `--user-data-dir=${home}`, "--remote-debugging-pipe", "about:blank"];
  const child = spawn(chromium, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  process.on("exit", () => child.kill("SIGKILL"));
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let rest = Buffer.alloc(0);
  child.stdio[4].on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) {
      const message = JSON.parse(rest.subarray(0, end).toString());
      const wait = waiting.get(message.id);
      waiting.delete(message.id);
      if (!wait) listeners.forEach((listener) => listener(message));
      else if (message.error) wait.reject(new Error(message.error.message));
      else wait.resolve(message.result);
    }
  });
  child.on("exit", () => waiting.forEach((wait) => wait.reject(new Error("chromium ended"))));
  return {
    listen: (listener) => listeners.push(listener),
    send: (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      child.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
    }),
    // What it keeps lies in the folder of the results; a process of its own may still write there for a moment.
    stop: () => new Promise((resolve) => {
      child.on("exit", () => {
        for (let i = 0; i < 20; i++) {
          try {
            fs.rmSync(home, { recursive: true, force: true, maxRetries: 3 });
            break;
          } catch (error) {
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
          }
        }
        resolve();
      });
      child.stdio[3].write(JSON.stringify({ id: ++last, method: "Browser.close" }) + "\0");
      setTimeout(() => child.kill("SIGKILL"), 5000).unref();
    }),
  };
}

async function open(browser, file) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const tab = { messages: [], requests: [], send: (method, params) => browser.send(method, params, sessionId) };
  const url = pathToFileURL(file).href;
  let loaded;
  const load = new Promise((resolve) => (loaded = resolve));
  browser.listen((message) => {
    const { method, params } = message;
    if (message.sessionId !== sessionId) return;
    if (method === "Page.loadEventFired") loaded();
    if (method === "Network.requestWillBeSent" && params.request.url !== url) tab.requests.push(params.request.url);
    if (method === "Log.entryAdded") tab.messages.push(params.entry.text);
    if (method === "Runtime.exceptionThrown") tab.messages.push(params.exceptionDetails.text);
    if (method === "Runtime.consoleAPICalled") tab.messages.push(JSON.stringify(params.args));
    if (method === "Audits.issueAdded") tab.messages.push(JSON.stringify(params.issue));
  });
  for (const domain of ["Page", "Network", "Log", "Runtime", "Audits"]) await tab.send(`${domain}.enable`);
  await tab.send("Page.navigate", { url });
  await load;
  tab.run = async (expression) => (await tab.send("Runtime.evaluate", { expression, returnByValue: true })).result.value;
  return tab;
}

async function show(tab, view) {
  await tab.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: view.theme }] });
  await tab.send("Emulation.setDeviceMetricsOverride",
    { width: view.width, height: view.height, deviceScaleFactor: view.scale, mobile: view.width < 500 });
  await tab.run("document.documentElement.offsetHeight");
}

async function picture(tab, file, clip) {
  const { data } = await tab.send("Page.captureScreenshot", { format: "png", clip: { x: 0, scale: 1, ...clip } });
  fs.writeFileSync(file, Buffer.from(data, "base64"));
}

// ---- what must hold ----

// Runs in the page: what lies beside it, what lies on another label, and text too pale for its ground.
function inspect() {
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  const luminance = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const channels = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const own = channels(getComputedStyle(e).backgroundColor);
      if (own.length === 3 || own[3] > 0.99) return own.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const svg = element.namespaceURI.endsWith("svg");
    const behind = svg && element.classList.contains("key") ? channels(getComputedStyle(element.previousElementSibling).fill) : ground(element);
    const [a, b] = [luminance(channels(svg ? style.fill : style.color)), luminance(behind)].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    const name = element.tagName + "." + (element.getAttribute("class") || "");
    if (contrast < 4.5 && !seen.has(name)) found.push(`contrast ${contrast.toFixed(2)}: ${name} "${element.textContent.slice(0, 30)}"`);
    seen.add(name);
  }
  for (const svg of document.querySelectorAll(".plot > svg")) {
    const boxes = [...svg.querySelectorAll("text")].filter((t) => t.checkVisibility() && !t.matches(".key"))
      .map((t) => [t.getBoundingClientRect(), t.textContent]);
    const sheet = svg.closest("article").getBoundingClientRect();
    boxes.forEach(([a, words], i) => {
      if (a.right > sheet.right || a.left < sheet.left) found.push(`"${words}" leaves its finding`);
      for (const [b, others] of boxes.slice(i + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
          found.push(`"${words}" lies on "${others}"`);
    });
  }
  for (const shape of document.querySelectorAll(".plot :is(line, path, rect, circle)"))
    if (getComputedStyle(shape).opacity !== "1") found.push(`a ${shape.tagName} is pale as a whole: paper may lose it`);
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  if (new Set(ids).size !== ids.length) found.push("an id stands twice");
  return found;
}

// With the keyboard alone: the first stop is the skip link, and the space bar on a filter hides and shows its findings.
async function keyboard(tab) {
  const found = [];
  const press = async (key, code, text) => {
    await tab.send("Input.dispatchKeyEvent", { type: "keyDown", key, code: key, windowsVirtualKeyCode: code, text });
    await tab.send("Input.dispatchKeyEvent", { type: "keyUp", key, code: key, windowsVirtualKeyCode: code });
  };
  const on = (selector) => tab.run(`document.activeElement.matches(${JSON.stringify(selector)})`);
  await press("Tab", 9);
  if (!(await on(".skip"))) found.push("the skip link is not the first stop");
  const boxes = await tab.run("document.querySelectorAll('.filter input').length");
  for (let i = 0; i < boxes; i++) {
    do await press("Tab", 9); // there may be a link before the first
    while (await on(".page a"));
    const kind = await tab.run("document.activeElement.id.replace('show-', '')");
    const shown = () => tab.run(`[...document.querySelectorAll('article.${kind}')].filter((a) => a.checkVisibility()).length`);
    const before = await shown();
    await press(" ", 32, " ");
    const after = await shown();
    await tab.send("Emulation.setEmulatedMedia", { media: "print" });
    if ((await shown()) !== after) found.push(`paper has other findings than were chosen with the filter ${kind}`);
    await tab.send("Emulation.setEmulatedMedia", { media: "" });
    if ((before === 0) === (after === 0)) found.push(`the filter ${kind} does nothing`);
    await press(" ", 32, " ");
    if ((await shown()) !== before) found.push(`the filter ${kind} does not come back`);
  }
  return found;
}

// A page of thousands of findings is opened alone.
async function bulk(tab, started) {
  await show(tab, views[0]);
  const found = await tab.run("document.documentElement.scrollWidth > document.documentElement.clientWidth") ? ["scrolls sideways"] : [];
  const seconds = (Date.now() - started) / 1000;
  return seconds > 20 ? [...found, `takes ${seconds} seconds to open`] : found;
}

async function problems(browser, file, folder) {
  const name = path.basename(file, ".html");
  const started = Date.now();
  const tab = await open(browser, file);
  const found = name === "many" ? await bulk(tab, started) : await each(tab, name, folder);
  found.push(...tab.messages.map((text) => `console: ${text}`), ...tab.requests.map((url) => `request: ${url}`));
  return found.map((problem) => `${name}: ${problem}`);
}

async function each(tab, name, folder) {
  const found = [];
  // what is out of sight has no place until it is asked for; the style's policy does not hold for what is set here
  await tab.run("document.styleSheets[0].insertRule('.finding { content-visibility: visible !important; }')");
  const full = FULL.includes(name);
  for (const view of full ? views : [views[0], views[views.length - 1]]) {
    await show(tab, view);
    for (const problem of await tab.run(`(${inspect})()`)) found.push(`${view.name}: ${problem}`);
    const height = await tab.run("document.documentElement.scrollHeight");
    await show(tab, { ...view, height: Math.min(height, MOST_SHEETS * SHEET) }); // what is out of sight is not drawn
    for (let y = 0; y < height && y < MOST_SHEETS * SHEET; y += SHEET)
      await picture(tab, path.join(folder, `${name}-${view.name}-${y / SHEET + 1}.png`),
        { y, width: view.width, height: Math.min(SHEET, height - y) });
    await show(tab, view);
  }
  found.push(...(await keyboard(tab)));
  if (!full) return found;
  const { data } = await tab.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true, paperWidth: 8.27, paperHeight: 11.69 });
  fs.writeFileSync(path.join(folder, `${name}.pdf`), Buffer.from(data, "base64"));
  return found;
}

async function main(args) {
  const only = args[0] === "--picture" ? args.splice(0, 2)[1] : null;
  const [chromium, folder, ...files] = args;
  const browser = start(chromium, path.resolve(folder));
  const found = [];
  try {
    if (only) {
      const tab = await open(browser, files[0]);
      await show(tab, { width: 980, height: 1180, scale: 1.1, theme: "light" });
      await picture(tab, only, { y: 0, width: 980, height: 1180 });
    } else {
      for (const file of files) found.push(...(await problems(browser, path.resolve(file), folder)));
    }
  } finally {
    await browser.stop();
  }
  found.forEach((problem) => console.log(`page: ${problem}`));
  return found.length ? 1 : 0;
}

setTimeout(() => {
  console.log(`page: the browser did not end in ${MOST_SECONDS} seconds`);
  process.exit(1);
}, MOST_SECONDS * 1000).unref();
main(process.argv.slice(2)).then((status) => process.exit(status), (error) => {
  console.log(`page: ${error.message}`);
  process.exit(1);
});
