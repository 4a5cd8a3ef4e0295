/** The service's messages about fields are English; this has the known ones in Greek. Pure. */

const GREEK = [
  [/^This member is required/, "Υποχρεωτικό πεδίο."],
  [/^This member is unknown/, "Αυτό το πεδίο δεν επιτρέπεται εδώ: αφαιρέστε το."],
  [/^Remove control/, "Αφαιρέστε τους αόρατους χαρακτήρες."],
  [/^Enter (\d+) to (\d+) characters/, "Δώστε από $1 έως $2 χαρακτήρες."],
  [/^Enter a whole number from (\S+) to (\S+?)\.$/, "Δώστε ακέραιο αριθμό από $1 έως $2."],
  [/^Enter whole megabytes from (\S+) to (\S+?)\.$/, "Δώστε ακέραιο αριθμό MB από $1 έως $2."],
  [/^Enter (\d+) to (\d+) (items|values|addresses|nameservers|changes)/, "Δώστε από $1 έως $2."],
  [/^Enter the customer ID/, "Δώστε τον κωδικό πελάτη όπως φαίνεται στον πίνακα ελέγχου."],
  [/^Enter six digits/, "Το PIN έχει έξι ψηφία."],
  [/^Enter an IPv4 address/, "Δώστε διεύθυνση IPv4: τέσσερις αριθμοί από 0 έως 255."],
  [/^Enter an IPv6 address/, "Δώστε διεύθυνση IPv6."],
  [/^Enter a public address/, "Δώστε δημόσια διεύθυνση: αυτή είναι ιδιωτική, τοπική ή δεσμευμένη."],
  [/^Enter each address only once/, "Δώστε κάθε διεύθυνση μία φορά."],
  [/^Enter each nameserver only once/, "Δώστε κάθε nameserver μία φορά."],
  [/^Enter the nameserver's full name/, "Δώστε ολόκληρο το όνομα του nameserver."],
  [/^Change each name and type only once/, "Κάθε όνομα και τύπος αλλάζει μία φορά: υπάρχει ήδη πιο πάνω."],
  [/^Enter one value: a name can be an alias/, "Δώστε μία τιμή: ένα CNAME δείχνει σε ένα όνομα."],
  [/^Enter the preference \(0 to 65535\)/, "Δώστε προτεραιότητα, κενό και το όνομα του διακομιστή, για παράδειγμα 10 mail.papadopoulou.gr."],
  [/^Enter priority, weight and port/, "Δώστε priority, weight και port, από 0 έως 65535, και το όνομα του διακομιστή."],
  [/^Enter the target as a name/, "Δώστε όνομα: εδώ δεν επιτρέπεται διεύθυνση."],
  [/^Enter the target in full/, "Δώστε ολόκληρο το όνομα, για παράδειγμα mail.papadopoulou.gr."],
  [/^Enter a service name/, "Δώστε όνομα υπηρεσίας που αρχίζει με _service._protocol."],
  [/^Enter a name inside the zone/, "Δώστε όνομα μέσα στη ζώνη: ολόκληρο ή μόνο το πρώτο μέρος."],
  [/quotation mark/, "Ελέγξτε τα εισαγωγικά της τιμής."],
  [/^Enter text of 1 to (\d+) octets/, "Δώστε κείμενο από 1 έως $1 bytes."],
  [/^Enter flags, tag and value/, 'Δώστε flags, tag και τιμή, για παράδειγμα 0 issue "letsencrypt.org".'],
  [/^Enter one of the tags/, "Δώστε ένα από τα issue, issuewild και iodef."],
  [/^Enter a number that exists/, "Δεν υπάρχει τέτοιος αριθμός τηλεφώνου."],
  [/premium-rate/, "Δώστε άλλον αριθμό: αυτός έχει αυξημένη χρέωση."],
  [/^Enter a time zone/, "Δώστε ζώνη ώρας της βάσης tz, για παράδειγμα Europe/Athens."],
  [/^Enter a PHP version/, "Δώστε έκδοση PHP με δύο αριθμούς, για παράδειγμα 8.3."],
  [/^Enter at most the value of post_max_size/, "Δεν μπορεί να ξεπερνά το μέγιστο μέγεθος αιτήματος."],
  [/^Enter a shorter name/, "Δώστε μικρότερο όνομα: έως 253 χαρακτήρες."],
];

/** @returns `{ text, lang }`, where `lang` is set if the text is not in the requested language */
export function serviceText(message, lang) {
  if (lang === "en") {
    return { text: message };
  }
  const known = GREEK.find(([pattern]) => pattern.test(message));
  return known === undefined
    ? { text: message, lang: "en" }
    : { text: message.replace(new RegExp(`^.*?${known[0].source.replace(/^\^/, "")}.*$`, known[0].flags), known[1]) };
}
