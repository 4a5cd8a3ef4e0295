/** Finds actions and the customer's things by words in either language, ignoring accents, case and the keyboard's layout. Pure. */

/** What people call it. */
const SYNONYMS = {
  "order-service": "χρεωση τιμη price αγορα buy new νεα vps hosting προσφορα",
  "renew-service": "χρεωση charge τιμη price ανανεωση παραταση ληξη extend expiry renewal",
  "upgrade-service": "χρεωση charge τιμη price αναβαθμιση μεγαλυτερο bigger plan πακετο",
  "change-dns-records": "mx a aaaa cname txt spf dkim dmarc srv caa ip subdomain εγγραφη εγγραφες ζωνη zone υποτομεας αλληλογραφια mail",
  "change-nameservers": "ns dns διακομιστες glue ip",
  "recall-gr-domain": "ακυρωση cancel λαθος withdraw ανακληση",
  "send-order-details": "χρεωση οφειλη charge debt rf τιμολογιο πληρωμη τραπεζα iban invoice bank payment",
  "change-domain-administrator": "επαφη admin contact υπευθυνος διαχειριστης",
  "change-hosting-settings": "php memory limit μνημη upload plesk χρονος timeout εκδοση version dns",
  "apply-micro-fix": "ssl πιστοποιητικο certificate cache ban ip fail2ban δικαιωματα permissions mailbox quota γραμματοκιβωτιο restart επανεκκινηση letsencrypt",
};

/** The Greek and the Latin letters of the same keys. */
const GREEK = ";ςερτυθιοπασδφγηξκλζχψωβνμ";
const LATIN = "qwertyuiopasdfghjklzxcvbnm";

/** A text for comparison: no accents, lower case, one form of sigma. */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ς", "σ");
}

/** What the same keys give in the other layout: `δνσ` is `dns`. */
export function otherLayout(text) {
  const letters = [...plain(text)];
  const swapped = (from, to) => letters.map((each) => (from.includes(each) ? to[from.indexOf(each)] : each)).join("");
  return /[α-ω]/.test(plain(text)) ? swapped(GREEK.replace("ς", "\u0000"), LATIN).replaceAll("σ", "s") : plain(swapped(LATIN, GREEK));
}

/** The actions in which every query word starts a word of title, name, synonyms or description; title matches come first. */
export function search(actions, query) {
  const found = inLayout(actions, query);
  return found.length > 0 ? found : inLayout(actions, otherLayout(query));
}

function inLayout(actions, query) {
  const words = plain(query).split(/\s+/).filter((word) => word !== "");
  return actions
    .map((action) => ({ action, rank: rank(action, words) }))
    .filter((each) => each.rank !== undefined)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.action);
}

function rank(action, words) {
  const title = tokens([...Object.values(action.title), action.name].join(" "));
  const known = [...title, ...tokens(SYNONYMS[action.name] ?? "")];
  const all = [...known, ...tokens(Object.values(action.description).join(" "))];
  const begins = (among) => words.every((word) => among.some((token) => token.startsWith(word)));
  return [title, known, all].findIndex(begins) >= 0 ? [title, known, all].findIndex(begins) : undefined;
}

/**
 * Whether a thing is meant, in either layout: every word is in its text, or begins one of the words for what can be done about it.
 *
 * @param actions the names of those actions
 */
export function means(text, query, actions = []) {
  const whole = plain(text);
  const known = actions.flatMap((name) => tokens(SYNONYMS[name] ?? ""));
  const isMeant = (word) => whole.includes(word) || known.some((each) => each.startsWith(word));
  return [plain(query), otherLayout(query)].some((each) => each.split(/\s+/).every(isMeant));
}

function tokens(text) {
  return plain(text).split(/[^\p{L}\p{N}.]+/u).flatMap((token) => [token, token.replace(/^\.|\.$/g, "")]);
}
