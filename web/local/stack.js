// What the local stack's pages share: the routes that it alone has, and their language.

async function local(method, path, body) {
  const init = { method, cache: "no-store" };
  if (body !== undefined) {
    init.headers = { "Content-Type": "application/json" };
    init.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/local${path}`, init);
  } catch (cause) {
    throw new Unreachable(`${method} /local${path}`, { cause });
  }
  if (!response.ok) {
    throw new Error(`${method} /local${path}: ${response.status}`);
  }
  return response.json();
}

/** The stack was stopped. */
export class Unreachable extends Error {}

/** A function that returns tokens for a subject: the same one until the service refuses it. */
export function tokens(role, subject, claims = {}) {
  let token;
  return async ({ refused } = { refused: false }) => {
    if (token === undefined || refused) {
      token = local("POST", "/tokens", { role, subject, claims }).then((answer) => answer.token);
    }
    return token;
  };
}

export const messages = async () => (await local("GET", "/sms")).messages;
export const backOffice = () => local("GET", "/back-office");
/** The tags of the languages that the service has. */
export const languages = async () => (await local("GET", "/languages")).languages;
export const now = async () => (await local("GET", "/clock")).now;
export const advance = async (duration) => (await local("POST", "/clock", { advance: duration })).now;

/** The language in which a page speaks, once it can. The words of a further language are asked for only where one is wanted. */
export async function spoken(tag, page) {
  if ([null, "el", "en"].includes(tag)) {
    return tag ?? "el";
  }
  const further = await import("/shared/further.js");
  return further.spoken(tag, page);
}
