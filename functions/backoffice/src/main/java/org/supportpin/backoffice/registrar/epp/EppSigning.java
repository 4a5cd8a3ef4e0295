package org.supportpin.backoffice.registrar.epp;

import java.util.Locale;
import java.util.Optional;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.registrar.Signing.DsData;
import org.w3c.dom.Element;

/** What the answer to {@code domain:info} says of DNSSEC (RFC 5910 §5.1.2), which is left out for a domain that is not signed. */
final class EppSigning {

    private EppSigning() {}

    /** Empty if the registry tells only that it once checked DS records. */
    static Optional<Signing> of(EppAnswer answer) {
        var extension = Elements.child(answer.response(), Eppns.EPP, "extension");
        var signing = extension.flatMap(each -> Elements.child(each, Eppns.SEC_DNS, "infData"));
        if (signing.isPresent()) {
            var ds = Elements.children(signing.get(), Eppns.SEC_DNS, "dsData");
            return Optional.of(new Signing(true, ds.stream().map(EppSigning::ds).toList()));
        }
        return extension
                        .flatMap(each -> Elements.child(each, Eppns.EXT_SEC_DNS, "lastValidationResult"))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Signing.NONE);
    }

    /**
     * @throws IllegalArgumentException if it is no DS record
     */
    private static DsData ds(Element data) {
        return new DsData(
                Integer.parseInt(text(data, "keyTag")),
                Integer.parseInt(text(data, "alg")),
                Integer.parseInt(text(data, "digestType")),
                text(data, "digest").toUpperCase(Locale.ROOT));
    }

    private static String text(Element data, String name) {
        return Elements.child(data, Eppns.SEC_DNS, name)
                .map(Elements::text)
                .orElseThrow(() -> new BackOfficeUnavailable("registrar.domain"));
    }
}
