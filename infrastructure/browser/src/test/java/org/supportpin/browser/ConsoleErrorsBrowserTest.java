package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions that do not come out as hoped. */
class ConsoleErrorsBrowserTest extends PageTest {

    private static final Pattern ACTIONS = Pattern.compile(".*/actions$");

    private ConsoleDesk desk;
    private final List<Request> sent = new ArrayList<>();

    @BeforeEach
    void call() {
        sent.clear();
        desk = ConsoleDesk.open(this);
        desk.page().onRequest(request -> {
            if (request.method().equals("POST")
                    && ACTIONS.matcher(request.url()).matches()) {
                sent.add(request);
            }
        });
        desk.verified(ConsoleCustomer.maria(stack));
    }

    private void fault(String operation, String fault) {
        stack.call(
                "POST",
                "/local/back-office/faults",
                "{\"operation\":\"%s\",\"fault\":\"%s\",\"times\":1}".formatted(operation, fault),
                "none");
    }

    @Test
    void aFaultFoundByTheServiceIsShownBesideItsField() {
        desk.choose("change-dns-records").fill("""
                        /domain=papadopoulou.gr
                        /changes/0/name=intern
                        /changes/0/type=A
                        /changes/0/records/0=195.251.255.20
                        +/changes/0/records
                        +/changes/0/records
                        /changes/0/records/2=10.0.0.1
                        """).review();

        // The empty line between the two is left out; the fault is still beside the right field.
        assertThat(desk.at("field/changes/0/records/2-fault")).containsText("Δώστε δημόσια διεύθυνση");
        assertThat(desk.at("field/changes/0/records/2")).isFocused();
        assertThat(desk.page().locator(".console-stage .error")).hasCount(1);
        assertThat(desk.page().locator(".console-past")).hasCount(0);
    }

    @Test
    void faultsBySchemaAreShownTogetherAndNothingIsSent() {
        desk.choose("change-dns-records").fill("""
                        /changes/0/name=shop
                        /changes/0/ttl=5
                        """).review();

        assertThat(desk.at("field/domain-fault")).hasText("Κάντε μια επιλογή.");
        assertThat(desk.at("field/changes/0/type-fault")).hasText("Κάντε μια επιλογή.");
        assertThat(desk.at("field/changes/0/ttl-fault")).hasText("Δώστε τουλάχιστον 60.");
        assertThat(desk.at("field/changes/0/records/0-fault")).hasText("Υποχρεωτικό πεδίο.");
        assertThat(desk.alert()).containsText("Διορθώστε 4 πεδία");
        assertThat(desk.at("field/domain")).isFocused();
        assertThat(sent).isEmpty();
    }

    @Test
    void aRefusalIsInTheAgentsLanguage() {
        desk.choose("recall-gr-domain").fill("/domain=palio.gr").review();

        assertThat(desk.page().locator("[data-refusal=recall-window-over]"))
                .containsText("Μια καταχώριση ανακαλείται μόνο μέσα σε 120 ώρες");
        assertThat(desk.page().locator("[data-confirm]")).hasCount(0);
        desk.button("Διόρθωση").click();
        assertThat(desk.at("field/domain")).hasValue("palio.gr");
        assertThat(sent).isEmpty();
    }

    @Test
    void ifTheBackOfficeIsDownANewKeyTriesAgain() {
        fault("mail.send", "error");
        desk.choose("send-order-details").fill("/orderId=ord-4").reviewed().confirm();
        assertThat(desk.outcome("backOffice")).containsText("Δεν έγινε τίποτα.");

        desk.button("Διόρθωση").click();
        desk.reviewed().confirm();

        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(keys()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKeyAndDoneOnce() {
        int mails = mails();
        Page page = desk.page();
        page.route(ACTIONS, this::loseAnswer);
        desk.choose("send-order-details").fill("/orderId=ord-4").reviewed().confirm();
        assertThat(desk.outcome("lost")).containsText("δεν γίνεται δύο φορές");
        page.unroute(ACTIONS);

        desk.button("Δοκιμάστε ξανά").click();

        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(sent).hasSize(2);
        assertThat(keys().stream().distinct()).hasSize(1);
        assertThat(mails()).isEqualTo(mails + 1);
        assertThat(page.locator(".console-past")).hasCount(1);
    }

    private void loseAnswer(Route route) {
        if (route.request().method().equals("POST")) {
            route.fetch();
            route.abort();
        } else {
            route.resume();
        }
    }

    private List<String> keys() {
        return sent.stream()
                .map(request -> request.headers().getOrDefault("idempotency-key", "none"))
                .toList();
    }

    private int mails() {
        return stack.call("GET", "/local/back-office", "", "none").path("mail").size();
    }

    @Test
    void aPendingActionIsAskedAfterUntilItHasEnded() {
        fault("hosting.applyFix", "timeout");
        desk.choose("apply-micro-fix").fill("""
                        /packageId=pkg-1
                        /fix=raise-mailbox-quota
                        /arguments/mailbox=sales@papadopoulou.gr
                        /arguments/quotaMb=3000
                        /note=Γέμισε
                        """).reviewed().confirm();
        assertThat(desk.outcome("pending")).containsText("Σε εξέλιξη");

        stack.advance(Duration.ofMinutes(2));

        assertThat(desk.outcome("succeeded")).containsText("3.000 MB");
        assertThat(desk.page().locator(".console-past")).containsText("Ολοκληρώθηκε");
        assertThat(sent).hasSize(1);
    }

    /** What may have been done is not asked for anew: each loses an order of its own. */
    private record Broken(int status, String slug, String order, String place, String text) {}

    private static final List<Broken> BROKEN = List.of(
            new Broken(401, "", "ord-1", "[role=alert]", "Έχετε αποσυνδεθεί"),
            new Broken(403, "", "ord-1", "[role=alert]", "Δεν έχετε δικαίωμα για αυτή την ενέργεια"),
            new Broken(409, "idempotency-conflict", "ord-1", "[data-status=conflict]", "επιβεβαιώστε ξανά"),
            new Broken(500, "internal", "ord-1", "[data-status=lost]", "Η απάντηση χάθηκε"),
            new Broken(503, "try-again", "ord-2", "[data-status=lost]", "δεν γίνεται δύο φορές"));

    @Test
    void aFailureOfTheServiceIsShownAsOne() {
        for (var each : BROKEN) {
            desk.page().route(ACTIONS, route -> answer(route, each));
            desk.choose("send-order-details")
                    .fill("/orderId=" + each.order())
                    .reviewed()
                    .confirm();

            assertThat(desk.stage().locator(each.place())).containsText(each.text());
            desk.page().unroute(ACTIONS);
            desk.button("Διόρθωση").or(desk.button("Άλλη ενέργεια")).first().click();
            desk.page().keyboard().press("Escape");
        }
    }

    private static void answer(Route route, Broken broken) {
        if (route.request().method().equals("POST")) {
            route.fulfill(new FulfillOptions()
                    .setStatus(broken.status())
                    .setContentType("application/problem+json")
                    .setBody("{\"type\":\"urn:support-pin:problem:%s\",\"title\":\"t\",\"status\":%d}"
                            .formatted(broken.slug(), broken.status())));
        } else {
            route.resume();
        }
    }

    @Test
    void aListGrowsAndShrinksWithoutLosingWhatWasTyped() {
        desk.choose("change-dns-records").fill("""
                        /changes/0/name=one
                        +/changes
                        /changes/1/name=two
                        +/changes
                        /changes/2/name=three
                        """);

        desk.button("Αφαίρεση: Αλλαγές, 2").click();

        assertThat(desk.at("field/changes/0/name")).hasValue("one");
        assertThat(desk.at("field/changes/1/name")).hasValue("three");
        assertThat(desk.at("field/changes-add")).isFocused();
        desk.button("Αφαίρεση: Αλλαγές, 2").click();
        assertThat(desk.button("Αφαίρεση: Αλλαγές, 1")).hasCount(0);
    }

    @Test
    void theCatalogueCanBeReloadedAfterAFailure() {
        var other = ConsoleDesk.open(this);
        other.page().route("**/v1/agent/actions", Route::abort);
        other.verify("1001", ConsoleCustomer.maria(stack).pin());
        assertThat(other.stage()).containsText("Οι ενέργειες δεν φορτώθηκαν");
        other.page().unroute("**/v1/agent/actions");

        other.button("Δοκιμάστε ξανά").click();

        assertThat(other.page().locator(".console-action")).hasCount(10);
    }

    @Test
    void theSearchFindsWithoutAccentsAndSaysHowMany() {
        desk.at("search").fill("ΑΝΑΚΛΗΣΗ");
        assertThat(desk.page().locator(".console-action")).hasCount(1);
        // The new domains offer it too, however many there are just now.
        var found = desk.page().locator(".console-action, .console-row").count();
        assertThat(desk.page().locator(".console-stage [role=status]").first())
                .hasText(found == 1 ? "1 αποτέλεσμα" : found + " αποτελέσματα");
        desk.at("search").fill("zzz");

        assertThat(desk.stage()).containsText("Δεν βρέθηκε τίποτα.");
        desk.at("search").press("Escape");
        assertThat(desk.page().locator(".console-action")).hasCount(10);
    }
}
