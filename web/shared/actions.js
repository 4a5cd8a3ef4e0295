// The ten actions by name, as the service's catalogue has them (a test compares them), and what they are about.

import { said } from "./texts.js";

export const ACTIONS = {
  "order-service": { el: "Νέα παραγγελία υπηρεσίας", en: "Order a service", risk: "standard", icon: "card" },
  "renew-service": { el: "Ανανέωση υπηρεσίας", en: "Renew a service", risk: "standard", icon: "card" },
  "upgrade-service": { el: "Αναβάθμιση υπηρεσίας", en: "Upgrade a service", risk: "standard", icon: "card" },
  "send-order-details": { el: "Αποστολή στοιχείων παραγγελίας", en: "Send order details", risk: "standard", icon: "mail" },
  "change-dns-records": { el: "Αλλαγή εγγραφών DNS", en: "Change DNS records", risk: "standard", icon: "globe" },
  "change-nameservers": { el: "Αλλαγή nameservers", en: "Change nameservers", risk: "high", icon: "globe" },
  "change-domain-administrator": {
    el: "Αλλαγή διαχειριστή ονόματος χώρου (domain)",
    en: "Change a domain's administrator",
    risk: "high",
    icon: "globe",
  },
  "recall-gr-domain": { el: "Ανάκληση ονόματος .gr", en: "Recall a .gr domain", risk: "high", icon: "globe" },
  "change-hosting-settings": { el: "Αλλαγή ρυθμίσεων φιλοξενίας", en: "Change hosting settings", risk: "standard", icon: "server" },
  "apply-micro-fix": { el: "Μικρή διόρθωση", en: "Apply a small fix", risk: "standard", icon: "tools" },
};

/** Of these, what succeeded was ordered: it is not paid, and nothing has changed yet. */
export const ORDERS = new Set(["order-service", "renew-service", "upgrade-service"]);

/** An action's name in words; the name itself if it is a new one. */
export function actionTitle(name, lang) {
  return said(ACTIONS[name], lang) ?? name;
}
