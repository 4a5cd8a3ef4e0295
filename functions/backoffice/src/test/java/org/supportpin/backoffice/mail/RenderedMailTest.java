package org.supportpin.backoffice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.xml.XmlText;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderDetailsMail;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.money.Money;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class RenderedMailTest {

    private static final EmailAddress TO =
            EmailAddress.parse("maria@example.gr").orThrow();
    private static final String HOSTILE = "</td><script>alert('1')</script> \"&amp; <b onclick=\"x\"> &#60; %3C";

    private static RenderedMail details(String product, String holder, @Nullable Language language) {
        var order = new Order(
                new OrderId("ord-1"),
                new CustomerId("1001"),
                new OrderSubject.OfService(
                        Purpose.NEW, new LocalizedText(product, product), BillingCycle.ANNUALLY, null),
                false,
                new Invoice(
                        new InvoiceId("inv-1"),
                        Money.euros("73.78"),
                        BankReference.of("1"),
                        LocalDate.parse("2026-12-01")),
                new Contact("Μαρία", TO, language));
        return RenderedMail.of(OrderDetailsMail.of(order, new BankAccount(holder, "GR1601101250000000012300695")));
    }

    private static RenderedMail mail(String subject, String text) {
        return RenderedMail.of(new Mail(TO, "a", subject, text));
    }

    /** The document as a reader sees it. */
    private static Element read(String html) {
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        return XmlText.read(Content.of(html.substring(html.indexOf('\n')))).orElseThrow();
    }

    private static List<String> cells(Element html, String name) {
        var found = new ArrayList<String>();
        var nodes = html.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(nodes.item(i).getTextContent());
        }
        return found;
    }

    private static Set<String> names(Node node) {
        var names = new TreeSet<String>();
        if (node instanceof Element element) {
            names.add(element.getTagName());
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.addAll(names(child));
        }
        return names;
    }

    @Test
    void whatIsToBePaidWhereAndWithWhichReferenceStandsInTheTable() {
        var html = read(details("Hosting Basic", "Hoster AE", Language.GREEK).html());

        assertThat(cells(html, "th"))
                .containsExactly(
                        "Παραγγελία", "Αφορά", "Ποσό", "Πληρωμή έως", "Δικαιούχος", "IBAN", "Κωδικός πληρωμής RF");
        assertThat(cells(html, "td"))
                .contains(
                        "73,78 € (με ΦΠΑ)",
                        "01/12/2026",
                        "Hoster AE",
                        "GR16 0110 1250 0000 0001 2300 695",
                        BankReference.of("1").printed());
    }

    @Test
    void eachLanguageIsAPartThatSaysWhichItIs() {
        var greek = details("Φιλοξενία", "Hoster AE", Language.GREEK).html();
        var english = details("Φιλοξενία", "Εταιρεία", Language.ENGLISH).html();
        var german = details("Φιλοξενία", "Εταιρεία", Language.of("de").orElseThrow())
                .html();
        var both = details("Φιλοξενία", "Εταιρεία", null).html();

        assertThat(greek).contains("<div lang=\"el\">").doesNotContain("lang=\"en\"", "<hr/>");
        assertThat(english).contains("<div lang=\"en\">").doesNotContain("lang=\"el\"", "<hr/>");
        assertThat(german).contains("<div lang=\"de\">").doesNotContain("lang=\"el\"", "lang=\"en\"", "<hr/>");
        assertThat(both).containsSubsequence("<div lang=\"el\">", "<hr/>", "<div lang=\"en\">");
        assertThat(both).doesNotContain("----");
    }

    @Test
    void everyValueIsTextInTheHtmlToo() {
        var mail = details(HOSTILE, HOSTILE, null);
        var html = read(mail.html());

        assertThat(cells(html, "td")).contains(HOSTILE + ", 1 έτος", HOSTILE + ", 1 year", HOSTILE);
        assertThat(names(html))
                .containsExactly(
                        "body", "br", "div", "head", "hr", "html", "meta", "p", "table", "td", "th", "title", "tr");
        assertThat(mail.text()).contains(HOSTILE);
    }

    @Test
    void theSubjectAndEachParagraphAreEscaped() {
        var html = mail(HOSTILE, HOSTILE + "\n" + HOSTILE + "\n\nend").html();

        assertThat(html).doesNotContain("<script", "<b ", "'1'");
        assertThat(cells(read(html), "title")).containsExactly(HOSTILE);
        assertThat(cells(read(html), "p")).containsExactly(HOSTILE + "\n" + HOSTILE, "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.gr", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b", "a\tb"})
    void theSubjectIsOneLine(String subject) {
        assertThat(mail(subject, "text").subject()).matches("a [Bb].*");
    }

    @Test
    void theTextKeepsItsLinesAndNoOtherControlCharacter() {
        var mail = mail("s", "one\r\ntwo\u0000\u001b[31m\n\nτρία\t4\n");

        assertThat(mail.text()).isEqualTo("one \ntwo  [31m\n\nτρία 4\n");
        assertThat(cells(read(mail.html()), "p")).containsExactly("one \ntwo  [31m", "τρία 4");
    }

    @Test
    void aTextOfNothingButAValueIsStillADocument() {
        assertThat(cells(read(mail("s", "").html()), "p")).containsExactly("");
        assertThat(cells(read(mail("s", ": \n: ").html()), "p")).hasSize(1);
    }

    @Test
    void itDoesNotPrintWhatItSays() {
        assertThat(mail("subject", "text").toString()).doesNotContain("subject", "text ");
    }
}
