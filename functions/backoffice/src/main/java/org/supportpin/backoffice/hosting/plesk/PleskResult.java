package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.name.DomainName;
import org.w3c.dom.Element;

/** One {@code result} of an operation. */
record PleskResult(Element element) {

    private static final String NO_NAMESPACE = "";

    boolean isOk() {
        return text("status").equals(Optional.of("ok"));
    }

    boolean isError() {
        return text("status").equals(Optional.of("error"));
    }

    /** Whether nothing was found: Plesk may then give a result with the filter's value alone. */
    boolean isNothing() {
        return isOk() && text("id").isEmpty() && at("data").isEmpty();
    }

    /** With Plesk's error message. */
    Refusal refusal() {
        return VendorMessage.refusal(text("errtext").orElse(""));
    }

    /** The text at the end of a path of first children; empty if there is no such element or text. */
    Optional<String> text(String... path) {
        return at(path).map(Elements::text).filter(text -> !text.isEmpty());
    }

    /** The domain name in the general information; empty if there is no valid one. */
    Optional<DomainName> domain() {
        return text("data", "gen_info", "ascii-name")
                .or(() -> text("data", "gen_info", "name"))
                .flatMap(name -> DomainName.parse(name).asOptional());
    }

    Optional<Element> at(String... path) {
        var found = Optional.of(element);
        for (var name : path) {
            found = found.flatMap(each -> Elements.child(each, NO_NAMESPACE, name));
        }
        return found;
    }

    /** The value of a name in the list at a path, whose elements hold {@code <name>…</name><value>…</value>}. */
    Optional<String> named(String name, String each, String... path) {
        return list(each, path).stream()
                .filter(pair -> pair.text("name").equals(Optional.of(name)))
                .findFirst()
                .flatMap(pair -> pair.text("value"));
    }

    private List<PleskResult> list(String each, String... path) {
        return at(path).map(list -> in(list, each)).orElse(List.of());
    }

    static List<PleskResult> in(Element of, String name) {
        return Elements.children(of, NO_NAMESPACE, name).stream()
                .map(PleskResult::new)
                .toList();
    }
}
