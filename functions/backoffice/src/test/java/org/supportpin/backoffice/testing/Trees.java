package org.supportpin.backoffice.testing;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Navigates XML in the tests' servers. */
public final class Trees {

    private Trees() {}

    /** The child elements in order. */
    public static List<Element> elements(Element of) {
        var all = new ArrayList<Element>();
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }
}
