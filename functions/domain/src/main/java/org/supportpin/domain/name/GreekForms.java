package org.supportpin.domain.name;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The other forms of a Greek name under .gr: without the accent or with it on another vowel, and with {@code ς} or {@code σ} at the end.
 * The registry gives them all to the holder of the one that is registered, so people type any of them.
 */
public final class GreekForms {

    private static final Pattern GREEK = Pattern.compile("[\\p{IsGreek}0-9-]*\\p{IsGreek}[\\p{IsGreek}0-9-]*");
    private static final String VOWELS = "αεηιουω";
    private static final String ACCENT = "\u0301";

    private GreekForms() {}

    /** The forms that could be registered in place of this name, without the name itself; at most two for each letter. */
    public static List<DomainName> of(DomainName name) {
        var labels =
                name.labels().size() == 2 && name.tld().equals("gr") ? Idna.labels(name.unicode()) : List.<String>of();
        if (labels.isEmpty() || !GREEK.matcher(labels.getFirst()).matches()) {
            return List.of();
        }
        var plain = Normalizer.normalize(
                Normalizer.normalize(labels.getFirst(), Normalizer.Form.NFD).replace(ACCENT, ""), Normalizer.Form.NFC);
        var forms = new LinkedHashSet<String>();
        for (var spelling : sigmas(plain)) {
            forms.add(spelling);
            for (int i = 0; i < spelling.length(); i++) {
                if (VOWELS.indexOf(Normalizer.normalize(spelling.substring(i, i + 1), Normalizer.Form.NFD)
                                .charAt(0))
                        >= 0) {
                    forms.add(Normalizer.normalize(
                            spelling.substring(0, i + 1) + ACCENT + spelling.substring(i + 1), Normalizer.Form.NFC));
                }
            }
        }
        return forms.stream()
                .map(form -> DomainName.parse(form + ".gr"))
                .<DomainName>mapMulti((parsed, next) -> {
                    if (parsed instanceof Checked.Valid<DomainName>(var form) && !form.equals(name)) {
                        next.accept(form);
                    }
                })
                .toList();
    }

    private static Set<String> sigmas(String plain) {
        var end = plain.substring(0, plain.length() - 1);
        return plain.endsWith("σ") || plain.endsWith("ς") ? Set.of(end + "ς", end + "σ") : Set.of(plain);
    }
}
