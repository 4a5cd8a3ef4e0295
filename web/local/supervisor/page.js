// The supervisor's page on the local stack, where nobody needs a password.
import { languageSwitch } from "/languages.js";
import { spoken, tokens } from "/stack.js";
import { said } from "/shared/texts.js";
import "/supervisor/supervisor.js";

const asked = new URLSearchParams(location.search);
const agent = asked.get("agent") ?? "supervisor-1";
const desk = document.createElement("support-supervisor");
const press = languageSwitch(speak);

async function speak(tag) {
  const lang = await spoken(tag, "supervisor");
  document.documentElement.lang = lang;
  document.title = said({ el: "Support PIN – Υπεύθυνος βάρδιας", en: "Support PIN – Supervisor" }, lang);
  desk.lang = lang;
  press(lang);
}

document.querySelector("[data-agent]").textContent = agent;
desk.token = tokens("supervisor", agent);
desk.auditToken = tokens("auditor", agent);
speak(asked.get("lang"));
document.querySelector(".desk-main").append(desk);
