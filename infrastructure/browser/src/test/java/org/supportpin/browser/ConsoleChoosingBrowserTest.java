package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** Agents choose from what the customer has; they hardly type. */
class ConsoleChoosingBrowserTest extends PageTest {

    /** Verify, change an A record, end the call. */
    private static final int MOST_KEYSTROKES = 30;

    private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);

    /** The telephone system has opened the page for the caller. */
    private ConsoleDesk popped(String agent) {
        return ConsoleDesk.on(open("/console/?lang=el&agent=%s&customer=%s&call=call-7".formatted(agent, maria.id())));
    }

    @Test
    void aRecordIsChangedInThirtyKeystrokesFromThePinToTheEnd() {
        var desk = popped("agent-keys");
        assertThat(desk.at("pin")).isFocused();
        var keys = new Keys(desk.page());

        keys.type(maria.pin().replace(" ", ""));
        assertThat(desk.page().locator("[data-account=here]")).hasCount(1);
        assertThat(desk.page()).hasTitle(Pattern.compile("1[45]:\\d\\d · Μαρία Παπαδοπούλου – Support PIN"));
        keys.type("pap");
        keys.press("Enter");
        assertThat(desk.page().locator("[data-edit]").first()).isFocused();
        keys.press("Enter");
        keys.type("195.251.255.9");
        keys.press("Enter");
        assertThat(desk.page().locator(".console-now-then")).containsText("195.251.255.9");
        assertThat(desk.page().locator("[data-confirm]")).isEnabled();
        keys.press("Control+Enter");
        assertThat(desk.outcome("succeeded")).containsText("195.251.255.9");
        keys.press("F8");

        assertThat(desk.page().locator(".console-summary").first()).containsText("195.251.255.9");
        assertThat(keys.pressed).isLessThanOrEqualTo(MOST_KEYSTROKES);
    }

    private static final class Keys {
        private final Page page;
        private int pressed;

        Keys(Page page) {
            this.page = page;
        }

        void type(String text) {
            text.chars().forEach(each -> press(Character.toString(each)));
        }

        void press(String key) {
            pressed++;
            page.keyboard().press(key);
        }
    }

    /** What a thing's button begins, and where that leads: a field that is filled in, or the review. */
    private record Start(String thing, String action, String field, String value) {}

    private static final List<Start> STARTS = List.of(
            new Start("order vps-1", "order-service", "productId", "vps-1"),
            new Start("renew svc-7", "renew-service", "", ""),
            new Start("periods svc-1", "renew-service", "serviceId", "svc-1"),
            new Start("upgrade svc-1 hosting-pro", "upgrade-service", "", ""),
            new Start("nameservers nea.gr", "change-nameservers", "nameservers/0/host", "ns1.hoster.example"),
            new Start("recall papadopoulou.gr", "recall-gr-domain", "", ""),
            new Start("send ord-1", "send-order-details", "", ""),
            new Start("administrator papadopoulou.gr", "change-domain-administrator", "domain", "papadopoulou.gr"),
            new Start("settings pkg-1", "change-hosting-settings", "packageId", "pkg-1"),
            new Start("fix pkg-1", "apply-micro-fix", "packageId", "pkg-1"));

    /** The same account for every test, of which these parts have more than is shown. */
    private void shows(String... some) {
        var missing = Stream.of(some).map("""
                        {"part":"%s","reason":"more","text":{"el":"Και άλλα.","en":"There are more."}}"""::formatted).collect(Collectors.joining(",", "\"missing\": [", "]"));
        var account = ConsoleLogicBrowserTest.resource("account.json")
                .replace("$NOW", Instant.now().toString())
                .replace("\"missing\": []", missing);
        context()
                .route(
                        "**/account",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody(account)));
    }

    @Test
    void everyActionStartsFromTheThing() {
        shows();
        var desk = popped("agent-things");
        desk.at("pin").fill(maria.pin());
        for (var start : STARTS) {
            var thing = desk.page().locator("[data-thing=\"%s\"]".formatted(start.thing()));
            if (start.field().isEmpty()) {
                var asked = desk.page().waitForRequest("**/actions/preview", thing::click);
                assertThat(ConsoleDesk.body(asked).path("action").asText()).isEqualTo(start.action());
                // Another test may have done the same already: then the service says so.
                assertThat(desk.page()
                                .locator(".console-now-then, [data-refusal]")
                                .first())
                        .isVisible();
                desk.page().keyboard().press("Escape");
            } else {
                thing.click();
                assertThat(desk.at("field/" + start.field())).hasValue(start.value());
            }
            desk.page().keyboard().press("Escape");
        }
        desk.page().locator("[data-thing=\"records papadopoulou.gr\"]").click();
        assertThat(desk.page().locator("[data-record]")).not().hasCount(0);
    }

    @Test
    void aNewAdministratorIsChosenByName() {
        var desk = popped("agent-contacts");
        desk.at("pin").fill(maria.pin());
        desk.page().locator("[data-thing=\"administrator papadopoulou.gr\"]").click();
        desk.at("field/administrator/contactId")
                .selectOption(new SelectOption().setLabel("Γιώργος Παπαδόπουλος · g•••@e•••.gr"));
        var asked = desk.page().waitForRequest("**/actions/preview", desk::review);

        assertThat(ConsoleDesk.body(asked)
                        .at("/parameters/administrator/contactId")
                        .asText())
                .isEqualTo("con-2");
        assertThat(desk.page().locator(".console-now-then")).containsText("Γ•••");
    }

    /** A list of some is a help, and no limit. */
    @Test
    void whatAListLacksCanBeTyped() {
        shows("domains", "contacts");
        var desk = popped("agent-some");
        desk.at("pin").fill(maria.pin());
        // What no screen shows is told where it is chosen.
        assertThat(desk.page().getByText("Και άλλα.")).hasCount(1);

        desk.choose("change-domain-administrator");
        var contact = desk.at("field/administrator/contactId");
        assertThat(contact.locator("xpath=following-sibling::datalist/option")).hasText(new String[] {"", ""});
        assertThat(desk.stage()).containsText("ο κατάλογος δεν είναι πλήρης");
        desk.fill("""
                /domain=kleidomeno.gr
                /administrator/contactId=con-99
                """);
        var asked = desk.page().waitForRequest("**/actions/preview", desk::review);

        assertThat(ConsoleDesk.body(asked).path("parameters"))
                .isEqualTo(Trees.read("{\"domain\":\"kleidomeno.gr\",\"administrator\":{\"contactId\":\"con-99\"}}"));
    }

    /** The upgrades are those of the service, whose id is typed key by key or taken from the list. */
    @Test
    void whatIsTypedFromAListOfSomeOffersWhatBelongsToIt() {
        shows("services");
        var desk = popped("agent-some-services");
        desk.at("pin").fill(maria.pin());
        desk.choose("upgrade-service");
        var service = desk.at("field/serviceId");
        service.pressSequentially("svc-1");

        assertThat(service).isFocused();
        assertThat(service).hasValue("svc-1");
        assertThat(desk.at("field/productId").locator("option[value=hosting-pro]"))
                .hasCount(1);
        desk.page().keyboard().press("2");
        assertThat(service).hasValue("svc-12");
    }

    @Test
    void anAliasBecomesAnAddressInOneEdit() {
        var desk = popped("agent-alias");
        desk.at("pin").fill(maria.pin());
        desk.page().locator("[data-thing=\"records ypogegrammeno.gr\"]").click();
        desk.page().locator("[data-add]").click();
        desk.at("record-new-0-name").fill("shop");
        desk.at("record-new-0-values").fill("195.251.255.31");
        var asked = desk.page()
                .waitForRequest(
                        "**/actions/preview",
                        () -> desk.at("record-new-0-values").press("Enter"));

        assertThat(ConsoleDesk.body(asked).at("/parameters/changes/0/records/0").asText())
                .isEqualTo("195.251.255.31");
        assertThat(desk.page().locator(".console-now-then")).containsText("—");
        desk.page().locator("[data-correct]").click();
        assertThat(desk.at("record-new-0-values")).hasValue("195.251.255.31");
    }

    @Test
    void theDigitsOpenTheTen() {
        var desk = popped("agent-digits");
        desk.at("pin").fill(maria.pin());
        assertThat(desk.page().locator("[data-account=here]")).hasCount(1);
        var keys = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0");
        assertThat(desk.page().locator(".console-action kbd").allInnerTexts())
                .as("as they stand on the screen")
                .isEqualTo(keys);
        var titles = new ArrayList<String>();
        for (var key : keys) {
            desk.at("search").press(key);
            titles.add(desk.at("form").innerText());
            desk.page().keyboard().press("Escape");
        }
        assertThat(titles).doesNotHaveDuplicates().hasSize(10);
    }

    /** P1: a key held down is one decision, and what is irreversible names itself. */
    @Test
    void aHeldKeyNeverConfirms() {
        var desk = popped("agent-held");
        desk.at("pin").fill(maria.pin());
        assertThat(desk.page().locator("[data-account=here]")).hasCount(1);
        desk.page().onRequest(request -> assertThat(request.url()).doesNotEndWith("/actions"));
        desk.choose("recall-gr-domain").fill("/domain=nea.gr");

        desk.page().keyboard().down("Control");
        for (int times = 0; times < 20; times++) {
            desk.page().keyboard().down("Enter");
            desk.page().waitForTimeout(60);
        }
        desk.page().keyboard().up("Enter");
        desk.page().keyboard().up("Control");

        var confirm = desk.page().locator("[data-confirm]");
        assertThat(confirm).hasText("Ανάκληση του nea.gr");
        assertThat(confirm).hasCSS("background-color", "rgb(168, 35, 27)");
        assertThat(desk.page().locator("[data-warning=cannot-be-undone]")).isVisible();
        assertThat(desk.page().locator(".console-past")).hasCount(0);
    }

    /** P3: what is so already cannot be confirmed, and so is never told as done. */
    @Test
    void whatChangesNothingCannotBeConfirmed() {
        var desk = popped("agent-nothing");
        desk.at("pin").fill(maria.pin());
        desk.page()
                .route(
                        "**/actions/preview",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("""
                                        {"risk":"high","gates":[],"summary":{"el":"-","en":"-"},"changes":[],"warnings":[
                                          {"code":"nothing-changes","text":{"el":"Ισχύει ήδη: δεν θα αλλάξει τίποτα.","en":"-"}}]}""")));
        desk.choose("recall-gr-domain").fill("/domain=nea.gr");
        desk.page().onRequest(request -> assertThat(request.url()).doesNotEndWith("/actions"));
        desk.review();

        assertThat(desk.page().locator("[data-warning=nothing-changes]")).isVisible();
        assertThat(desk.page().locator("[data-correct]")).isFocused();
        assertThat(desk.page().locator("[data-confirm]")).hasCount(0);
        assertThat(desk.button("Ανάκληση του nea.gr")).hasCount(0);
        desk.page().keyboard().press("Control+Enter");
        assertThat(desk.page().locator(".console-past")).hasCount(0);
    }

    /** What it means to choose nothing, and what is so now, are said in the words of the choices. */
    @Test
    void aMenuSaysWhatNothingMeansAndWhatIsSoNow() {
        var desk = popped("agent-menu");
        desk.at("pin").fill(maria.pin());
        desk.choose("change-nameservers");
        assertThat(desk.at("field/ifSilent").locator("option"))
                .hasText(new String[] {"Να μη γίνει η αλλαγή", "Να αποφασίσει ο πελάτης στον πίνακα ελέγχου"});

        desk.page().keyboard().press("Escape");
        desk.choose("change-hosting-settings").fill("/packageId=pkg-1");
        var errors = desk.at("field/php/settings/display_errors");
        assertThat(errors.locator("option")).hasText(new String[] {"Χωρίς αλλαγή", "Ναι", "Όχι"});
        assertThat(desk.stage()).containsText(Pattern.compile("Τώρα: (Ναι|Όχι)"));

        desk.page().keyboard().press("Escape");
        desk.choose("apply-micro-fix").fill("""
                /packageId=pkg-1
                /fix=reissue-certificate
                """);
        assertThat(desk.at("field/arguments/domain").locator("option").first()).hasText("Το κύριο όνομα του πακέτου");
    }

    @Test
    void theReviewSleepsBeforeItCanBeConfirmed() {
        var desk = popped("agent-sleep");
        desk.at("pin").fill(maria.pin());
        desk.page().locator("[data-thing=\"send ord-1\"]").click();
        assertThat(desk.page().locator(".console-now-then")).isVisible();

        desk.page().keyboard().press("Control+Enter");

        assertThat(desk.page().locator("[data-confirm]")).isEnabled();
        assertThat(desk.page().locator(".console-past")).hasCount(0);
    }

    /** P2. */
    @Test
    void nothingOfOneCustomerStaysForTheNext() {
        var desk = popped("agent-next");
        desk.at("pin").fill(maria.pin());
        desk.page().locator("[data-thing=\"renew svc-dom-1\"]").click();
        assertThat(desk.page().locator(".console-amount")).containsText("19,90");
        desk.page().locator("[data-correct]").click();
        desk.page().keyboard().press("F8");
        desk.button("Νέα κλήση").click();
        var other = ConsoleCustomer.fresh(stack);

        desk.verified(other);

        assertThat(desk.page().locator("support-agent-console")).not().containsText("Παπαδοπούλου");
        assertThat(desk.page().locator("support-agent-console")).not().containsText("19,90");
        desk.choose("renew-service");
        assertThat(desk.at("field/serviceId")).hasValue("");
    }

    /** P11. */
    @Test
    void theCallGoesOnInAnotherLanguageOnTheFrontPage() {
        var page = open("/?customer=" + maria.id());
        var desk = ConsoleDesk.on(page).verified(maria);

        button(page, "EN").click();

        assertThat(page.locator("support-agent-console [role=timer]")).isVisible();
        assertThat(desk.button("End call")).isVisible();
    }

    /** A row is found by what it offers. */
    @Test
    void whatCanBeDoneAboutAThingFindsIt() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));

        finds(desk, "ανανέωση", "services");
        finds(desk, "χρέωση", "services");
        finds(desk, "χρέωση", "orders");
        finds(desk, "ssl", "packages");
        finds(desk, "mx", "domains");
        finds(desk, "αναβάθμιση", "services");
    }

    private static void finds(ConsoleDesk desk, String query, String things) {
        desk.at("search").fill(query);
        assertThat(desk.page()
                        .locator("[data-things=%s] .console-row".formatted(things))
                        .first())
                .isVisible();
    }
}
