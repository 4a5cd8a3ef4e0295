package org.supportpin.backoffice.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;

/** Security.md, row 18: no value becomes markup, and an answer makes nothing be fetched. */
class XmlTest {

    private static Content document(String text) {
        return XmlBuilder.document(xml -> xml.root(
                "a", "urn:a", a -> a.text("b", "c", text, text).root("x:d", "urn:d", d -> d.text("x:e", text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b/>", "&amp;", "]]>", "\"'", "<!--", "<?x?>", "α🙂", "</a:b>", "&x;", "a\tb", "a\nb"})
    void whatWasTextIsTextAgain(String text) {
        var root = XmlText.read(document(text)).orElseThrow();

        assertThat(root.getChildNodes().getLength()).isEqualTo(2);
        assertThat(root.getFirstChild().getTextContent()).isEqualTo(text);
        assertThat(root.getLastChild().getNamespaceURI()).isEqualTo("urn:d");
        assertThat(root.getLastChild().getFirstChild().getTextContent()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\rb", "\u001b", "\ud800", "\ufffe"})
    void whatXmlCannotHoldIsNotSentAndNotRepeated(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> document("canary" + text))
                .satisfies(e -> assertThat(e).message().doesNotContain("canary"));
    }

    @Test
    void anEntityOfTheAnswersOwnIsNoAnswer(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "hunter2").toUri();
        for (var type : new String[] {
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret + "\">]>",
            "<!DOCTYPE a SYSTEM \"" + secret + "\">",
            "<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY x \"&l;&l;&l;\">]>"
        }) {
            assertThat(XmlText.read(Content.of(type + "<a>&x;</a>"))).isEmpty();
        }
        assertThat(XmlText.read(Content.of("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\""
                        + secret + "\" parse=\"text\"/></a>")))
                .hasValueSatisfying(root -> assertThat(root.getTextContent()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "text", "<a/><b/>", "<a:b/>"})
    void whatIsNotWellFormedIsNoAnswer(String text) {
        assertThat(XmlText.read(Content.of(text.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }
}
