// The page: others' packages make Markdown of the description and HTML of that; here each operation and each schema becomes a part
// that can be opened, and the tags a list of links to them. A browser opens the part that a link leads into, without a script.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const OPERATIONS = /^<h2>Operations/;
const SCHEMAS = /^<h2>(Schemas|Models)/;
const TAGS = /^<h2>Tags/;

/** The page as HTML, without a script or a style of its own. */
export async function render(yaml, packages) {
  const load = (name) => import(pathToFileURL(createRequire(join(packages, "package.json")).resolve(name)));
  const { createMarkdownFromOpenApi } = await load("@scalar/openapi-to-markdown");
  const { default: MarkdownIt } = await load("markdown-it");
  const html = new MarkdownIt({ html: false }).render(await createMarkdownFromOpenApi(yaml));
  const sections = html
    // It is what the renderer made of the description for itself, not what the description is.
    .replace(/<li><strong>OpenAPI Version:.*?<\/li>\s*/, "")
    .split(/(?=<h2>)/);
  const operations = partsOf(sections, OPERATIONS).map(operation);
  const schemas = partsOf(sections, SCHEMAS).map(schema);
  if (operations.length === 0 || schemas.length === 0 || !sections.some((each) => TAGS.test(each))) {
    throw new Error("The renderer's Markdown has other headings than those that page.mjs looks for.");
  }
  const names = new Set(schemas.map(({ title }) => title));
  return page(sections.map((each) => section(each, operations, schemas)).join("\n"), names);
}

/** The parts of a section, each from its heading to the next. */
function partsOf(sections, heading) {
  return sections.filter((each) => heading.test(each)).flatMap((each) => each.split(/(?=<h3>)/).slice(1));
}

function section(html, operations, schemas) {
  const heading = html.split(/(?=<h3>)/)[0];
  if (OPERATIONS.test(html)) {
    return heading + operations.map(details).join("\n");
  }
  if (SCHEMAS.test(html)) {
    return heading + schemas.map(details).join("\n");
  }
  return TAGS.test(html) ? contents(html, operations) : html;
}

/** Each tag with what it is for, and its operations. */
function contents(html, operations) {
  const tags = html.split(/(?=<h3>)/).slice(1).map((each) => {
    const name = title(each);
    const links = operations
      .filter(({ tag }) => tag === name)
      .map(({ id, call, title }) => `<li><a href="#${id}">${title}</a> <code>${call}</code></li>`);
    return `${each}<ul>${links.join("")}</ul>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>${tags.join("\n")}</nav>`;
}

const title = (html) => html.match(/^<h3>(.*?)<\/h3>/s)[1].replace(/<.*?>/g, "");
const fact = (html, name) => html.match(new RegExp(`<strong>${name}:</strong>\\s*(?:<code>)?(.*?)</`, "s"))?.[1].trim() ?? "";
const rest = (html) => html.replace(/^<h3>.*?<\/h3>/s, "");

function operation(html) {
  const content = rest(html)
    // The heading and the contents have them; the servers are told once, at the top.
    .replace(/^\s*<ul>.*?<\/ul>/s, "")
    .replace(/<h4>Effective servers<\/h4>.*?(?=<h4>|$)/s, "")
    // The schemes as JSON, whose words stand beside.
    .replace(/<h4>Authentication<\/h4>.*?(?=<h4>|$)/s, (text) => text.replace(/<pre>.*?<\/pre>/gs, "<br>"));
  return {
    id: fact(html, "Operation ID"),
    tag: fact(html, "Tags"),
    call: `${fact(html, "Method")} ${fact(html, "Path")}`,
    title: title(html),
    content,
  };
}

function schema(html) {
  return { id: `schema-${title(html)}`, call: "", title: title(html), content: rest(html) };
}

function details({ id, call, title, content }) {
  const path = call === "" ? "" : `<code>${call}</code>`;
  return `<details><summary><h3>${title}</h3>${path}</summary><div id="${id}">${content}</div></details>`;
}

const page = (content, schemas) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Support PIN – API reference</title>
    <link rel="icon" href="/shared/icon.svg">
    <link rel="stylesheet" href="/shared/tokens.css">
    <link rel="stylesheet" href="/shared/base.css">
    <link rel="stylesheet" href="reference.css">
  </head>
  <body>
    <main>
${content
  .replaceAll("<pre>", '<pre tabindex="0">')
  .replace(/([Ss]chema:?\s)<code>(\w+)<\/code>( is shown above\.)?/g, (all, before, name) =>
    schemas.has(name) ? `${before}<a href="#schema-${name}"><code>${name}</code></a>` : all)}
    </main>
  </body>
</html>
`;
