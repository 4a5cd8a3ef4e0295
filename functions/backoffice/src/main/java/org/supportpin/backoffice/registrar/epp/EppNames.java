package org.supportpin.backoffice.registrar.epp;

import java.text.Normalizer;
import java.util.Set;
import org.supportpin.domain.name.DomainName;

/** How the registry of .gr and .ελ spells names: its own in Unicode, which it refuses as A-labels; all others in A-labels. */
final class EppNames {

    private static final Set<String> REGISTRYS = Set.of("gr", "xn--qxam");

    private EppNames() {}

    /** Whether the registry has domains under this name's top-level domain. */
    static boolean isOfRegistry(DomainName name) {
        return REGISTRYS.contains(name.tld());
    }

    static String spelled(DomainName name) {
        return isOfRegistry(name) ? name.unicode() : name.ascii();
    }

    static boolean isSpelled(String text, DomainName name) {
        return DomainName.parse(text).asOptional().filter(name::equals).isPresent();
    }

    /**
     * Whether two names differ only in accents and final sigmas. The registry reserves such forms for the holder of the first, who may or
     * may not have activated them.
     */
    static boolean isForm(String text, DomainName name) {
        return bare(text).equals(bare(name.unicode()));
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ς', 'σ');
    }
}
