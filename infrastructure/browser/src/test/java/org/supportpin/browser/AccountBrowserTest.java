package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Account data → Security, and History: what the customer allows, a second address, and each call as a story. */
class AccountBrowserTest extends PageTest {

    private static final String POLICY = "**/v1/panel/policy";

    private Page tab(String path, String name) {
        var page = open(path);
        Bar.on(page).is("active");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        return page;
    }

    @Nested
    class Rules {

        private final Customer customer = Customer.active(stack);

        private Page security() {
            var page = tab(customer.accountPage("el"), "Ασφάλεια");
            assertThat(page.locator(".rule")).hasCount(10);
            return page;
        }

        private String rule(String action) {
            return customer.call("GET", "/v1/panel/policy")
                    .path("actions")
                    .path(action)
                    .asText();
        }

        private static Locator choice(Page page, String action, String value) {
            return page.locator("[data-rule=%s] input[value=%s]".formatted(action, value));
        }

        @Test
        void theTenActionsHaveTheServicesNamesAndRisks() {
            var catalogue = stack.call("GET", "/v1/agent/actions", "", stack.token("agent", "agent-7", "{}"));
            for (var lang : new String[] {"el", "en"}) {
                var page = tab(customer.accountPage(lang), lang.equals("el") ? "Ασφάλεια" : "Security");
                for (var action : catalogue.path("actions")) {
                    var rule = page.locator("[data-rule=%s] .rule__name"
                            .formatted(action.path("name").asText()));
                    assertThat(rule)
                            .containsText(action.path("title").path(lang).asText());
                    assertThat(rule.locator(".badge"))
                            .hasCount(action.path("risk").asText().equals("high") ? 1 : 0);
                }
            }
        }

        @Test
        void aStricterRuleIsSavedAndALooserOneSaysWhatItDoes() {
            var page = security();
            choice(page, "change-nameservers", "never").check();
            assertThat(page.locator("support-pin-policy"))
                    .containsText("Αλλαγή nameservers: Ναι, με τη συγκατάθεσή μου → Ποτέ");
            assertThat(page.locator("support-pin-policy")).containsText("Ισχύει αμέσως.");
            assertThat(rule("change-nameservers")).isEqualTo("allow");
            button(page, "Αποθήκευση").click();
            assertThat(page.locator("support-pin-policy")).containsText("Αποθηκεύτηκε και ισχύει.");
            assertThat(rule("change-nameservers")).isEqualTo("never");

            choice(page, "change-nameservers", "ask").check();
            assertThat(page.locator("support-pin-policy")).containsText("Κάποιος κανόνας χαλαρώνει");
            button(page, "Ακύρωση").click();
            assertThat(choice(page, "change-nameservers", "never")).isChecked();
            assertThat(rule("change-nameservers")).isEqualTo("never");
        }

        /** Consent always stands before them, so that a plain "Yes" would promise something else. */
        @Test
        void highRiskIsAllowedWithConsentOrNever() {
            var page = security();
            assertThat(page.locator("[data-rule=change-nameservers] .segment"))
                    .hasText(new String[] {"Ναι, με τη συγκατάθεσή μου", "Ποτέ"});
            assertThat(choice(page, "change-nameservers", "allow")).isChecked();
            assertThat(page.locator("[data-rule=renew-service] .segment"))
                    .hasText(new String[] {"Ναι", "Με τη συγκατάθεσή μου", "Ποτέ"});
            assertThat(page.locator("support-pin-policy"))
                    .containsText("Στις ενέργειες υψηλού κινδύνου σας ρωτάμε πάντα");
            // As in the agent's console.
            assertThat(page.locator("[data-rule=change-nameservers] .badge.badge--bad"))
                    .hasText("υψηλού κινδύνου");
        }

        /** Where ConsentForHighRisk is false, the page promises nothing. */
        @Test
        void whereOnlyARuleAsksHighRiskIsAllowedAsTheOthers() {
            answersToken("/session/token", customer.token());
            var page = open("/styles.html");
            page.evaluate("""
                    async () => {
                      await import('/panel/account.js');
                      const account = document.createElement('support-pin-account');
                      const attributes = { 'token-url': '/session/token', lang: 'el', consent: 'by-rule' };
                      Object.entries(attributes).forEach(([name, value]) => account.setAttribute(name, value));
                      document.body.replaceChildren(account);
                    }
                    """);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ασφάλεια"))
                    .click();
            assertThat(page.locator("[data-rule=change-nameservers] .segment"))
                    .hasText(new String[] {"Ναι", "Με τη συγκατάθεσή μου", "Ποτέ"});
            assertThat(page.locator("support-pin-policy")).not().containsText("σας ρωτάμε πάντα");
        }

        /** Whoever has asked to be asked sees that, and not a change. */
        @Test
        void highRiskThatIsAskedForReadsTheSame() {
            stack.call(
                    "PUT",
                    "/v1/panel/policy",
                    "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{\"change-nameservers\":\"ask\"}}",
                    customer.token());
            var page = security();
            assertThat(choice(page, "change-nameservers", "ask")).isChecked();
            assertThat(page.locator("[data-rule=change-nameservers] .segment"))
                    .hasText(new String[] {"Ναι, με τη συγκατάθεσή μου", "Ποτέ"});
            assertThat(button(page, "Αποθήκευση")).hasCount(0);
        }

        @Test
        void withoutAFreshSignInALooserRuleIsNotSavedAndSaysSo() {
            var page = security();
            context()
                    .route(
                            POLICY,
                            route -> route.fulfill(new FulfillOptions()
                                    .setStatus(403)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"type\":\"urn:support-pin:problem:login-not-fresh\",\"maxAge\":600}")));
            choice(page, "renew-service", "ask").check();
            button(page, "Αποθήκευση").click();
            assertThat(page.locator("support-pin-policy")).containsText("συνδεθείτε ξανά");
            assertThat(choice(page, "renew-service", "ask")).isChecked();
            context().unroute(POLICY);
            button(page, "Αποθήκευση").click();
            assertThat(page.locator("support-pin-policy")).containsText("Αποθηκεύτηκε και ισχύει.");
        }

        @Test
        void telephoneSupportIsFrozenAndOpenedAgainAndTheBarFollows() {
            var page = security();
            button(page, "Πάγωμα").click();
            assertThat(page.locator("support-pin-bar .line")).hasText("Έχετε παγώσει την τηλεφωνική υποστήριξη.");
            assertThat(customer.verify(customer.pin(), "c").path("type").asText())
                    .isEqualTo("urn:support-pin:problem:telephone-frozen");
            button(page, "Άνοιγμα ξανά").click();
            assertThat(page.locator("support-pin-bar .line")).containsText("Κανείς από εμάς");
        }
    }

    @Nested
    class SecondAddress {

        /** And not the page's body. */
        private static final String FOCUSED = "support-pin-notice-address:focus-within";

        private final Customer customer = Customer.active(stack);

        private String code(String address) {
            stack.advance(Duration.ofMinutes(1));
            for (int tries = 0; tries < 100; tries++) {
                var mail = stack.call("GET", "/local/back-office", "", "")
                        .path("mail")
                        .valueStream()
                        .filter(each -> each.path("to").asText().equals(address)
                                && each.path("purpose").asText().equals("notice-address-code"))
                        .reduce((_, last) -> last);
                if (mail.isPresent()) {
                    var digits = Pattern.compile("\\d{6}")
                            .matcher(mail.get().path("text").asText());
                    assertThat(digits.find()).isTrue();
                    return digits.group();
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            throw new AssertionError("no mail to " + address);
        }

        private void declare(Page page, String address) {
            page.getByLabel("Διεύθυνση email").fill(address);
            page.getByLabel("Διεύθυνση email").press("Enter");
            assertThat(page.getByLabel("Κωδικός από το email")).isFocused();
        }

        @Test
        void itIsDeclaredConfirmedReplacedAndRemoved() {
            var page = tab(customer.accountPage("el"), "Ασφάλεια");
            var card = page.locator("support-pin-notice-address");
            button(page, "Προσθήκη").click();
            declare(page, "first@%s.example".formatted(customer.id()));
            assertThat(card).containsText("f•••@");
            page.getByLabel("Κωδικός από το email").fill(code("first@%s.example".formatted(customer.id())));
            page.keyboard().press("Enter");
            assertThat(card).containsText("Το email για ειδοποιήσεις επιβεβαιώθηκε.");
            assertThat(page.locator(FOCUSED)).hasCount(1);

            button(page, "Αλλαγή").click();
            declare(page, "second@%s.example".formatted(customer.id()));
            page.reload();
            Bar.on(page).is("active");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ασφάλεια"))
                    .click();
            assertThat(card).containsText("Στέλνουμε κωδικό στο s•••@");
            // Nobody here knows it any more, and the service sends no other one yet.
            assertThat(card).containsText("Για νέο κωδικό, δώστε ξανά τη διεύθυνση.");
            assertThat(card.locator(".resend")).hasText(Pattern.compile("Νέος κωδικός σε (1:00|0:[345]\\d)"));
            page.getByLabel("Κωδικός από το email").fill(code("second@%s.example".formatted(customer.id())));
            page.keyboard().press("Enter");
            assertThat(card.locator(".mono")).containsText("s•••@");

            button(page, "Αφαίρεση").click();
            assertThat(card).containsText("Θα σας ειδοποιούμε μόνο με SMS.");
            button(page, "Ναι, αφαίρεση").click();
            assertThat(card).containsText("Το email για ειδοποιήσεις αφαιρέθηκε.");
            assertThat(page.locator(FOCUSED)).hasCount(1);
            assertThat(customer.call("GET", "/v1/panel/notice-address")
                            .path("confirmed")
                            .isNull())
                    .isTrue();
        }
    }

    @Nested
    class Story {

        private static final String MARIA = "1001";

        private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);
        private final String agent = stack.token("agent", "story-agent", "{}");

        private String verified() {
            return stack.call(
                            "POST",
                            "/v1/agent/verifications",
                            "{\"customerId\":\"1001\",\"pin\":\"%s\",\"callReference\":\"story\"}"
                                    .formatted(maria.pin().replace(" ", "")),
                            agent)
                    .path("verificationId")
                    .asText();
        }

        private Page history() {
            return tab("/examples/account.html?customer=" + MARIA, "Ιστορικό");
        }

        @AfterEach
        void openAgain() {
            stack.call(
                    "PUT",
                    "/v1/panel/policy",
                    "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{}}",
                    maria.token());
        }

        @Test
        void aCallIsToldInWordsUndoneWithOneTapAndHasAReceipt() throws IOException {
            var verification = verified();
            var name = "story-" + System.nanoTime();
            stack.act(verification, """
                    {"action":"change-dns-records","parameters":{"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"%s","type":"A","records":["195.251.255.20"]}]}}
                    """.formatted(name), agent);
            stack.act(verification, "{\"action\":\"renew-service\",\"parameters\":{\"serviceId\":\"svc-1\"}}", agent);
            stack.call("DELETE", "/v1/agent/verifications/" + verification, "", agent);

            var page = history();
            var story = page.locator(".story").first();
            assertThat(story).containsText("Εκπρόσωπος story-agent, κλήση story");
            assertThat(story).containsText("Επαληθεύτηκε με το PIN του πίνακα ελέγχου.");
            assertThat(story).containsText("Ανανέωση της υπηρεσίας papadopoulou.gr (svc-1)");
            assertThat(story).containsText(Pattern.compile("έως \\d+ \\S+ 20\\d\\d, μόλις πληρωθούν \\d+,\\d\\d\\s€"));
            // As in the console: it is not paid, so nothing has changed yet.
            assertThat(story).containsText("Ανανέωση υπηρεσίας Παραγγέλθηκε");
            assertThat(story).not().containsText("EUR");
            var deed = story.locator(".deed").filter(new Locator.FilterOptions().setHasText(name));
            deed.locator(".undo").click();
            assertThat(deed).containsText("Αναιρέθηκε. Όλα είναι όπως πριν.");
            assertThat(deed.locator(".undo")).hasCount(0);
            page.reload();
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                    .click();
            assertThat(deed.locator(".badge")).hasText("Αναιρέθηκε");

            var receipt = page.waitForDownload(() -> story.getByText("Απόδειξη").click());
            assertThat(receipt.suggestedFilename()).endsWith(".jws");
            assertThat(Files.readString(receipt.path())).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        }

        @Test
        void thatWasNotMeIsAskedTwiceAndFreezes() {
            stack.call("DELETE", "/v1/agent/verifications/" + verified(), "", agent);
            var page = history();
            var story = page.locator(".story").first();
            story.getByText("Δεν ήμουν εγώ").click();
            assertThat(story).containsText("Θα παγώσουμε την τηλεφωνική υποστήριξη");
            story.getByText("Ναι, πάγωμα").click();
            assertThat(story).containsText("Παγώσαμε την τηλεφωνική υποστήριξη.");
            assertThat(page.locator("support-pin-bar .line")).hasText("Έχετε παγώσει την τηλεφωνική υποστήριξη.");
        }

        /** What was undone before is known only after the stories stand there. */
        @Test
        void whatIsAskedStaysWhenTheStoriesAreDrawnAgain() {
            stack.call("DELETE", "/v1/agent/verifications/" + verified(), "", agent);
            var held = new CompletableFuture<Route>();
            context().route("**/v1/panel/activity", held::complete);
            var page = history();
            button(page, "Δεν ήμουν εγώ").first().click();
            var control = page.locator(".story [data-control^=no-not-me]:visible");
            assertThat(control).isFocused();
            control.evaluate("element => element.dataset.drawnBefore = true");

            page.waitForCondition(held::isDone);
            held.join()
                    .fulfill(new FulfillOptions()
                            .setContentType("application/json")
                            .setBody("""
                                    {"events":[{"sequence":1,"type":"undo-accepted","details":{"undoes":"a"}}],"nextBefore":null}"""));
            assertThat(page.locator(".story [data-drawn-before]")).hasCount(0);

            assertThat(button(page, "Ναι, πάγωμα")).isVisible();
            assertThat(control).isFocused();
        }

        @Test
        void wrongPinsAreOneStory() {
            var customer = Customer.active(stack);
            var wrong = customer.pin().equals("000000") ? "111111" : "000000";
            customer.verify(wrong, "w");
            customer.verify(wrong, "w");
            customer.verify(wrong, "w");
            var page = tab(customer.accountPage("el"), "Ιστορικό");
            assertThat(page.locator(".story")).hasCount(1);
            assertThat(page.locator(".story")).containsText("Δόθηκαν 3 λάθος PIN");
        }

        private void calls(String body) {
            var answer = body.replace("NOW", Instant.now().toString());
            context()
                    .route(
                            "**/v1/panel/calls",
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(answer)));
        }

        /** Neither what it was about nor who stopped it is left to be guessed. */
        @Test
        void whatWasNotCarriedOutSaysWhatItWasAboutAndWhoStoppedIt() {
            calls("""
                            {"calls":[{"type":"call","callId":"c","agent":{"kind":"agent","id":"a"},"verifiedAt":"NOW","expiresAt":"NOW","endedAt":"NOW",
                             "takenOver":[{"at":"NOW","agent":{"kind":"agent","id":"agent-9"}}],
                             "pin":"panel","status":"ended","wrongPins":0,"accountRead":false,"receipt":true,"refused":[],
                             "actions":[{"actionId":"x","action":"recall-gr-domain","risk":"high","requestedAt":"NOW","status":"stopped","endedAt":"NOW",
                              "reason":"supervisor","proposed":[{"what":"νόμος.gr","before":"active","after":"recalled"}]},
                              {"actionId":"y","action":"recall-gr-domain","risk":"high","requestedAt":"NOW","status":"waiting",
                              "proposed":[{"what":"nea.gr","before":"active","after":"recalled"}]},
                              {"actionId":"z","action":"change-nameservers","risk":"high","requestedAt":"NOW","status":"stopped","endedAt":"NOW",
                              "reason":"customer","proposed":null}]}],"nextCursor":null}
                            """);
            var page = history();
            assertThat(page.locator(".story")).containsText("Την κλήση ανέλαβε ο/η agent-9 στις");
            var stopped = page.locator("[data-deed=x]");
            assertThat(stopped).containsText("Δεν το ενέκρινε ο υπεύθυνος.");
            assertThat(stopped).containsText("Δεν άλλαξε τίποτα. Είχαν ζητηθεί τα εξής:");
            assertThat(stopped).containsText("Καταχώριση του νόμος.gr");
            assertThat(page.locator("[data-deed=y]")).containsText("Ζητήθηκαν τα εξής:");
            assertThat(page.locator("[data-deed=y]")).containsText("Καταχώριση του nea.gr");
            assertThat(page.locator("[data-deed=z]")).containsText("Το σταματήσατε εσείς.");
            assertThat(page.locator("[data-deed=z]")).containsText("Τα στοιχεία της αλλαγής έχουν διαγραφεί.");
        }

        @Test
        void anUndoThatIsTooLateSaysWhatIsDifferentNow() {
            calls("""
                            {"calls":[{"type":"call","callId":"c","agent":{"kind":"agent","id":"a"},"verifiedAt":"NOW","expiresAt":"NOW","endedAt":"NOW",
                             "pin":"sms","status":"ended","wrongPins":2,"accountRead":true,"receipt":true,"refused":[{"at":"NOW","action":"renew-service"}],
                             "actions":[{"actionId":"x","action":"change-nameservers","risk":"high","requestedAt":"NOW","status":"succeeded","endedAt":"NOW",
                              "changes":[{"what":"a.gr NS","before":"ns1.a","after":"ns2.a"}]}]}],"nextCursor":null}
                            """);
            context()
                    .route(
                            "**/v1/panel/actions/x/undo",
                            route -> route.fulfill(new FulfillOptions()
                                    .setStatus(409)
                                    .setContentType("application/problem+json")
                                    .setBody("""
                            {"type":"urn:support-pin:problem:changed-since","text":{"el":"Άλλαξε από τότε.","en":"Changed since."},
                             "changes":[{"what":"a.gr NS","before":"ns2.a","after":"ns3.a"}]}
                            """)));
            var page = history();
            assertThat(page.locator(".story")).containsText("Πριν από αυτό δόθηκαν 2 λάθος PIN.");
            assertThat(page.locator(".change__what")).hasText("Nameservers του a.gr");
            page.locator(".undo").click();
            assertThat(page.locator(".deed .notice")).containsText("Άλλαξε από τότε.");
            assertThat(page.locator(".deed .notice")).containsText("ns3.a");
        }
    }

    /** The ten fixes and states in the language's words. */
    @Test
    void noChangeIsShownInMachineWords() {
        var page = open("/examples/panel.html");
        for (var lang : new String[] {"el", "en"}) {
            var said = String.valueOf(page.evaluate("""
                    async (lang) => {
                      const { changeInWords: words } = await import('/shared/change-words.js');
                      const say = (action, what, before, after, note) => Object.values(words(lang, action, { what, before, after, note })).join(' | ');
                      return [
                        say('apply-micro-fix', 'nea.gr restart-php', null, 'done'),
                        say('apply-micro-fix', 'nea.gr reissue-certificate a.gr', 'valid until 2026-12-01T00:00:00Z', 'reissued', 'valid until 2027-03-01T00:00:00Z'),
                        say('apply-micro-fix', 'nea.gr unban-address 195.251.•••', 'banned', 'not banned'),
                        say('renew-service', 'svc-1', '2027-06-14', '2028-06-14 (89.28 EUR)'),
                        say('order-service', 'web-1', null, 'annually (1189.00 EUR)'),
                        say('recall-gr-domain', 'a.gr', 'active', 'recalled'),
                        say('change-nameservers', 'a.gr NS', 'ns1.a', 'ns2.a'),
                        say('change-domain-administrator', 'a.gr administrator', 'M•••', 'N•••'),
                        say('change-dns-records', 'done.a.gr TXT', 'banned', '2027-06-14 (1.00 EUR)'),
                      ].join('; ');
                    }
                    """, lang));
            assertThat(said)
                    .doesNotContain("restart-php", "89.28 EUR", "2028-06-14", "annually (", " administrator", "gr NS")
                    .contains("done.a.gr TXT | banned | 2027-06-14 (1.00 EUR)");
            assertThat(said.toLowerCase(Locale.ROOT))
                    .contains(lang.equals("el") ? "14 ιουν 2028, μόλις πληρωθούν 89,28" : "14 jun 2028, once €89.28");
        }
    }
}
