/** The service's messages about fields, which are English, in Greek where they are known. Pure. */

const GREEK = [
  [/^This member is required/, "Συμπληρώστε το."],
  [/^There is no such member/, "Δεν ταιριάζει εδώ: αφαιρέστε το."],
  [/^Remove control/, "Αφαιρέστε τους αόρατους χαρακτήρες."],
  [/^Give (\d+) to (\d+) characters/, "Δώστε από $1 έως $2 χαρακτήρες."],
  [/^Give a whole number from (\S+) to (\S+?)\.$/, "Δώστε ακέραιο αριθμό από $1 έως $2."],
  [/^Give whole megabytes from (\S+) to (\S+?)\.$/, "Δώστε ολόκληρα megabytes, από $1 έως $2."],
  [/^Give (\d+) to (\d+) (items|values|addresses|nameservers)/, "Δώστε από $1 έως $2."],
  [/^Give the customer id/, "Δώστε τον κωδικό πελάτη όπως φαίνεται στον πίνακα."],
  [/^Give the six digits/, "Το PIN έχει έξι ψηφία."],
  [/^Give an IPv4 address/, "Δώστε διεύθυνση IPv4: τέσσερις αριθμοί από 0 έως 255."],
  [/^Give an IPv6 address/, "Δώστε διεύθυνση IPv6."],
  [/^Give a public address/, "Δώστε δημόσια διεύθυνση: αυτή είναι ιδιωτική, τοπική ή δεσμευμένη."],
  [/^Give each address once/, "Δώστε κάθε διεύθυνση μία φορά."],
  [/^Name each nameserver once/, "Δώστε κάθε nameserver μία φορά."],
  [/^Give the nameserver's whole name/, "Δώστε ολόκληρο το όνομα του nameserver."],
  [/^Change each name and type once/, "Αλλάξτε κάθε όνομα και τύπο μία φορά: υπάρχει ήδη πιο πάνω."],
  [/^Give one value: a name is the alias/, "Δώστε μία τιμή: ένα CNAME δείχνει σε ένα όνομα."],
  [/^Give the preference, 0 to 65535/, "Δώστε προτεραιότητα, κενό και το όνομα του διακομιστή, όπως 10 mail.papadopoulou.gr."],
  [/^Give priority, weight and port/, "Δώστε priority, weight και port, από 0 έως 65535, και το όνομα του διακομιστή."],
  [/^Give the target as a name/, "Δώστε όνομα: εδώ δεν επιτρέπεται διεύθυνση."],
  [/^Give the target in full/, "Δώστε ολόκληρο το όνομα, όπως mail.papadopoulou.gr."],
  [/^Give a service's name/, "Δώστε όνομα υπηρεσίας: _service._protocol πριν από το υπόλοιπο."],
  [/^Give a name inside the zone/, "Δώστε όνομα μέσα στη ζώνη: ολόκληρο ή μόνο το πρώτο του μέρος."],
  [/quotation mark/, "Ελέγξτε τα εισαγωγικά της τιμής."],
  [/^Give a text of 1 to (\d+) octets/, "Δώστε κείμενο από 1 έως $1 bytes."],
  [/^Give flags, tag and value/, 'Δώστε flags, tag και τιμή, όπως 0 issue "letsencrypt.org".'],
  [/^Give one of the tags/, "Δώστε ένα από τα issue, issuewild και iodef."],
  [/^Give a number that exists/, "Δεν υπάρχει τέτοιος αριθμός τηλεφώνου."],
  [/premium rate/, "Δώστε άλλον αριθμό: αυτός είναι αυξημένης χρέωσης."],
  [/^Give a time zone/, "Δώστε ζώνη ώρας της βάσης tz, όπως Europe/Athens."],
  [/^Give a version of PHP/, "Δώστε έκδοση της PHP με δύο αριθμούς, όπως 8.3."],
  [/^Give at most what post_max_size is/, "Δώστε το πολύ όσο είναι το μέγιστο μέγεθος αιτήματος."],
  [/^Give a shorter name/, "Δώστε μικρότερο όνομα: έως 253 χαρακτήρες."],
];

/** @returns `{ text, lang }`, where `lang` is there if the text is not in the language asked for */
export function serviceText(message, lang) {
  if (lang === "en") {
    return { text: message };
  }
  const known = GREEK.find(([pattern]) => pattern.test(message));
  return known === undefined
    ? { text: message, lang: "en" }
    : { text: message.replace(new RegExp(`^.*?${known[0].source.replace(/^\^/, "")}.*$`), known[1]) };
}
