// A client of the HTTP API: it throws Problem if the service refuses, and Offline without an answer.
import { claimsOf } from "./texts.js";

const TIMEOUT = 15_000;
/** A token is renewed so long before its end. */
const EARLY = 30_000;
const SLUG = /^urn:support-pin:problem:/;

/** A refusal: problem+json (RFC 9457), or API Gateway's own. */
export class Problem extends Error {
  constructor(status, body, headers) {
    super(body.title ?? body.message ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    /** Such as `too-many-requests`; empty if API Gateway refused. */
    this.slug = String(body.type ?? "").replace(SLUG, "");
    this.detail = body.detail ?? "";
    /** By JSON pointer: words `{ el, en }`, or English. */
    this.errors = new Map();
    for (const { pointer, message, text } of body.errors ?? []) {
      this.errors.set(pointer, [...(this.errors.get(pointer) ?? []), text ?? message]);
    }
    /** Seconds, or null. */
    this.retryAfter = headers.has("Retry-After") ? Number(headers.get("Retry-After")) : null;
    /** For the operators' logs. */
    this.requestId = body.requestId ?? headers.get("apigw-requestid") ?? "";
    this.body = body;
  }
}

/** No answer; the request may have taken effect all the same. */
export class Offline extends Error {
  constructor(cause) {
    super("No answer", { cause });
    this.name = "Offline";
  }
}

/**
 * @param {string} base an origin, or "" for the page's own
 * @param token `({refused}) => token`, or a promise of it; asked before each request, once more with `refused` after a 401
 */
export function client(base, token) {
  async function send(method, path, { body, headers = {} }, refused) {
    const bearer = await token({ refused });
    const init = {
      method,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { Authorization: `Bearer ${bearer}`, ...headers },
      signal: AbortSignal.timeout(TIMEOUT),
    };
    if (body !== undefined) {
      init.headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    try {
      const response = await fetch(base + path, init);
      return { response, text: await response.text() };
    } catch (cause) {
      throw new Offline(cause);
    }
  }

  /** @returns {Promise<{status: number, headers: Headers, body: any}>} body is null if there is none */
  return async function call(method, path, options = {}) {
    let { response, text } = await send(method, path, options, false);
    if (response.status === 401) {
      ({ response, text } = await send(method, path, options, true));
    }
    const body = options.isText && response.ok ? text : parse(text);
    if (!response.ok && response.status !== 304) {
      throw new Problem(response.status, body ?? {}, response.headers);
    }
    return { status: response.status, headers: response.headers, body };
  };
}

/** One token until it expires or is refused. @param ask `({refused}) => token`; its `zero`, the server's 1970, is for tokens that are not new */
export function keeper(ask) {
  let kept;
  let zero;
  let until;
  return async (why) => {
    if (why.refused || !(performance.now() < until)) {
      kept = await ask(why);
      const { iat, exp } = claimsOf(kept);
      zero = why.zero || performance.now() - iat * 1000;
      until = zero + exp * 1000 - EARLY;
    }
    why.zero = zero;
    return kept;
  };
}

/** From the page's own route, with its cookies. */
export async function fetchToken(url, why) {
  let answer;
  try {
    answer = await fetch(url, { method: "POST", cache: "no-store", headers: { Accept: "application/json", "Token-Refused": why.refused } });
    if (answer.ok) {
      why.zero = performance.now() - Date.parse(answer.headers.get("Date"));
      return (await answer.json()).token;
    }
  } catch (cause) {
    throw new Offline(cause);
  }
  throw new Problem(answer.status, {}, answer.headers);
}

function parse(text) {
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A proxy has answered.
    throw new Offline(cause);
  }
}
