package org.supportpin.backoffice.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads the direct children of an element. A namespace is its URI, or empty for none. */
public final class Elements {

    private Elements() {}

    public static Optional<Element> child(Element of, String namespace, String name) {
        return children(of, namespace, name).stream().findFirst();
    }

    public static List<Element> children(Element of, String namespace, String name) {
        var all = new ArrayList<Element>();
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, namespace, name)) {
                all.add(element);
            }
        }
        return all;
    }

    /** All text in it, without surrounding white space. */
    public static String text(Element element) {
        return element.getTextContent().strip();
    }

    public static boolean is(Element element, String namespace, String name) {
        return namespace.equals(Objects.requireNonNullElse(element.getNamespaceURI(), ""))
                && name.equals(element.getLocalName());
    }
}
