// A panel with nothing but a session. ?customer=… signs in, as a password would; the marks are the recipes of docs/panel-integration.md.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { supportPin } from "./support-pin.mjs";

const sessions = new Map();
const page = `<!doctype html><html lang="el"><head><meta charset="utf-8"><title>Panel</title><link rel="icon" href="data:,"></head><body><h1>Panel</h1>
%layout%
</body></html>`;
%route%

createServer((request, response) => {
  const url = new URL(request.url, "http://panel");
  const known = /session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const id = sessions.has(known) ? known : randomUUID();
  request.session = sessions.get(id) ?? {};
  sessions.set(id, request.session);
  response.setHeader("Set-Cookie", `session=${id}; HttpOnly; SameSite=Lax; Path=/`);
  if (url.pathname === "/session/support-pin-token") {
    return tokenRoute(request, response);
  }
  if (url.searchParams.has("customer")) {
    const customer = url.searchParams.get("customer");
    request.session.customerId = /^\d+$/.test(customer) ? Number(customer) : customer;
    request.session.signedInAt = Math.floor(Date.now() / 1000);
    request.session.confirmedMobile = url.searchParams.get("mobile");
  }
  // ?minutes=… go by, for what the session keeps; ?spoil: what it keeps was signed by a key that is no longer known.
  if (url.searchParams.has("minutes")) {
    request.session.supportPin.until -= 60_000 * Number(url.searchParams.get("minutes"));
  }
  if (url.searchParams.has("spoil")) {
    request.session.supportPin.token = request.session.supportPin.token.replace(/.{8}$/, "AAAAAAAA");
  }
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
}).listen(Number(process.argv[2]), "127.0.0.1");
