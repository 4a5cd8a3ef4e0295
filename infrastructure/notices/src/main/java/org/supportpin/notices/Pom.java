package org.supportpin.notices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A library's POM, and those that it inherits from. */
final class Pom {

    private Pom() {}

    /** The names of a library's licences, as its makers publish them; empty if neither its POM nor a parent names one. */
    static List<String> licences(Path repository, Library library) throws IOException {
        return licences(repository, library.group(), library.artifact(), library.version());
    }

    private static List<String> licences(Path repository, String group, String artifact, String version)
            throws IOException {
        var project = read(repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
        var named = children(project, "licenses").stream()
                .flatMap(all -> children(all, "license").stream())
                .map(licence -> text(licence, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
        var parents = children(project, "parent");
        if (!named.isEmpty() || parents.isEmpty()) {
            return named;
        }
        var parent = parents.get(0);
        return licences(repository, text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"));
    }

    private static Element read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(child -> child.getTextContent().strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElse("");
    }
}
