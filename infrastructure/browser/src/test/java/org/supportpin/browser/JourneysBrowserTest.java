package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** What docs/trust.md promises, as people do it: the customer in one window, the agent in another, with all gates. */
class JourneysBrowserTest extends PageTest {

    private static final String MARIA = "1001";
    private static final Pattern CODE = Pattern.compile("(\\d{3} \\d{3})");
    private static final String THIEF = "93.184.216.34";

    private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);

    JourneysBrowserTest() {
        super(Stack.gated());
    }

    private Page customer() {
        return panel(MARIA);
    }

    private Page panel(String customer) {
        var page = open("/examples/account.html?lang=el&customer=" + customer);
        Bar.on(page).is("active");
        return page;
    }

    private ConsoleDesk asksForApex(ConsoleDesk desk, String address) {
        desk.page().locator("[data-thing='records nea.gr']").click();
        desk.page().locator("[data-record='@ A'] [data-edit]").click();
        desk.at("record-nea.gr-A-values").fill(address);
        desk.at("record-nea.gr-A-values").press("Enter");
        assertThat(desk.page().locator("[data-confirm]")).isEnabled();
        desk.confirm();
        assertThat(desk.outcome("waiting")).isVisible();
        return desk;
    }

    private String apex() {
        return Trees.read(stack.text("GET", "/local/back-office", maria.token()))
                .path("zones")
                .toString();
    }

    @AfterEach
    void hangUp() {
        stack.call("DELETE", "/v1/panel/call", "", maria.token());
    }

    @Test
    void theCustomerReadsTheValuesAndTypesWhatTheAgentReadsOut() {
        var panel = customer();
        var bar = panel.locator("support-pin-bar .extra");
        var told = new Transcript();
        var desk = ConsoleDesk.open(this).verified(maria);
        assertThat(panel.locator("support-pin-bar .call")).isVisible();
        told.step("The bar, while an agent is on the phone", bar);

        asksForApex(desk, "195.251.255.77");
        var waits = panel.locator("support-pin-bar .waits");
        assertThat(waits).containsText("195.251.255.77");
        told.step("The bar, when the agent has asked for the change", bar);
        told.step("The agent's console meanwhile", desk.stage());
        panel.locator("support-pin-bar .digits")
                .fill(desk.page().locator(".console-code").innerText());
        button(panel, "Συμφωνώ").click();

        assertThat(waits).hasCount(0);
        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(panel.locator("support-pin-bar .deeds")).containsText("Ολοκληρώθηκε");
        told.step("The bar, after the digits were typed", bar)
                .step("The agent's console", desk.stage())
                .isAsWritten();
        assertThat(apex()).contains("195.251.255.77");
        panel.locator("#panel-activity").click();
        var deed = panel.locator(".deed").first();
        assertThat(deed).containsText("195.251.255.77");
        deed.locator(".undo").click();
        assertThat(deed).containsText("Αναιρέθηκε");
        assertThat(apex()).doesNotContain("195.251.255.77");
    }

    /** Without the panel the SMS names the deed; what it opens still waits for the hold, and the customer may stop it. */
    @Test
    void withoutThePanelTheCodeComesWithTheDeedAndADayIsLeftToStopIt() {
        var desk = ConsoleDesk.open(this);
        desk.at("customerId").fill(MARIA);
        desk.at("callReference").fill("call-sms");
        desk.button("Αποστολή PIN με SMS").click();
        assertThat(desk.page().locator(".console-sms .console-notice")).isVisible();
        desk.at("pin").fill(last("PIN (\\d{6})"));
        assertThat(desk.at("search")).isFocused();

        asksForApex(desk, THIEF);
        var text = stack.text("GET", "/local/sms", maria.token());
        assertThat(text).contains("για αλλαγή DNS: nea.gr A: " + THIEF);
        desk.at("consent").fill("000 000");
        desk.button("Αποστολή").click();
        assertThat(desk.at("consent-error")).containsText("2");
        desk.at("consent").fill(last("(\\d{3} \\d{3}) για"));
        desk.button("Αποστολή").click();

        assertThat(desk.page().locator("[data-waiting=hold]")).isVisible();
        var panel = customer();
        assertThat(panel.locator("support-pin-bar .waits")).containsText(THIEF);
        button(panel, "Να σταματήσει").click();
        assertThat(panel.locator("support-pin-bar .waits")).hasCount(0);
        assertThat(desk.outcome("stopped")).isVisible();
        assertThat(apex()).doesNotContain(THIEF);

        panel.locator("#panel-activity").click();
        var deed = panel.locator(".deed").first();
        assertThat(deed).containsText("Το σταματήσατε εσείς.");
        assertThat(deed).containsText("nea.gr A");
        assertThat(deed).containsText(THIEF);
        button(panel, "Όλες οι καταγραφές").click();
        var stopped = panel.locator(".event").first();
        assertThat(stopped).containsText("Το σταματήσατε: αλλαγή εγγραφών DNS.");
        assertThat(stopped).containsText(THIEF);
    }

    @Test
    void whoEndsTheCallSeesItGoAndHasItsReceiptChecked() throws IOException {
        var panel = customer();
        var desk = ConsoleDesk.open(this).verified(maria);
        asksForApex(desk, "195.251.255.78");
        panel.locator("support-pin-bar .digits")
                .fill(desk.page().locator(".console-code").innerText());
        button(panel, "Συμφωνώ").click();
        assertThat(desk.outcome("succeeded")).isVisible();

        button(panel, "Τέλος κλήσης").click();

        assertThat(panel.locator("support-pin-bar .call")).hasCount(0);
        assertThat(panel.locator("support-pin-bar .line")).containsText("Κανείς από εμάς");
        panel.locator("#panel-activity").click();
        var story = panel.locator(".story").first();
        assertThat(story).containsText("την τερματίσατε");
        assertThat(story).containsText("195.251.255.78");
        var receipt = panel.waitForDownload(() -> story.getByText("Απόδειξη").click());
        var keys = stack.text("GET", "/v1/keys", maria.token());

        var check = open("/receipt/");
        check.locator("[data-into=receipt]").setInputFiles(receipt.path());
        check.locator("#keys").fill(keys);
        button(check, "Έλεγχος").click();
        assertThat(check.locator("#result")).containsText("Η απόδειξη είναι γνήσια.");
        assertThat(check.locator("#result")).containsText("195.251.255.78");
        assertThat(Files.readString(receipt.path())).startsWith("eyJ");
    }

    /** The console does not offer it; whoever asks the service for it all the same is refused. */
    @Test
    void whatTheCustomerNeverAllowsIsRefusedAtTheConsole() {
        // Whoever loosens the rule again waits longer for three days, which is not Maria's story.
        var strict = ConsoleCustomer.fresh(stack);
        var panel = panel(strict.id());
        panel.locator("#panel-security").click();
        panel.locator("[data-rule=recall-gr-domain] input[value=never]").check();
        button(panel, "Αποθήκευση").click();
        assertThat(panel.locator("support-pin-policy")).containsText("Αποθηκεύτηκε και ισχύει.");

        var desk = ConsoleDesk.open(this);
        var verified = desk.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/v1/agent/verifications"), () -> desk.verified(strict));
        assertThat(desk.page().locator("[data-action=renew-service]")).isVisible();
        assertThat(desk.page().locator("[data-action=recall-gr-domain]")).hasCount(0);
        var refused = stack.call(
                "POST",
                "/v1/agent/verifications/%s/actions/preview"
                        .formatted(Trees.read(verified.text())
                                .path("verificationId")
                                .asText()),
                "{\"action\":\"recall-gr-domain\",\"parameters\":{\"domain\":\"nea.gr\"}}",
                String.valueOf(verified.request().headers().get("authorization"))
                        .replace("Bearer ", ""));
        assertThat(refused.path("type").asText()).endsWith("not-allowed-by-customer");

        desk.page().locator("[data-end]").click();
        assertThat(panel.locator("support-pin-bar .call")).hasCount(0);
        assertThat(panel.locator("support-pin-bar .waits")).hasCount(0);
    }

    /** What waits goes with the call: the colleague reads the digits out, or stops it. */
    @Test
    void whoTakesACallOverSeesWhatWaitsInIt() {
        var first = asksForApex(ConsoleDesk.open(this).verified(maria), "195.251.255.80");
        var toRead = first.stage().locator(".console-code").innerText();
        first.page().locator("[data-do=handover]").click();
        var second = ConsoleDesk.open(this);
        second.at("callReference").fill("call-over");
        second.page().locator(".console-more > summary").first().click();
        second.at("handover")
                .fill(first.page().locator(".console-bar-frame .console-code").innerText());
        second.page().locator("[data-do=take]").click();

        var past = second.page().locator(".console-history .console-past");
        assertThat(past).containsText("Σε αναμονή");
        assertThat(first.stage()).containsText("Η κλήση παραδόθηκε");
        assertThat(first.page().locator(".console-summary")).containsText("Σε αναμονή");
        past.click();
        assertThat(second.stage().locator(".console-code")).hasText(toRead);
        second.button("Να σταματήσει").click();
        assertThat(second.outcome("stopped")).isVisible();
        second.page().keyboard().press("F8");
        assertThat(second.page().locator(".console-summary").first()).containsText("Σταμάτησε");
        assertThat(second.page().locator(".console-summary").first()).containsText("ανάληψη από συνάδελφο");
    }

    /** Nobody reads out digits that no longer count, whether or not the service answers. */
    @Test
    void consentDigitsLeaveTheScreenInTime() {
        var desk = ConsoleDesk.open(this);
        desk.page().clock().install();
        asksForApex(desk.verified(maria), "195.251.255.79");
        assertThat(desk.stage().locator(".console-code")).isVisible();

        desk.page().route("**/v1/**", route -> route.abort());
        desk.page().clock().fastForward("10:01");

        assertThat(desk.stage().locator(".console-code")).hasCount(0);
        assertThat(desk.stage()).containsText("Ο χρόνος για τη συγκατάθεση πέρασε.");
    }

    private String last(String pattern) {
        return Pattern.compile(pattern)
                .matcher(stack.text("GET", "/local/sms", maria.token()))
                .results()
                .reduce((_, newest) -> newest)
                .orElseThrow()
                .group(1);
    }

    /** A bribed agent cannot do alone what the company has named. */
    @Test
    void fourEyesAreThreeWindows() {
        var desk = ConsoleDesk.open(this).verified(maria);
        desk.choose("recall-gr-domain").fill("/domain=xn--xxabhm1c.gr").reviewed();
        desk.confirm();
        assertThat(desk.outcome("waiting")).isVisible();
        var panel = customer();
        assertThat(panel.locator("support-pin-bar .waits")).containsText("νόμος.gr");
        panel.locator("support-pin-bar .digits")
                .fill(desk.page().locator(".console-code").innerText());
        button(panel, "Συμφωνώ").click();
        assertThat(panel.locator("support-pin-bar .waits")).containsText("Περιμένει έγκριση");

        var supervisor = open("/supervisor/?lang=el");
        var item = supervisor.locator("[data-approval]");
        assertThat(item).containsText("νόμος.gr");
        assertThat(item).containsText("xn--xxabhm1c.gr");
        item.locator("input").fill("Μίλησα μαζί της");
        item.locator("[data-decide=approve]").click();

        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(item).hasCount(0);
        assertThat(panel.locator("support-pin-bar .waits")).hasCount(0);
    }

    /** The agent is at work when the customer says that it is somebody else. */
    @Test
    void thatIsNotMeStopsTheAgentAtOnce() {
        var eleni = ConsoleCustomer.eleni(stack);
        var panel = panel(eleni.id());
        var desk = ConsoleDesk.open(this).verified(eleni);
        button(panel, "Δεν είμαι εγώ").click();
        button(panel, "Ναι, πάγωμα").click();
        assertThat(panel.locator("support-pin-bar .call")).hasCount(0);

        desk.choose("renew-service").fill("/serviceId=svc-2").review();

        assertThat(desk.page().locator(".console-stage")).containsText("παγώσει");
        panel.locator("#panel-security").click();
        assertThat(panel.locator("support-pin-policy")).containsText("Παγωμένη");
    }

    /** Whoever is called knows it before the telephone rings, and says no PIN: they type. */
    @Test
    void anAnnouncedCallIsVerifiedByTyping() {
        var panel = customer();
        var desk = ConsoleDesk.open(this);
        desk.at("customerId").fill(MARIA);
        desk.at("callReference").fill("call-out");
        desk.page().locator(".console-more > summary").first().click();
        desk.at("reason").selectOption("expiry");
        desk.at("object").fill("nea.gr");
        desk.page().locator("[data-do=announce]").click();
        assertThat(desk.page().locator("[data-do=announce-end]")).isVisible();
        var rings = panel.locator("support-pin-bar .card");
        assertThat(rings).containsText("Σας καλούμε εμείς: agent-console-");
        assertThat(rings).containsText("Θέμα: Λήξη υπηρεσίας ή ονόματος χώρου, nea.gr.");

        desk.page().locator("[data-do=typed]").click();
        var code = desk.page().locator(".console-code").innerText();
        assertThat(CODE.matcher(code).find()).isTrue();
        assertThat(rings).containsText("Πληκτρολογήστε τα 6 ψηφία που ακούτε");
        assertThat(rings).hasCount(1);
        panel.locator("support-pin-bar .digits").fill(code);
        button(panel, "Επιβεβαίωση").click();

        assertThat(desk.at("search")).isFocused();
        assertThat(panel.locator("support-pin-bar .call")).containsText("με τα ψηφία που πληκτρολογήσατε");
        desk.page().locator("[data-end]").click();
        assertThat(panel.locator("support-pin-bar .call")).hasCount(0);
    }
}
