// Routes of a panel whose session answers in every way there is; `/late` has sent an answer of its own before.
import { createServer } from "node:http";
import { supportPin } from "./support-pin.mjs";

const client = { endpoint: "http://127.0.0.1:9/v1/token", client: "panel", kid: "panel-1", key: "nowhere.pem" };
const session = {};
const routes = {
  "/null": () => null,
  "/undefined": () => undefined,
  "/promise-of-null": async () => null,
  "/no-customer": () => ({ session }),
  "/customer-null": () => ({ session, customer: null }),
  "/customer-0": async () => ({ session, customer: 0 }),
  "/customer-empty": () => ({ session, customer: "" }),
  "/throws": (request) => request.nothing.customer,
  "/rejects": () => Promise.reject(new Error("The store does not answer.")),
  "/rejects-with-nothing": () => Promise.reject(),
  "/no-session": () => ({ customer: "1001" }),
  "/no-key": async () => ({ session, customer: "1001" }),
};
routes["/late"] = routes["/no-key"];

createServer((request, response) => {
  if (request.url === "/late") {
    response.writeHead(504).end("{}");
  }
  supportPin(client, routes[request.url])(request, response);
}).listen(Number(process.argv[2]), "127.0.0.1");
