// A panel with one session, customer 1001's, and two pages: /other counts its visits, every other path is the token route.
import { createServer } from "node:http";
import { supportPin } from "./support-pin.mjs";

const { TOKEN_ENDPOINT: endpoint, TOKEN_KEY: key } = process.env;
const session = { customer: 1001, visits: 0 };
const route = supportPin({ endpoint, client: "panel", kid: "panel-1", key }, () => ({ session, customer: session.customer }));

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://panel");
  if (pathname !== "/other") {
    return route(request, response);
  }
  session.customer = Number(searchParams.get("customer") ?? session.customer);
  // ?seconds=… go by, for what the session keeps.
  if (searchParams.has("seconds")) {
    session.supportPin.until -= 1000 * Number(searchParams.get("seconds"));
  }
  session.visits++;
  response.end(String(session.visits));
}).listen(Number(process.argv[2]), "127.0.0.1");
