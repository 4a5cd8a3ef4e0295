package org.supportpin.backoffice.registrar.epp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.domain.action.Refusal;
import org.w3c.dom.Element;

/**
 * A response of the registry (RFC 5730 §2.6).
 *
 * @param code of its first result
 */
record EppAnswer(int code, Element response) {

    static final int DONE = 1000;
    static final int PENDING = 1001;
    static final int COMMAND_USE = 2002;
    static final int AUTHENTICATION = 2200;
    static final int AUTHORIZATION = 2201;
    static final int OBJECT_EXISTS = 2302;
    static final int NO_SUCH_OBJECT = 2303;
    private static final int FAILED = 2400;
    private static final int CLOSING = 2500;

    /** Empty unless it is a response with this client transaction. */
    static Optional<EppAnswer> read(Content content, String transaction) {
        return XmlText.read(content)
                .filter(root -> Elements.is(root, Eppns.EPP, "epp"))
                .flatMap(root -> Elements.child(root, Eppns.EPP, "response"))
                .filter(response -> Elements.child(response, Eppns.EPP, "trID")
                        .flatMap(each -> Elements.child(each, Eppns.EPP, "clTRID"))
                        .map(Elements::text)
                        .equals(Optional.of(transaction)))
                .flatMap(response -> Elements.child(response, Eppns.EPP, "result")
                        .map(result -> result.getAttribute("code"))
                        .filter(code -> code.matches("[12][0-9]{3}"))
                        .map(code -> new EppAnswer(Integer.parseInt(code), response)));
    }

    boolean isSuccess() {
        return code < 2000;
    }

    /** The command certainly was not carried out. From 2400 on the registry itself failed, so that is not certain. */
    boolean isRefusal() {
        return code >= 2000 && code < FAILED;
    }

    /** 2500 to 2502: the registry closes the session. */
    boolean endsSession() {
        return code >= CLOSING;
    }

    /** With the registry's message and the comment in its extension for that object. */
    Refusal refusal() {
        var words = Stream.concat(
                        descendants(response, Eppns.EPP, "msg").stream(),
                        Stream.of(Eppns.EXT_DOMAIN, Eppns.EXT_HOST, Eppns.EXT_CONTACT, Eppns.EXT_COMMON)
                                .flatMap(namespace -> descendants(response, namespace, "comment").stream()))
                .map(Elements::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return VendorMessage.refusal(words);
    }

    /** The object's data in the answer to an info or check. */
    Optional<Element> data(String namespace, String name) {
        return Elements.child(response, Eppns.EPP, "resData").flatMap(each -> Elements.child(each, namespace, name));
    }

    static List<Element> descendants(Element of, String namespace, String name) {
        var found = of.getElementsByTagNameNS(namespace, name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }
}
