// A small client of the service's HTTP API. It throws Problem if the service refuses, and Offline if no response arrives.

const TIMEOUT = 15_000;
const SLUG = /^urn:support-pin:problem:/;

/** A refusal: problem+json (RFC 9457), or one of API Gateway's own short responses. */
export class Problem extends Error {
  constructor(status, body, headers) {
    super(body.title ?? body.message ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    /** The last part of the type, such as `too-many-requests`; empty if API Gateway refused. */
    this.slug = String(body.type ?? "").replace(SLUG, "");
    this.detail = body.detail ?? "";
    /** By JSON pointer, such as `/parameters/changes/0/content`: words `{ el, en }`, or where the service has none, a message in English. */
    this.errors = new Map();
    for (const { pointer, message, text } of body.errors ?? []) {
      this.errors.set(pointer, [...(this.errors.get(pointer) ?? []), text ?? message]);
    }
    /** Seconds from now; null if waiting does not help. */
    this.retryAfter = headers.has("Retry-After") ? Number(headers.get("Retry-After")) : null;
    /** What the operators need to find the request in their logs; empty if a proxy refused. */
    this.requestId = body.requestId ?? headers.get("apigw-requestid") ?? "";
    /** All members, including extra ones such as attemptsLeft, rule and retryAt. */
    this.body = body;
  }
}

/** No response: network down, service down, or timeout. The request may have taken effect all the same. */
export class Offline extends Error {
  constructor(cause) {
    super("No answer", { cause });
    this.name = "Offline";
  }
}

/**
 * A client of one API.
 *
 * @param {string} base the API's origin without a trailing slash; "" for the page's own
 * @param {(why: {refused: boolean}) => string | Promise<string>} token returns the access token; called before each
 *   request, and once more with `refused: true` after a 401
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
      const text = await response.text();
      return { response, text };
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
    const body = parse(text);
    if (!response.ok && response.status !== 304) {
      throw new Problem(response.status, body ?? {}, response.headers);
    }
    return { status: response.status, headers: response.headers, body };
  };
}

function parse(text) {
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A proxy between here and the service responded, which is as good as no response.
    throw new Offline(cause);
  }
}
