package org.supportpin.domain.dns;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of which a name may have one: those who read them reject or ignore several, or take any of them. */
enum OneText {
    SPF("SPF", "v=spf1(?: .*)?", "", "RFC 7208 §3.2", ZoneRules.SPF_CONFLICT),
    DMARC("DMARC", "v *= *dmarc1 *(?:;.*)?", "_dmarc", "RFC 7489 §6.6.3", ZoneRules.DMARC_CONFLICT),
    DKIM(
            "DKIM",
            "(?:v *= *dkim1 *;.*|(?:.*; *)?p *= *[a-z0-9+/= ]*(?:;.*)?)",
            "[^.]+\\._domainkey",
            "RFC 6376 §3.6.2.2",
            ZoneRules.TEXT_CONFLICT),
    MTA_STS("MTA-STS", "v *= *stsv1 *;.*", "_mta-sts", "RFC 8461 §3.1", ZoneRules.TEXT_CONFLICT),
    TLS_RPT("TLS-RPT", "v *= *tlsrptv1 *;.*", "_smtp\\._tls", "RFC 8460 §3", ZoneRules.TEXT_CONFLICT);

    private final String label;
    private final Pattern form;
    private final Pattern owner;
    private final String source;
    private final String rule;

    /** @param owner the first labels of the names where it is read; empty for any name */
    OneText(String label, String form, String owner, String source, String rule) {
        this.label = label;
        this.form = Pattern.compile(form);
        this.owner = Pattern.compile(owner.isEmpty() ? ".+" : owner + "\\..+");
        this.source = source;
        this.rule = rule;
    }

    /** The name by which people know it. */
    String label() {
        return label;
    }

    String source() {
        return source;
    }

    String rule() {
        return rule;
    }

    /**
     * The texts of this kind among the values of TXT records, each as one string; none at a name where nobody reads them.
     *
     * @param name in A-labels; {@code *.} may be the first
     * @param values canonical
     */
    List<String> among(String name, Collection<String> values) {
        return owner.matcher(name).matches()
                ? values.stream()
                        .map(Rdata::joined)
                        .filter(text ->
                                form.matcher(text.toLowerCase(Locale.ROOT)).matches())
                        .toList()
                : List.of();
    }
}
