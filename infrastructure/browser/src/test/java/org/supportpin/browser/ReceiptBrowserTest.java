package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** The page that checks a receipt: real ones of the local stack, by the browser's own cryptography, without a network. */
class ReceiptBrowserTest extends PageTest {

    private static final String PAGE = "/receipt/";

    private final ReceiptMaker maker = ReceiptMaker.shared();

    private static Locator result(Page page) {
        return page.locator("#result");
    }

    private static void check(Page page, String receipt, String keys) {
        page.locator("#receipt").fill(receipt);
        page.locator("#keys").fill(keys);
        button(page, "Έλεγχος").click();
    }

    private static void isGenuine(Page page) {
        assertThat(result(page)).containsText("Η απόδειξη είναι γνήσια.");
    }

    @Nested
    class WithoutANetwork {

        private Page page;

        /** Loaded once, and then nothing reaches anywhere. */
        @BeforeEach
        void cut() {
            page = open(PAGE);
            page.waitForFunction("() => supportPinReceipt.inWords !== undefined");
            context().setOffline(true);
            context().route("**/*", route -> {
                throw new AssertionError("asked for " + route.request().url());
            });
        }

        @Test
        void aRealReceiptIsGenuineAndSaysWhatWasDone() {
            check(page, maker.receipt(), maker.keys());

            isGenuine(page);
            assertThat(result(page)).containsText("Αλλαγή εγγραφών DNS: ολοκληρώθηκε");
            assertThat(result(page)).containsText("195.251.255.33");
            assertThat(result(page)).containsText(maker.agent());
            assertThat(result(page)).containsText("με το PIN από τον πίνακα ελέγχου");
        }

        @Test
        void pastedWithLineBreaksItIsTheSame() {
            check(page, " " + maker.receipt().replaceAll("(.{60})", "$1\n") + "\n", maker.keys());

            isGenuine(page);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void oneAlteredByteIsSeen(int part) {
            check(page, altered(maker.receipt(), part), maker.keys());

            assertThat(result(page)).containsText("μην την εμπιστευτείτε");
            assertThat(result(page).locator(".notice--bad")).hasCount(1);
            assertThat(result(page).locator(".card")).hasCount(0);
        }

        /** One digit of what it says, or one character of its signature: in form, it is as before. */
        private static String altered(String receipt, int part) {
            var parts = receipt.split("\\.", -1);
            if (part == 1) {
                var said = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                parts[1] = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                said.replace("195.251.255.33", "195.251.255.34").getBytes(StandardCharsets.UTF_8));
            } else {
                int place = parts[part].length() / 2;
                char other = parts[part].charAt(place) == 'A' ? 'B' : 'A';
                parts[part] = parts[part].substring(0, place) + other + parts[part].substring(place + 1);
            }
            return String.join(".", parts);
        }

        @Test
        void anotherServicesKeysDoNotVerifyIt() {
            var others = maker.keys().replaceAll("\"kid\":\"..", "\"kid\":\"xx");
            check(page, maker.receipt(), others);

            assertThat(result(page)).containsText("Κανένα από αυτά τα κλειδιά");
        }

        /** The key's id says which key it is, and not that it signed. */
        @Test
        void aKeyUnderAFalseIdDoesNotVerifyIt() {
            check(page, maker.receipt(), maker.falseKeys());

            assertThat(result(page)).containsText("Η υπογραφή δεν ταιριάζει.");
        }

        @ParameterizedTest
        @CsvSource({"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJjYWxsIjp7fX0.", "<img src=x onerror=alert(1)>"})
        void whatIsNoReceiptIsCalledSo(String text) {
            check(page, text, maker.keys());

            assertThat(result(page)).containsText("δεν είναι απόδειξη");
        }

        /** Signed by the right key, but not as it says. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"alg\":\"ES256\"|\"alg\":\"ES384\"",
                    "\"alg\":\"ES256\"|\"crit\":[\"exp\"],\"alg\":\"ES256\"",
                })
        void whatItDoesNotUnderstandItDoesNotTrust(String said, String instead) {
            check(page, maker.receipt(said, instead), maker.keys());

            assertThat(result(page)).containsText("δεν είναι απόδειξη");
        }

        @Test
        void nothingMayFollowTheSignature() {
            check(page, maker.receipt() + "." + "x".repeat(20), maker.keys());

            assertThat(result(page)).containsText("δεν είναι απόδειξη");
        }

        /** The other kind of statement is signed by the same key, and has its own type. */
        @Test
        void aRootIsNoReceipt() {
            check(page, maker.root(), maker.keys());

            assertThat(result(page)).containsText("δεν είναι απόδειξη");
        }

        @Test
        void whatIsMissingIsNamed() {
            button(page, "Έλεγχος").click();
            assertThat(result(page)).containsText("Επικολλήστε πρώτα την απόδειξη.");
            check(page, maker.receipt(), "");
            assertThat(result(page)).containsText("Επικολλήστε πρώτα τα δημόσια κλειδιά.");
            check(page, maker.receipt(), "{}");
            assertThat(result(page)).containsText("δεν περιέχει δημόσια κλειδιά");
        }

        @Test
        void whatWasCheckedGoesWhenTheTextChanges() {
            check(page, maker.receipt(), maker.keys());
            isGenuine(page);
            page.locator("#receipt").fill("another");

            assertThat(result(page)).isEmpty();
        }

        @Test
        void bothMayComeFromFiles() {
            page.locator("[data-into=receipt]").setInputFiles(file("receipt.txt", maker.receipt()));
            page.locator("[data-into=keys]").setInputFiles(file("keys.json", maker.keys()));
            assertThat(page.locator("#keys")).hasValue(maker.keys());
            button(page, "Έλεγχος").click();

            isGenuine(page);
        }

        private static FilePayload file(String name, String content) {
            return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void itSpeaksBothLanguages() {
            check(page, maker.receipt(), maker.keys());
            isGenuine(page);
            button(page, "English").click();

            assertThat(result(page)).containsText("The receipt is genuine.");
            assertThat(result(page)).containsText("Change DNS records: done");
            assertThat(page).hasTitle("Support PIN – Check a receipt");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }

        /** A keyboard is enough. */
        @Test
        void enterOnTheButtonChecks() {
            page.locator("#receipt").fill(maker.receipt());
            page.locator("#keys").fill(maker.keys());
            button(page, "Έλεγχος").press("Enter");

            isGenuine(page);
        }
    }

    /** As a customer keeps it, in a folder beside the receipts. */
    @Test
    void itWorksFromAFile() {
        try (var context = Chromium.shared().newContext(locale())) {
            var complaints = new ArrayList<String>();
            context.setOffline(true);
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(ProjectFiles.root()
                    .resolve("web/receipt/index.html")
                    .toUri()
                    .toString());
            check(page, maker.receipt(), maker.keys());

            isGenuine(page);
            assertThat(complaints).isEmpty();
        }
    }

    /** As in the customer's history: it is not paid, so nothing has changed yet. */
    @Test
    void anOrderIsOrderedAndItsValuesAreInWords() {
        var page = open(PAGE);
        check(page, maker.orderReceipt(), maker.keys());

        isGenuine(page);
        assertThat(result(page)).containsText("Νέα παραγγελία υπηρεσίας: παραγγέλθηκε");
        assertThat(result(page)).not().containsText("ολοκληρώθηκε");
        assertThat(result(page)).containsText("Παραγγελία hosting-pro");
        assertThat(result(page)).containsText(Pattern.compile("με ετήσια χρέωση, μόλις πληρωθούν \\d+,\\d\\d\\s€"));
        assertThat(result(page)).not().containsText("EUR");
        button(page, "English").click();
        assertThat(result(page)).containsText("Order a service: ordered");
        assertThat(result(page)).containsText("Order of hosting-pro");
    }

    /** In a language that is files alone, too. */
    @Test
    void itsValuesAreInTheReadersOwnLanguage() {
        try (var context = Chromium.shared().newContext(new NewContextOptions().setLocale("de-DE"))) {
            var page = context.newPage();
            page.navigate(stack.origin() + PAGE);
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            page.locator("#receipt").fill(maker.orderReceipt());
            page.locator("#keys").fill(maker.keys());
            page.locator("[type=submit]").click();

            assertThat(result(page)).containsText("Bestellung von hosting-pro");
            assertThat(result(page)).containsText(": bestellt");
        }
    }

    private static NewContextOptions locale() {
        return new NewContextOptions().setLocale("el-GR");
    }

    /** Whatever a receipt says: some of it was typed by somebody. */
    @Test
    void markupInAReceiptStaysText() {
        var page = open(PAGE);
        check(page, maker.hostileReceipt(), maker.keys());

        isGenuine(page);
        assertThat(result(page)).containsText("<img src=x onerror=alert(1)>");
        assertThat(result(page).locator("img")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void itLooksGood(Looks looks) {
        Looks.prepare(context());
        var page = open(PAGE);
        page.locator("[data-language=" + looks.lang() + "]").click();
        looks.areGood(page, page.locator("body"), "receipt-empty");
        page.locator("#receipt").fill(maker.receipt());
        page.locator("#keys").fill(maker.keys());
        page.locator("button[type=submit]").click();
        assertThat(result(page).locator(".notice--good")).isVisible();
        looks.areGood(page, page.locator("body"), "receipt-genuine");
        page.locator("#keys").fill("{}");
        page.locator("button[type=submit]").click();
        assertThat(result(page).locator(".notice--bad")).isVisible();
        looks.areGood(page, page.locator("body"), "receipt-fault");
    }

    @Test
    void itsPartsAreNamed() {
        var page = open(PAGE);
        for (var name : List.of("Απόδειξη", "Δημόσια κλειδιά της εταιρείας")) {
            assertThat(page.getByRole(
                            AriaRole.TEXTBOX,
                            new Page.GetByRoleOptions().setName(name).setExact(true)))
                    .isVisible();
        }
    }
}
