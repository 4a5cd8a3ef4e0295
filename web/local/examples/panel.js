// The local stack gives anyone a token. Your panel returns the token of the customer who is signed in.
import { tokens } from "/stack.js";

const wanted = new URLSearchParams(location.search);
const claims = JSON.parse(wanted.get("claims") ?? "{}");
const bar = document.querySelector("support-pin-bar");

bar.token = tokens("customer", wanted.get("customer") ?? "1001", claims);
