// Renders infrastructure/openapi.yaml as the local stack's page /reference/, unless that was done with the same files before.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const sources = ["../openapi.yaml", "package-lock.json", "build.mjs", "page.mjs"].map((name) => join(here, name));
const packages = join(here, "target/npm");
const page = join(here, "target/site/reference/index.html");
const stamp = join(here, "target/rendered");

const hash = createHash("sha256");
sources.forEach((source) => hash.update(readFileSync(source)));
const now = hash.digest("hex");

if (!existsSync(page) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== now) {
  rmSync(stamp, { force: true });
  fetchPackages();
  const { render } = await import("./page.mjs");
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, await render(readFileSync(sources[0], "utf8"), packages));
  writeFileSync(stamp, now);
}

/** The lock file has each package's SHA-512 and names no registry; scripts of packages do not run. */
function fetchPackages() {
  const lock = readFileSync(sources[1]);
  const installed = join(packages, "package-lock.json");
  if (existsSync(join(packages, "node_modules/.package-lock.json")) && lock.equals(readFileSync(installed))) {
    return;
  }
  mkdirSync(packages, { recursive: true });
  ["package.json", "package-lock.json"].forEach((name) => copyFileSync(join(here, name), join(packages, name)));
  const npm = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--loglevel=error"],
    { cwd: packages, encoding: "utf8", shell: process.platform === "win32" });
  if (npm.status !== 0) {
    rmSync(join(packages, "node_modules"), { recursive: true, force: true });
    console.error(`npm could not fetch what renders the reference: ${npm.error?.message ?? npm.stderr.slice(0, 400)}`);
    process.exit(1);
  }
}
