package org.supportpin.deploymentcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.name.DomainName;

/**
 * An origin as a browser sends it (RFC 6454 §6.2), with template.yaml's form of those that it allows.
 *
 * @param text scheme, name in ASCII, and perhaps a port
 */
record Origin(String text) {

    static final String FORM = "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern ANY_LETTERS = Pattern.compile("https://([^/:?#\\s]+)(:[0-9]{1,5})?/?");

    Origin {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("not an origin");
        }
    }

    /** Those of a list with commas, or what to do about each that is none. */
    static Checked<List<Origin>> parseAll(String list) {
        var origins = new ArrayList<Origin>();
        int number = 0;
        for (var part : list.split(",", -1)) {
            var each = part.strip();
            if (each.isEmpty()) {
                continue;
            }
            number++;
            if (PATTERN.matcher(each).matches()) {
                origins.add(new Origin(each));
            } else {
                return Checked.faulty("number " + number + " " + fault(each));
            }
        }
        return Checked.valid(List.copyOf(origins));
    }

    private static String fault(String text) {
        var found = ANY_LETTERS.matcher(text);
        if (text.chars().allMatch(letter -> letter < 128) || !found.matches()) {
            return "is no origin. Give https, name and port, without a path or a slash, such as https://panel.example.gr.";
        }
        var port = found.group(2) == null ? "" : found.group(2);
        return "has letters that browsers do not send. Give it in its ASCII form, "
                + switch (DomainName.parse(found.group(1))) {
                    case Valid<DomainName>(var name) -> "https://" + name.ascii() + port + ".";
                    case Faulty<DomainName> _ -> "https://xn--….";
                };
    }

    @Override
    public String toString() {
        return text;
    }
}
