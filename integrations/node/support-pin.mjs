// The route of the bar's token-url, for a panel that has nothing but a session (docs/panel-integration.md). Node 20 or newer, no packages.
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * A handler of `(request, response)`, for node:http and Express.
 *
 * @param {{endpoint: string, client: string, key: string, kid: string}} client `key`: the file of a P-256 private key
 * @param {(request) => {session: object, customer: string | number, claims?: object} | null} signedIn who has signed in, or a promise of it;
 *   nobody if `customer` is missing, 0 or "". From the session and never from the browser; `claims` is what the panel knows for certain,
 *   such as `auth_time`: when the password was given
 */
export function supportPin(client, signedIn) {
  return async (request, response) => {
    const { token, status = token ? 200 : 503 } = (await answer(client, request, signedIn).catch(log)) ?? {};
    if (!response.headersSent) {
      response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(JSON.stringify({ token }));
    }
  };
}

async function answer(client, request, signedIn) {
  // Browsers name the origin of the page that sends a POST, and no script can forge it.
  const host = (request.headers.origin ?? "").replace(/^https?:\/\//, "");
  const isOwn = request.method === "POST" && host !== "" && host === request.headers.host;
  const who = isOwn ? await signedIn(request) : null;
  return who?.customer ? { token: await keptToken(client, who, request.headers["token-refused"] === "true") } : { status: isOwn ? 401 : 403 };
}

function log(error) {
  const because = error?.cause?.message || error?.cause?.code;
  console.error(`Support PIN: ${error?.message ?? error}${because ? `: ${because}` : ""}`);
}

/** A token, which lives for five minutes, is kept in the session for four (ten seconds if the service has refused it); a failure, for half a minute. */
async function keptToken(client, { session, customer, claims = {} }, isRefused) {
  const made = { owner: JSON.stringify([client, customer, claims]), until: Date.now() + 30_000 };
  const kept = session.supportPin;
  if (kept?.owner === made.owner && kept.until - (isRefused && kept.token ? 230_000 : 0) > Date.now()) {
    return kept.token;
  }
  await token(client, customer, claims).then((token) => Object.assign(made, { token, until: Date.now() + 240_000 }), log);
  session.supportPin = made.token || session.supportPin === kept ? made : session.supportPin;
  return made.token;
}

/** Signs a JWT (RFC 7523, ES256) and exchanges it (docs/identity.md). It throws the reason, and no secret. */
export async function token({ endpoint, client, key, kid }, subject, claims = {}, scope = "") {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + 60;
  const signed = `${encode({ alg: "ES256", kid })}.${encode({ ...claims, iss: client, sub: String(subject), aud: endpoint, exp, jti: randomUUID() })}`;
  const signature = sign("sha256", Buffer.from(signed), { key: createPrivateKey(readFileSync(key)), dsaEncoding: "ieee-p1363" });
  const assertion = `${signed}.${signature.toString("base64url")}`;
  const form = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion, ...(scope && { scope }) };
  const asked = await fetch(endpoint, { method: "POST", body: new URLSearchParams(form), redirect: "error", signal: AbortSignal.timeout(8_000) });
  const said = Number(asked.headers.get("content-length")) > 99_999 ? null : await asked.json().catch(() => null);
  const text = (name) => typeof said?.[name] === "string" && /^[ -~]+$/.test(said[name]) && said[name];
  return (asked.status === 200 && text("access_token")) || Promise.reject(new Error(text("error_description") || `HTTP ${asked.status}`));
}
