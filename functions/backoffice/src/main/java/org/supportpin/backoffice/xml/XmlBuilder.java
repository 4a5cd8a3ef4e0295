package org.supportpin.backoffice.xml;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.supportpin.backoffice.http.Content;

/**
 * Writes XML element by element. Text is escaped here and nowhere else, and characters that XML cannot represent (NUL and other control
 * characters) are rejected, so that no value ever becomes markup.
 */
public final class XmlBuilder {

    private final XMLStreamWriter out;
    private final Map<String, String> namespaces = new HashMap<>();

    private XmlBuilder(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * A whole document, in UTF-8.
     *
     * @throws IllegalArgumentException if XML cannot represent a text; the message does not quote it
     */
    public static Content document(Consumer<XmlBuilder> root) {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            root.accept(new XmlBuilder(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML elements that do not nest", e);
        }
        return Content.of(text.toString());
    }

    /** An element that declares its namespace: {@code name} is {@code prefix:local}, or local if the namespace is the default. */
    public XmlBuilder root(String name, String namespace, Consumer<XmlBuilder> children) {
        var prefix = prefix(name);
        namespaces.put(prefix, namespace);
        return in(name, () -> {
            if (prefix.isEmpty()) {
                out.writeDefaultNamespace(namespace);
            } else {
                out.writeNamespace(prefix, namespace);
            }
            children.accept(this);
        });
    }

    /** An empty element. */
    public XmlBuilder element(String name) {
        return in(name, () -> {});
    }

    public XmlBuilder element(String name, Consumer<XmlBuilder> children) {
        return in(name, () -> children.accept(this));
    }

    public XmlBuilder text(String name, String text) {
        return in(name, () -> out.writeCharacters(checked(text)));
    }

    /** An element with one attribute. */
    public XmlBuilder text(String name, String attribute, String value, String text) {
        return in(name, () -> {
            out.writeAttribute(attribute, checked(value));
            out.writeCharacters(checked(text));
        });
    }

    /** An element with one attribute and child elements. */
    public XmlBuilder element(String name, String attribute, String value, Consumer<XmlBuilder> children) {
        return in(name, () -> {
            out.writeAttribute(attribute, checked(value));
            children.accept(this);
        });
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }

    private XmlBuilder in(String name, Writing inside) {
        try {
            var prefix = prefix(name);
            var local = prefix.isEmpty() ? name : name.substring(prefix.length() + 1);
            out.writeStartElement(prefix, local, namespaces.getOrDefault(prefix, ""));
            inside.run();
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML elements that do not nest", e);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String checked(String text) {
        if (!text.codePoints().allMatch(XmlBuilder::isCharacter)) {
            throw new IllegalArgumentException("a character that XML cannot represent");
        }
        return text;
    }

    /** XML 1.0 §2.2, without the carriage return, which readers turn into a line feed. */
    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
