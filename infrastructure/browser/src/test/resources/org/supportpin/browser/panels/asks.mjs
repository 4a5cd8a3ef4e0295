// The token route alone, at every path, in one session that is customer 1001's.
import { createServer } from "node:http";
import { supportPin } from "./support-pin.mjs";

const { TOKEN_ENDPOINT: endpoint, TOKEN_KEY: key } = process.env;
const session = {};
const route = supportPin({ endpoint, client: "panel", kid: "panel-1", key }, () => ({ session, customer: 1001 }));

createServer(route).listen(Number(process.argv[2]), "127.0.0.1");
